import type { ActivityManifest } from '@latchkey/bpmn';
import type { ProcessDefinition, ProcessDefinitionChange } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { readMoment } from '../db/read-moment.ts';
import type { Transaction } from '../db/sql.ts';
import { chooseByVersion } from '../themes/choose-theme.ts';
import { getDefinition } from './deploy-definition.ts';
import { definitionProblems, readDiagram } from './process-definition.ts';
import { replaceDraft } from './process-definitions.sql.ts';
import { readDraft } from './read-draft.ts';

/**
 * Replaces the content of a draft, if nobody else has since. Throws `process-definition.not-found`,
 * `process-definition.deployed`, `process-definition.changed` (the detail says who and when), `definition.unreadable`,
 * `definition.too-large`; with a theme as `chooseByVersion`. In a transaction, so that the theme stays when the draft does.
 */
export const updateDefinition =
  ({ manifests }: { readonly manifests: readonly ActivityManifest[] }) =>
  async (
    sql: Transaction,
    actor: Actor,
    id: string,
    change: ProcessDefinitionChange,
  ): Promise<ProcessDefinition> => {
    const { name } = await getDefinition(sql, actor, id);
    const { description, resources, themeId } = change;
    // A text that is no moment is none at which anything was changed.
    const expectedAt = readMoment(change.expectedLastUpdatedDtm);
    const xml = readDiagram(resources.bpmn.data);
    await readDraft(xml, manifests);
    await chooseByVersion(sql, actor, name, themeId);
    const changed =
      expectedAt === undefined
        ? undefined
        : await replaceDraft(sql, actor, id, { expectedAt, xml, description });
    return changed ?? refuse(await getDefinition(sql, actor, id));
  };

function refuse({ status, lastUpdatedBy, lastUpdatedDtm }: ProcessDefinition): never {
  if (status !== 'EDITABLE') throw definitionProblems.create('process-definition.deployed');
  throw definitionProblems.create('process-definition.changed', {
    detail: `${lastUpdatedBy} changed the draft at ${lastUpdatedDtm}.`,
    facts: { lastUpdatedBy, lastUpdatedDtm },
  });
}
