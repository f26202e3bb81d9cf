import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/security.md'), 'utf8');

test('what the page on security says is held by a test names a test that there is', () => {
  const tests = globSync(['apps/*/src/**/*.test.ts', 'packages/*/src/**/*.test.ts', 'test/**/*.test.ts'], {
    cwd: root,
  });
  const named = [...page.matchAll(/`([\w./-]+\.test\.ts)`/g)].map(([, path]) => path as string);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !tests.some((file) => file.endsWith(`/${path}`) || file === path))).toEqual(
    [],
  );
});

test('each part of the page that it points to is there', () => {
  const links = [...page.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, path]) => path as string);
  expect(globSync(links, { cwd: join(root, 'docs') }).sort()).toEqual([...new Set(links)].sort());
});
