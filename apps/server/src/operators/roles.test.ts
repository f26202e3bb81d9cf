import { operationsOf, operatorRoles, permissionIn, permissionInStore, routes } from '@latchkey/contract';
import { describe, expect, test } from 'vitest';
import { operatorActor } from './operator-actor.ts';
import { mayManageOperators, requireRoleHeld, roleOperations } from './roles.ts';

const operations = operationsOf(routes);
const reads = routes.filter(({ method }) => method === 'GET').map(({ permission }) => permission);
const asRole = (role: (typeof operatorRoles)[number], stores: readonly string[] | null = null) =>
  operatorActor({ tenant: 'demo', id: 'A', name: 'Ada', email: null, role, stores });

describe('roles', () => {
  test('name no operation that the contract does not have, and none twice', () => {
    for (const role of operatorRoles) {
      expect(roleOperations[role].filter((one) => !operations.includes(one))).toEqual([]);
      expect(new Set(roleOperations[role]).size).toBe(roleOperations[role].length);
    }
  });

  test('give an administrator every operation', () => {
    expect([...roleOperations.administrator].sort()).toEqual([...operations].sort());
  });

  test('give an auditor everything that reads, and nothing that changes more than their own', () => {
    const lacking = reads.filter((one) => one !== 'public' && !roleOperations.auditor.includes(one));
    expect(lacking).toEqual([]);
    const writes = roleOperations.auditor.filter((one) => !reads.includes(one));
    expect(writes.sort()).toEqual([
      // Changes nothing but that a fault which it finds is written down.
      'Audit:verifyAudit',
      'Backoffice:addPasskey',
      'Backoffice:deletePasskey',
      'Backoffice:revokeSession',
      'Backoffice:signOut',
    ]);
  });

  test('let only an administrator register passkeys for users, see keys or invite', () => {
    for (const role of ['designer', 'support'] as const) {
      const forbidden = roleOperations[role].filter((one) =>
        /createPasskeyRegistration|ArthrServer|Invitation|Operator|Audit/.test(one),
      );
      expect(forbidden).toEqual([]);
    }
  });

  test('held to stores reach these alone, and nothing of people beside them', () => {
    const store = 'A'.repeat(26);
    const held = [...asRole('auditor', [store]).permissions];
    expect(held).toContain(permissionInStore('demo', store, 'IdentityStore:getUser'));
    expect(held).toContain(permissionIn('demo', 'IdentityStore:listStores'));
    const everywhere = held.filter((one) => !one.includes('#STO#'));
    expect(everywhere.filter((one) => /User|Passkeys|Instance|Audit|Token|Operators/.test(one))).toEqual([
      // Their own.
      permissionIn('demo', 'Backoffice:listPasskeys'),
    ]);
    expect(() => requireRoleHeld(asRole('support'), 'support', [store])).not.toThrow();
    expect(() => requireRoleHeld(asRole('support', [store]), 'support', ['B'.repeat(26)])).toThrow();
    expect(() => requireRoleHeld(asRole('support', [store]), 'support', null)).toThrow();
  });

  test('cannot be given by somebody who can do less', () => {
    for (const role of operatorRoles) {
      expect(() => requireRoleHeld(asRole('administrator'), role, null)).not.toThrow();
      if (role !== 'support')
        expect(() => requireRoleHeld(asRole('support'), role, null)).toThrow(/can do more/);
    }
    expect(mayManageOperators(asRole('administrator'))).toBe(true);
    expect(mayManageOperators(asRole('auditor'))).toBe(false);
    expect(asRole('auditor').permissions.has(permissionIn('other', 'Audit:listAudit'))).toBe(false);
  });
});
