import { type ActivityManifest, type Reference, references, sketchDefinition } from '@latchkey/bpmn';
import type { DefinitionUse } from '@latchkey/contract';
import type { Sql } from '../db/sql.ts';
import { registrationPolicyProblems } from '../relying-parties/registration-policy.ts';
import { requireRelyingParty } from '../relying-parties/require-relying-party.ts';
import { findStore } from '../stores/find-store.ts';
import { startableDiagramsWith } from './definition-uses.sql.ts';
import { missingReferences } from './process-definitions.sql.ts';

/** An identity store, a relying party of it, or a registration policy of that. */
export type Needed = {
  readonly storeName: string;
  readonly relyingPartyId?: string | undefined;
  readonly registrationPolicy?: string | undefined;
};

/** Finds the tasks that name something without which they fail, in the versions by which an instance may begin. */
export function findDefinitionUses(manifests: readonly ActivityManifest[]) {
  return async (sql: Sql, tenant: string, needed: Needed): Promise<DefinitionUse[]> => {
    await requireNeeded(sql, tenant, needed);
    const text = needed.registrationPolicy ?? needed.relyingPartyId ?? needed.storeName;
    const uses: DefinitionUse[] = [];
    for (const { id, name, version, bpmn } of await startableDiagramsWith(sql, tenant, text)) {
      const definition = await sketchDefinition(bpmn, manifests);
      const elements = new Set(
        references(definition)
          .filter((reference) => isOf(reference, needed))
          .map(({ element }) => element),
      );
      for (const element of elements) {
        const elementName = definition.nodes[element]?.name;
        uses.push({
          definitionId: id,
          definitionName: name,
          definitionVersion: version,
          element,
          ...(elementName !== undefined && { elementName }),
        });
      }
    }
    return uses;
  };
}

/** Throws when there is no such thing. */
async function requireNeeded(
  sql: Sql,
  tenant: string,
  { storeName, relyingPartyId, registrationPolicy }: Needed,
): Promise<void> {
  if (relyingPartyId === undefined) {
    await findStore(sql, tenant, storeName);
    return;
  }
  await requireRelyingParty(sql, tenant, { storeName, rpId: relyingPartyId });
  if (registrationPolicy === undefined) return;
  const policy = {
    kind: 'registration-policy',
    name: registrationPolicy,
    storeName,
    relyingPartyId,
  } as const;
  const missing = await missingReferences(sql, tenant, [{ ...policy, element: '', property: '' }]);
  if (missing.length > 0) throw registrationPolicyProblems.create('registration-policy.not-found');
}

function isOf(reference: Reference, { storeName, relyingPartyId, registrationPolicy }: Needed): boolean {
  const { kind, name } = reference;
  if (relyingPartyId === undefined) return kind === 'identity-store' && name === storeName;
  if (reference.storeName !== storeName) return false;
  if (registrationPolicy === undefined) return kind === 'relying-party' && name === relyingPartyId;
  return (
    kind === 'registration-policy' &&
    name === registrationPolicy &&
    reference.relyingPartyId === relyingPartyId
  );
}
