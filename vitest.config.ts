import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Tests wait for browsers and databases: two at once also on a small machine, and not so many that those starve.
const maxWorkers = Math.min(Math.max(availableParallelism(), 2), 4);

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'scripts/**/*.test.ts', 'test/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.api.test.ts'],
          maxWorkers,
        },
      },
      {
        test: {
          name: 'api',
          include: ['apps/server/**/*.api.test.ts', 'test/api/**/*.test.ts'],
          globalSetup: ['test/support/postgres.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers,
        },
      },
      {
        test: {
          name: 'system',
          include: ['test/system/**/*.test.ts', 'test/journeys/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          maxWorkers,
        },
      },
    ],
  },
});
