import { permissionIn, permissionInStore } from '@latchkey/contract';
import { accessProblems } from '../access/access-problems.ts';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { findInvited, type InvitedUser } from './invite-user.sql.ts';
import { tokenProblems } from './process-token.ts';

type Parameters = Readonly<Record<string, unknown>>;
type Fields = { readonly type: string; readonly maxCount: number | null; readonly parameters: Parameters };

/** The start parameter with which a process token invites one user to add a passkey. */
const name = '_invitedUser';
const pointer = `/parameters/${name}`;
const takeover = 'IdentityStore:createPasskeyRegistrationForUser';

/** Whom a token, or an instance by its start parameters, invites; `undefined` for everybody. */
export const invitedBy = (parameters: Parameters): InvitedUser | undefined =>
  Object.hasOwn(parameters, name) ? (parameters[name] as InvitedUser) : undefined;

/** Whether an actor may invite users of a store, who become whoever uses the link; of any store without one. */
export const mayInvite = ({ tenant, permissions }: Actor, storeId?: string): boolean =>
  permissions.has(permissionIn(tenant, takeover)) ||
  (storeId !== undefined && permissions.has(permissionInStore(tenant, storeId, takeover)));

/**
 * The start parameters with the invited user frozen as its id. Throws `process-token.invalid` unless the token is for
 * one use and the user is there, and `access.forbidden` for an actor who may not register passkeys for that user.
 */
export async function frozenInvitation(sql: Sql, actor: Actor, fields: Fields): Promise<Parameters> {
  const { parameters, type, maxCount } = fields;
  if (invitedBy(parameters) === undefined) return parameters;
  const asked = readInvited(parameters[name]);
  if (type !== 'MULTI_USE_COUNT_LIMITED' || maxCount !== 1) {
    return invalid('/maxCount', 'must be 1, of type MULTI_USE_COUNT_LIMITED: an invitation works once');
  }
  const found = await findInvited(sql, actor.tenant, asked);
  // Who may not invite is not told who exists.
  if (!mayInvite(actor, found?.storeId)) throw accessProblems.create('access.forbidden');
  if (found === undefined) return invalid(pointer, 'there is no such user');
  return { ...parameters, [name]: { storeName: asked.storeName, userId: found.id } };
}

/** Throws `process-token.invalid` for anything but a store and one of the ids of a user. */
function readInvited(given: unknown): InvitedUser {
  const members = typeof given === 'object' && given !== null ? Object.entries(given) : [];
  const isRead =
    members.length === 2 &&
    members.every(([, value]) => typeof value === 'string' && value !== '') &&
    members.some(([member]) => member === 'storeName') &&
    members.some(([member]) => member === 'userId' || member === 'userExternalId');
  return isRead
    ? (given as InvitedUser)
    : invalid(pointer, 'must be an object of storeName and either userId or userExternalId');
}

function invalid(at: string, detail: string): never {
  throw tokenProblems.create('process-token.invalid', { errors: [{ pointer: at, detail }] });
}
