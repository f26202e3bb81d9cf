import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { getForm } from './deploy-form.ts';
import { formVersionProblems } from './form-problems.ts';
import { removeForm } from './forms.sql.ts';

/** Deletes a version that was never deployed. Throws `form.not-found`, `form.deployed`. */
export async function deleteForm(sql: Sql, actor: Actor, id: string): Promise<void> {
  if (await removeForm(sql, actor, id)) return;
  await getForm(sql, actor, id);
  throw formVersionProblems.create('form.deployed');
}
