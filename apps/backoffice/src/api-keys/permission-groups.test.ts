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

test('for one store an operator gives what can be given for it, and only what they hold', () => {
  const groups = permissionGroups('demo', all, 'S1');
  const permissions = groups.flatMap(({ choices }) => choices.map(({ permission }) => permission));
  expect(permissions).toContain('TNT#demo#STO#S1#IdentityStore:getUser');
  expect(permissions.filter((one) => !one.startsWith('TNT#demo#STO#S1#IdentityStore:'))).toEqual([]);
  expect(permissionGroups('demo', new Set(['TNT#demo#ThemeServer:getCustomPage']), 'S1')).toEqual([]);
});

test('an operation is found by words of its name, its summary or its subject', () => {
  const found = (text: string) => findPermissions(permissionGroups('demo', all), text);
  expect(found('change status').map(({ label }) => label)).toEqual(['Users']);
  expect(found('createPasskeyRegistrationForUser')[0]?.choices.length).toBeGreaterThan(0);
  expect(found('no such thing')).toEqual([]);
});
