import type { Actor } from '../access/actor.ts';
import type { SignedInOperator } from './operator.ts';
import { permissionsOf } from './roles.ts';

/** An operator as an actor, with the permissions of the role, in their stores. */
export const operatorActor = ({
  tenant,
  id,
  name,
  role,
  stores,
  signedInAt,
}: SignedInOperator & { readonly signedInAt?: Date }): Actor =>
  Object.freeze({
    kind: 'operator',
    tenant,
    id,
    name: `Operator: ${name}`,
    permissions: new Set(permissionsOf(tenant, role, stores)),
    ...(stores && { stores }),
    ...(signedInAt && { signedInAt: signedInAt.getTime() }),
  });
