import { type ActivityManifest, readDefinition } from '@latchkey/bpmn';
import type { NewProcessDefinition, ProcessDefinition } from '@latchkey/contract';
import { type NewId, Problem } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import type { Transaction } from '../db/sql.ts';
import type { CheckDefinition } from './check-definition.ts';
import { readDiagram } from './process-definition.ts';
import { insertDefinition, markDefinitionDeployed } from './process-definitions.sql.ts';

type Needs = {
  readonly manifests: readonly ActivityManifest[];
  readonly checkDefinition: CheckDefinition;
  readonly newId: NewId;
};

/**
 * Creates the next version of a definition. A draft may have faults that a deployed version may not; with
 * `Save & Deploy` it is checked and deployed at once. Throws `definition.unreadable`, `definition.too-large`,
 * `definition.invalid`.
 */
export const createDefinition =
  ({ manifests, checkDefinition, newId }: Needs) =>
  async (sql: Transaction, actor: Actor, input: NewProcessDefinition): Promise<ProcessDefinition> => {
    const xml = readDiagram(input.resources.bpmn.data);
    const isDeployed = input.creationOption === 'Save & Deploy';
    if (isDeployed) await checkDefinition(sql, actor.tenant, xml);
    else await readDefinition(xml, manifests).catch(forgiveFaults);
    for (;;) {
      const made = await insertDefinition(sql, actor, newId(), { definition: input, xml });
      if (made === undefined) continue;
      return (isDeployed && (await markDefinitionDeployed(sql, actor, made.id))) || made;
    }
  };
export type CreateDefinition = ReturnType<typeof createDefinition>;

function forgiveFaults(error: unknown): void {
  if (error instanceof Problem && error.code === 'definition.invalid') return;
  throw error;
}
