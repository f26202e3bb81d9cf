import type { Actor } from '../access/actor.ts';
import type { SignedInOperator } from './operator.ts';
import { permissionsOf } from './roles.ts';

/** An operator as an actor, with the permissions of the role. */
export const operatorActor = ({ tenant, id, name, role }: SignedInOperator): Actor =>
  Object.freeze({
    kind: 'operator',
    tenant,
    id,
    name: `Operator: ${name}`,
    permissions: new Set(permissionsOf(tenant, role)),
  });
