import type { Operator, OperatorChange } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import type { Database, Sql } from '../db/sql.ts';
import { operatorProblems } from './operator.ts';
import { changeOperator, lockAdministrators, lockOperator, removeOperator } from './operators.sql.ts';
import { requireRoleHeld } from './roles.ts';

/**
 * Changes an operator: another role acts within `staleForMs`, a blocked one loses their sessions. Throws
 * `operator.not-found`, `operator.role-not-held`, `operator.last-administrator`.
 */
export async function updateOperator(
  sql: Database,
  actor: Actor,
  id: string,
  { name, ...rest }: OperatorChange,
): Promise<Operator> {
  const change = { ...rest, ...(name !== undefined && { name: name.trim() }) };
  return sql.transaction(async (transaction) => {
    const leaves = (change.role ?? 'administrator') !== 'administrator' || change.status === 'BLOCKED';
    await requireManageable(transaction, actor, id, leaves);
    if (change.role) requireRoleHeld(actor, change.role);
    return (await changeOperator(transaction, actor, id, change)) ?? absent();
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
async function requireManageable(transaction: Sql, actor: Actor, id: string, leaves: boolean): Promise<void> {
  const administrators = leaves ? await lockAdministrators(transaction, actor.tenant) : [];
  const operator = (await lockOperator(transaction, actor.tenant, id)) ?? absent();
  requireRoleHeld(actor, operator.role);
  if (administrators.length === 1 && administrators[0] === id)
    throw operatorProblems.create('operator.last-administrator');
}

function absent(): never {
  throw operatorProblems.create('operator.not-found');
}
