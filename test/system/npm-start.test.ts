import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ended, postmasterPid } from '../support/embedded-process.ts';
import { freePort, newDataDir, removeDataDir, startLatchkey } from '../support/latchkey.ts';
import { type NpmStart, npmStart } from '../support/npm-start.ts';

describe('npm start', () => {
  let dataDir: string;
  let environment: Readonly<Record<string, string>>;
  let started: NpmStart | undefined;
  beforeEach(async () => {
    dataDir = newDataDir();
    environment = { LATCHKEY_DATA_DIR: dataDir, PORT: String(await freePort()) };
  });
  afterEach(async () => {
    await started?.end('SIGKILL');
    if (existsSync(join(dataDir, 'postgres/postmaster.pid'))) await ended(postmasterPid(dataDir));
    removeDataDir(dataDir);
  });

  test.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
    'ends with its server when npm alone gets %s, and the next start works at once',
    async (signal) => {
      started = await npmStart(environment);
      await started.end(signal);
      await ended(started.serverPid());
      expect(existsSync(join(dataDir, 'owner.json'))).toBe(false);
      const next = await startLatchkey(environment);
      expect(next.apiKey).toBe(started.facts.apiKey);
      expect(await next.stop()).toBe(0);
    },
  );

  test('ends with a sentence when its PostgreSQL is killed, and the next start works', async () => {
    started = await npmStart(environment);
    process.kill(postmasterPid(dataDir), 'SIGKILL');
    expect(await started.exited).toBe(1);
    expect(started.complaints()).toContain('PostgreSQL');
    const next = await startLatchkey(environment);
    expect(await next.stop()).toBe(0);
  });
});
