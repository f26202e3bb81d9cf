import type { CreatedApiKey, NewApiKey } from '@latchkey/contract';
import type { Clock, NewId } from '@latchkey/kernel';
import type { Sql } from '../db/sql.ts';
import type { Actor } from './actor.ts';
import { apiKeyProblems, checkType, endOf, grantable } from './api-key.ts';
import { insertApiKey } from './api-keys.sql.ts';
import { newSecret } from './secrets.ts';
import { requireStepUp } from './takeover.ts';

/** A new key. The seed names `clientId` and secrets itself, so that it can print them again. */
export type CreateApiKeyInput = NewApiKey & {
  readonly clientId?: string;
  readonly code?: string;
  readonly clientSecret?: string;
};

/**
 * Creates an API key; the answer alone holds its secrets. Throws `api-key.invalid` (also for a client id that
 * exists), `api-key.permission-not-held`, `access.step-up-needed`.
 */
export function createApiKey({ newId, now }: { readonly newId: NewId; readonly now: Clock }) {
  return async (sql: Sql, actor: Actor, input: CreateApiKeyInput): Promise<CreatedApiKey> => {
    checkType(input.type, input.expiringDtm);
    const permissions = grantable(actor, input.permissions ?? []);
    requireStepUp(actor, now(), permissions);
    const secrets = {
      code: input.code ?? newSecret('API_KEY'),
      clientSecret: input.clientSecret ?? newSecret('CLIENT_SECRET'),
    };
    const key = await insertApiKey(sql, actor, {
      id: newId(),
      clientId: input.clientId ?? newId(),
      name: input.name,
      description: input.description ?? '',
      permissions,
      ...(input.expiringDtm !== undefined && { expiringDtm: endOf(input.expiringDtm, now()) }),
      ...secrets,
    });
    if (!key) throw apiKeyProblems.create('api-key.invalid', { detail: 'The client id exists.' });
    return { ...key, ...secrets };
  };
}
export type CreateApiKey = ReturnType<typeof createApiKey>;
