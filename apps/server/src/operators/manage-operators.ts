import type { Operator, OperatorChange } from '@latchkey/contract';
import type { Clock } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import type { Database, Sql } from '../db/sql.ts';
import { operatorProblems } from './operator.ts';
import {
  changeOperator,
  type FoundOperator,
  lockAdministrators,
  lockOperator,
  removeOperator,
} from './operators.sql.ts';
import { requireGrantable } from './require-grantable.ts';
import { requireRoleHeld } from './roles.ts';

/**
 * Changes an operator: another role or other stores act within `staleForMs`, a blocked one loses their sessions. Throws
 * `operator.not-found`, `operator.last-administrator` and what `requireGrantable` throws.
 */
export async function updateOperator(
  { sql, now }: { readonly sql: Database; readonly now: Clock },
  actor: Actor,
  id: string,
  { name, ...rest }: OperatorChange,
): Promise<Operator> {
  const change = { ...rest, ...(name !== undefined && { name: name.trim() }) };
  return sql.transaction(async (transaction) => {
    const leaves = (change.role ?? 'administrator') !== 'administrator' || change.status === 'BLOCKED';
    const operator = await requireManageable(transaction, actor, id, leaves);
    const { role = operator.role, stores = operator.stores } = change;
    // Whoever is blocked can do nothing: to unblock them gives it all anew.
    const held = operator.status === 'BLOCKED' && change.status === 'ACTIVE' ? undefined : operator;
    const isGrant = change.role !== undefined || change.stores !== undefined || held === undefined;
    if (isGrant) await requireGrantable({ sql: transaction, now }, actor, { role, stores }, held);
    return (await changeOperator(transaction, actor, id, change, stores)) ?? absent();
  });
}

/** Deletes an operator. Throws `operator.not-found`, `operator.role-not-held`, `operator.last-administrator`. */
export async function deleteOperator(sql: Database, actor: Actor, id: string): Promise<void> {
  await sql.transaction(async (transaction) => {
    await requireManageable(transaction, actor, id, true);
    if (!(await removeOperator(transaction, actor, id))) absent();
  });
}

/** Locks the administrators before the operator, so that of two changes at once the second sees the first. */
async function requireManageable(
  transaction: Sql,
  actor: Actor,
  id: string,
  leaves: boolean,
): Promise<FoundOperator> {
  const administrators = leaves ? await lockAdministrators(transaction, actor.tenant) : [];
  const operator = (await lockOperator(transaction, actor.tenant, id)) ?? absent();
  requireRoleHeld(actor, operator.role, operator.stores);
  if (administrators.length === 1 && administrators[0] === id)
    throw operatorProblems.create('operator.last-administrator');
  return operator;
}

function absent(): never {
  throw operatorProblems.create('operator.not-found');
}
