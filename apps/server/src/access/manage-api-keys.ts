import type { ApiKey, ApiKeyChange } from '@latchkey/contract';
import type { Clock } from '@latchkey/kernel';
import type { Sql } from '../db/sql.ts';
import type { Actor } from './actor.ts';
import { apiKeyProblems, endOf, grantable } from './api-key.ts';
import { changeApiKey, removeApiKey, selectApiKey } from './api-keys.sql.ts';
import { requireStepUp } from './takeover.ts';

/** Reads an API key. Throws `api-key.not-found`. */
export async function getApiKey(sql: Sql, actor: Actor, id: string): Promise<ApiKey> {
  return (await selectApiKey(sql, actor.tenant, id)) ?? absent();
}

/**
 * Changes an API key. Throws `api-key.not-found`, `api-key.invalid`, `api-key.permission-not-held`,
 * `access.step-up-needed`.
 */
export function updateApiKey({ now }: { readonly now: Clock }) {
  return async (sql: Sql, actor: Actor, id: string, change: ApiKeyChange): Promise<ApiKey> => {
    const { permissions, expiringDtm } = change;
    const granted = permissions && grantable(actor, permissions);
    if (granted) requireStepUp(actor, now(), granted, (await getApiKey(sql, actor, id)).permissions);
    const checked = {
      ...change,
      ...(granted && { permissions: [...granted] }),
      ...(expiringDtm !== undefined && { expiringDtm: endOf(expiringDtm, now()) }),
    };
    return (await changeApiKey(sql, actor, id, checked)) ?? absent();
  };
}

/** Deletes an API key. Throws `api-key.not-found`. */
export async function deleteApiKey(sql: Sql, actor: Actor, id: string): Promise<void> {
  if (!(await removeApiKey(sql, actor, id))) absent();
}

function absent(): never {
  throw apiKeyProblems.create('api-key.not-found');
}
