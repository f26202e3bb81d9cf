import type { NewForm, SavedForm } from '@latchkey/contract';
import { parseForm } from '@latchkey/forms';
import type { NewId } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { tenantRoom } from '../tenants/tenant-room.ts';
import { checkTranslations } from './check-translations.ts';
import { insertForm } from './forms.sql.ts';

/**
 * Creates the next version of a form, deployed at once if asked. Throws `form.invalid` with every fault, and
 * `form.translations-missing` when it is deployed; `tenant.limit-reached`.
 */
export function createForm({ newId }: { readonly newId: NewId }) {
  const requireRoom = tenantRoom('bytes of forms, pages, themes and diagrams');
  return async (sql: Sql, actor: Actor, { creationOption, ...input }: NewForm): Promise<SavedForm> => {
    const document = parseForm(input.resource);
    await requireRoom(sql, actor.tenant, Buffer.byteLength(input.resource));
    const isDeployed = creationOption === 'Save & Deploy' || input.status === 'DEPLOYED_ACTIVE';
    const warnings = checkTranslations(document, isDeployed);
    const form = { description: '', ...input, status: isDeployed ? 'DEPLOYED_ACTIVE' : 'EDITABLE' } as const;
    return { ...(await insertForm(sql, actor, newId(), form)), ...warnings };
  };
}
export type CreateForm = ReturnType<typeof createForm>;
