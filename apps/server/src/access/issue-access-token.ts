import type { IncomingHttpHeaders } from 'node:http';
import { permissionIn } from '@latchkey/contract';
import { recordAudit } from '../audit/record-audit.ts';
import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { type AccessTokens, tokenLifetimeSeconds } from './access-tokens.ts';
import { actorOf, type Client } from './client.ts';
import { authenticateClient, oauthProblems } from './client-authentication.ts';

/** The form of POST /oauth/token. */
export type TokenForm = {
  readonly grant_type?: string;
  readonly client_id?: string;
  readonly client_secret?: string;
  readonly scope?: string;
};

/** Issues an access token by client credentials (RFC 6749 section 4.4). Throws `oauth.…`. */
export function issueAccessToken({ sql, tokens }: { readonly sql: Sql; readonly tokens: AccessTokens }) {
  return async (headers: IncomingHttpHeaders, form: TokenForm) => {
    if (form.grant_type === undefined) {
      throw oauthProblems.create('oauth.invalid-request', { detail: 'grant_type is missing.' });
    }
    if (form.grant_type !== 'client_credentials') throw oauthProblems.create('oauth.unsupported-grant-type');
    const client = await authenticateClient(sql, headers, form);
    const scope = form.scope ? scopeOf(client, form.scope) : undefined;
    const token = await tokens.issue(client, scope);
    const fact = {
      action: 'access-token.issued',
      target: { kind: 'api-key', id: client.id },
      ...(scope !== undefined && { facts: { scope } }),
    };
    await inTenant(client.tenant, () => recordAudit(sql, actorOf(client), fact));
    return {
      access_token: token,
      token_type: 'Bearer',
      expires_in: tokenLifetimeSeconds,
      ...(scope !== undefined && { scope }),
    };
  };
}

/** The scope in full permissions; they may be written without their tenant. */
function scopeOf({ tenant, permissions }: Client, asked: string): string {
  const held = new Set(permissions);
  const words = asked.split(' ').filter((word) => word !== '');
  const full = words.map((word) => (word.startsWith('TNT#') ? word : permissionIn(tenant, word)));
  if (full.some((permission) => !held.has(permission))) throw oauthProblems.create('oauth.invalid-scope');
  return [...new Set(full)].join(' ');
}
