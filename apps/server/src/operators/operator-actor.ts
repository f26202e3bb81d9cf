import type { Actor } from '../access/actor.ts';
import type { SignedInOperator } from './operator.ts';
import { permissionsOf } from './roles.ts';

/** An operator as an actor, with the permissions of the role. */
export const operatorActor = ({
  tenant,
  id,
  name,
  role,
  signedInAt,
}: SignedInOperator & { readonly signedInAt?: Date }): Actor =>
  Object.freeze({
    kind: 'operator',
    tenant,
    id,
    name: `Operator: ${name}`,
    permissions: new Set(permissionsOf(tenant, role)),
    ...(signedInAt && { signedInAt: signedInAt.getTime() }),
  });
