import { operationsOf, operatorRoles, permissionIn, routes } from '@latchkey/contract';
import { describe, expect, test } from 'vitest';
import { operatorActor } from './operator-actor.ts';
import { mayManageOperators, requireRoleHeld, roleOperations } from './roles.ts';

const operations = operationsOf(routes);
const reads = routes.filter(({ method }) => method === 'GET').map(({ permission }) => permission);
const asRole = (role: (typeof operatorRoles)[number]) =>
  operatorActor({ tenant: 'demo', id: 'A', name: 'Ada', email: null, role });

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

  test('cannot be given by somebody who can do less', () => {
    for (const role of operatorRoles) {
      expect(() => requireRoleHeld(asRole('administrator'), role)).not.toThrow();
      if (role !== 'support') expect(() => requireRoleHeld(asRole('support'), role)).toThrow(/can do more/);
    }
    expect(mayManageOperators(asRole('administrator'))).toBe(true);
    expect(mayManageOperators(asRole('auditor'))).toBe(false);
    expect(asRole('auditor').permissions.has(permissionIn('other', 'Audit:listAudit'))).toBe(false);
  });
});
