import { type OperatorRole, storeRoles } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { requireStepUp } from '../access/takeover.ts';
import type { Sql } from '../db/sql.ts';
import { findKnownStores } from './known-stores.sql.ts';
import { operatorProblems } from './operator.ts';
import { permissionsOf, requireRoleHeld } from './roles.ts';

/** What an operator may do: a role, in some stores or, with null, in all. */
export type Grant = { readonly role: OperatorRole; readonly stores: readonly string[] | null };

/**
 * Throws unless an actor may give this to an operator who has `held` so far: `operator.invalid` for stores that there
 * are not or that the role cannot be held to, `operator.role-not-held`, `access.step-up-needed`.
 */
export async function requireGrantable(
  { sql, now }: { readonly sql: Sql; readonly now: () => number },
  actor: Actor,
  { role, stores }: Grant,
  held?: Grant,
): Promise<void> {
  if (stores) await requireStores(sql, actor, { role, stores }, held?.stores ?? []);
  requireRoleHeld(actor, role, stores);
  const before = held ? permissionsOf(actor.tenant, held.role, held.stores) : [];
  requireStepUp(actor, now(), permissionsOf(actor.tenant, role, stores), before);
}

/** A store that was deleted meanwhile may stay where it stood. */
async function requireStores(
  sql: Sql,
  { tenant }: Actor,
  { role, stores }: { readonly role: OperatorRole; readonly stores: readonly string[] },
  held: readonly string[],
): Promise<void> {
  if (!storeRoles.includes(role)) throw invalid('/stores', `must be absent: ${role} is a role in all stores`);
  const known = new Set([...held, ...(await findKnownStores(sql, tenant, stores))]);
  const absent = stores.findIndex((id) => !known.has(id));
  if (absent >= 0) throw invalid(`/stores/${absent}`, 'is not the id of an identity store of this tenant');
}

const invalid = (pointer: string, detail: string) =>
  operatorProblems.create('operator.invalid', { errors: [{ pointer, detail }] });
