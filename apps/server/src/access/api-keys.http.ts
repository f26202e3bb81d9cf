import * as contract from '@latchkey/contract';
import type { Clock, NewId } from '@latchkey/kernel';
import { audited } from '../audit/audited.ts';
import type { Sql } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import { type AccessTokens, tokenLifetimeSeconds } from './access-tokens.ts';
import { listApiKeyPage } from './api-keys.sql.ts';
import { findClientBySecret } from './clients.sql.ts';
import { createApiKey } from './create-api-key.ts';
import { invalidToken } from './invalid-token.ts';
import { deleteApiKey, getApiKey, updateApiKey } from './manage-api-keys.ts';

type Needs = {
  readonly sql: Sql;
  readonly newId: NewId;
  readonly now: Clock;
  readonly tokens: AccessTokens;
};

const kind = 'api-key';

/** The routes of API keys. */
export function apiKeysHttp({ sql, newId, now, tokens }: Needs): readonly Bound[] {
  const create = createApiKey({ newId, now });
  const update = updateApiKey({ now });
  return [
    bind(contract.createApiKey, ({ actor, body }) =>
      audited(sql, actor, { action: 'api-key.created', target: { kind } }, () => create(sql, actor, body)),
    ),
    bind(contract.listApiKeys, ({ actor, query }) => listApiKeyPage(sql, actor.tenant, query)),
    bind(contract.getApiKey, ({ actor, params }) => getApiKey(sql, actor, params.apiKeyId)),
    bind(contract.updateApiKey, ({ actor, params: { apiKeyId: id }, body }) =>
      audited(sql, actor, { action: 'api-key.changed', target: { kind, id } }, () =>
        update(sql, actor, id, body),
      ),
    ),
    bind(contract.deleteApiKey, async ({ actor, params: { apiKeyId: id } }) => {
      await audited(sql, actor, { action: 'api-key.deleted', target: { kind, id } }, () =>
        deleteApiKey(sql, actor, id),
      );
      return undefined;
    }),
    bind(contract.issueToken, async ({ headers: { 'x-api-key': key } }) => {
      const client = typeof key === 'string' ? await findClientBySecret(sql, 'API_KEY', key) : undefined;
      if (!client) throw invalidToken();
      return { token: await tokens.issue(client), ttl: tokenLifetimeSeconds };
    }),
  ];
}
