import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { getDefinition } from './deploy-definition.ts';
import { definitionProblems } from './process-definition.ts';
import { removeDefinition } from './process-definitions.sql.ts';

/** Deletes a version that was never deployed. Throws `process-definition.not-found`, `process-definition.deployed`. */
export async function deleteDefinition(sql: Sql, actor: Actor, id: string): Promise<void> {
  if (await removeDefinition(sql, actor, id)) return;
  await getDefinition(sql, actor, id);
  throw definitionProblems.create('process-definition.deployed');
}
