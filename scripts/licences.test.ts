import { expect, test } from 'vitest';
import { namedHosts, refusedLicences } from './licences.ts';

const lock = (packages: Parameters<typeof refusedLicences>[0]['packages']) => ({ packages });

test('a licence outside the list is refused, nested packages included', () => {
  const refused = refusedLicences(
    lock({
      'node_modules/good': { license: 'MIT' },
      'node_modules/copyleft': { license: 'AGPL-3.0-only' },
      'node_modules/good/node_modules/@scope/silent': {},
    }),
  );
  expect(refused).toEqual(['copyleft: AGPL-3.0-only', '@scope/silent: no licence']);
});

test('a choice of licences is accepted when one of them is', () => {
  const choice = (license: string) => refusedLicences(lock({ 'node_modules/a': { license } }));
  expect(choice('(GPL-2.0 OR MIT)')).toEqual([]);
  expect(choice('MIT AND GPL-2.0')).toEqual(['a: MIT AND GPL-2.0']);
});

test('development dependencies and our own packages are not asked', () => {
  const refused = refusedLicences(
    lock({
      '': {},
      'packages/kernel': {},
      'node_modules/@latchkey/kernel': { link: true },
      'node_modules/axe-core': { license: 'MPL-2.0', dev: true },
    }),
  );
  expect(refused).toEqual([]);
});

test('an entry that names a host is found, a workspace is not one', () => {
  const found = namedHosts(
    lock({
      'node_modules/a': { resolved: 'https://registry.example/a.tgz' },
      'node_modules/@latchkey/kernel': { resolved: 'packages/kernel', link: true },
    }),
  );
  expect(found).toEqual(['node_modules/a']);
});
