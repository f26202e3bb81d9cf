import type { ActivityManifest } from '@latchkey/bpmn';
import type { NewProcessDefinition, ProcessDefinition } from '@latchkey/contract';
import type { NewId } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import type { Transaction } from '../db/sql.ts';
import { tenantRoom } from '../tenants/tenant-room.ts';
import { chooseByVersion } from '../themes/choose-theme.ts';
import type { CheckDefinition } from './check-definition.ts';
import { readDiagram } from './process-definition.ts';
import { insertDefinition, markDefinitionDeployed } from './process-definitions.sql.ts';
import { readDraft } from './read-draft.ts';

type Needs = {
  readonly manifests: readonly ActivityManifest[];
  readonly checkDefinition: CheckDefinition;
  readonly newId: NewId;
};

/**
 * Creates the next version of a definition. A draft may have faults that a deployed version may not; with
 * `Save & Deploy` it is checked and deployed at once. Throws `definition.unreadable`, `definition.too-large`,
 * `definition.invalid`, `tenant.limit-reached`; with a theme as `chooseByVersion`.
 */
export const createDefinition = ({ manifests, checkDefinition, newId }: Needs) => {
  const requireRoom = tenantRoom('definitions');
  const requireStorage = tenantRoom('bytes of forms, pages, themes and diagrams');
  return async (sql: Transaction, actor: Actor, input: NewProcessDefinition): Promise<ProcessDefinition> => {
    const xml = readDiagram(input.resources.bpmn.data);
    const isDeployed = input.creationOption === 'Save & Deploy';
    if (isDeployed) await checkDefinition(sql, actor.tenant, xml);
    else await readDraft(xml, manifests);
    await requireRoom(sql, actor.tenant);
    await requireStorage(sql, actor.tenant, Buffer.byteLength(xml));
    await chooseByVersion(sql, actor, input.name, input.themeId);
    for (;;) {
      const made = await insertDefinition(sql, actor, newId(), { definition: input, xml });
      if (made === undefined) continue;
      return (isDeployed && (await markDefinitionDeployed(sql, actor, made.id))) || made;
    }
  };
};
export type CreateDefinition = ReturnType<typeof createDefinition>;
