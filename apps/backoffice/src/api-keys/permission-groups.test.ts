import { operationsOf, permissionIn, routes } from '@latchkey/contract';
import { expect, test } from 'vitest';
import { findPermissions, permissionGroups } from './permission-groups.ts';

const all = new Set(operationsOf(routes).map((operation) => permissionIn('demo', operation)));
const offered = (held: ReadonlySet<string>) =>
  permissionGroups('demo', held).flatMap(({ choices }) => choices.map(({ permission }) => permission));

test('an operator can give each permission of the API once, and none of the Backoffice', () => {
  const permissions = offered(all);
  expect(permissions).toEqual([...new Set(permissions)]);
  expect(new Set(permissions)).toEqual(new Set([...all].filter((one) => !one.includes('#Backoffice:'))));
});

test('an operator can give only what they hold', () => {
  const held = new Set(['TNT#demo#IdentityStore:listUsers', 'TNT#other#IdentityStore:getUser']);
  expect(offered(held)).toEqual(['TNT#demo#IdentityStore:listUsers']);
});

test('an operation is found by words of its name, its summary or its subject', () => {
  const found = (text: string) => findPermissions(permissionGroups('demo', all), text);
  expect(found('change status').map(({ label }) => label)).toEqual(['Users']);
  expect(found('createPasskeyRegistrationForUser')[0]?.choices.length).toBeGreaterThan(0);
  expect(found('no such thing')).toEqual([]);
});
