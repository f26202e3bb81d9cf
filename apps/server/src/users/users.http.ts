import * as contract from '@latchkey/contract';
import type { NewId } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import { audited } from '../audit/audited.ts';
import type { Sql } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import { addUser } from './add-user.ts';
import { deleteUser } from './delete-user.ts';
import { getUser } from './get-user.ts';
import { listUsers } from './list-users.ts';
import { updateUser } from './update-user.ts';
import type { UserKey } from './user.ts';

type Needs = { readonly sql: Sql; readonly newId: NewId };
type Params = { readonly storeName: string } & ({ readonly userId: string } | { readonly userExtId: string });

/** The routes of users, by our id and by external id. */
export function usersHttp({ sql, newId }: Needs): readonly Bound[] {
  const add = addUser({ newId });
  const change = (actor: Actor, params: Params, change: contract.UserChange) =>
    audited(sql, actor, { action: 'user.changed', target: target(params) }, () =>
      updateUser(sql, actor, { storeName: params.storeName, key: keyOf(params), change }),
    );
  const remove = async (actor: Actor, params: Params): Promise<undefined> => {
    await audited(sql, actor, { action: 'user.deleted', target: target(params) }, () =>
      deleteUser(sql, actor, params.storeName, keyOf(params)),
    );
  };
  const get = (actor: Actor, params: Params) => getUser(sql, actor, params.storeName, keyOf(params));
  return [
    bind(contract.createUser, ({ actor, params, body }) =>
      audited(sql, actor, { action: 'user.created', target: { kind: 'user' } }, () =>
        add(sql, actor, { ...body, ...params }),
      ),
    ),
    bind(contract.listUsers, ({ actor, params, query }) => listUsers(sql, actor, params.storeName, query)),
    bind(contract.getUser, ({ actor, params }) => get(actor, params)),
    bind(contract.getUserByExtId, ({ actor, params }) => get(actor, params)),
    bind(contract.updateUser, ({ actor, params, body }) => change(actor, params, body)),
    bind(contract.updateUserByExtId, ({ actor, params, body }) => change(actor, params, body)),
    bind(contract.updateUserStatus, ({ actor, params }) => change(actor, params, { status: params.status })),
    bind(contract.updateUserStatusByExtId, ({ actor, params }) =>
      change(actor, params, { status: params.status }),
    ),
    bind(contract.deleteUser, ({ actor, params }) => remove(actor, params)),
    bind(contract.deleteUserByExtId, ({ actor, params }) => remove(actor, params)),
  ];
}

const keyOf = (params: Params): UserKey =>
  'userId' in params ? { userId: params.userId } : { externalId: params.userExtId };

/** An external id may say who somebody is, so only our own id is remembered. */
const target = (params: Params) => ({ kind: 'user', ...('userId' in params && { id: params.userId }) });
