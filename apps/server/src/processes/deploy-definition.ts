import type { DeployedProcessDefinition, ProcessDefinition } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import type { CheckDefinition } from './check-definition.ts';
import { definitionProblems, readDiagram } from './process-definition.ts';
import { findDefinition, markDefinitionDeployed } from './process-definitions.sql.ts';

/** Reads a version of a definition. Throws `process-definition.not-found`. */
export async function getDefinition(sql: Sql, actor: Actor, id: string): Promise<ProcessDefinition> {
  const definition = await findDefinition(sql, actor.tenant, id);
  if (definition === undefined) throw definitionProblems.create('process-definition.not-found');
  return definition;
}

/** Checks a version and deploys it, with its warnings; one that is deployed stays so. Throws as `checkDefinition` and `getDefinition`. */
export const deployDefinition =
  ({ checkDefinition }: { readonly checkDefinition: CheckDefinition }) =>
  async (sql: Sql, actor: Actor, id: string): Promise<DeployedProcessDefinition> => {
    const definition = await getDefinition(sql, actor, id);
    if (definition.status === 'DEPLOYED_ACTIVE') return { ...definition, warnings: [] };
    const warnings = await checkDefinition(sql, actor.tenant, readDiagram(definition.resources.bpmn.data));
    const deployed = (await markDefinitionDeployed(sql, actor, id)) ?? (await getDefinition(sql, actor, id));
    return { ...deployed, warnings: [...warnings] };
  };
