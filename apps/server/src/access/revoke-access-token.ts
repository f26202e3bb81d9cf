import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from '@latchkey/kernel';
import { recordAudit } from '../audit/record-audit.ts';
import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { Authentication } from './authentication.ts';
import { actorOf } from './client.ts';
import { authenticateClient, oauthProblems } from './client-authentication.ts';
import { insertRevokedToken } from './clients.sql.ts';

type Needs = { readonly sql: Sql; readonly tokens: AccessTokens } & Pick<Authentication, 'forget'>;

/** The form of POST /oauth/revoke. */
export type RevocationForm = {
  readonly token?: string;
  readonly client_id?: string;
  readonly client_secret?: string;
};

/**
 * Revokes an access token of the client that asks (RFC 7009): at once in this process, within `staleForMs` in
 * others. A token that is no longer good, or another client's, changes nothing and is no failure.
 */
export function revokeAccessToken({ sql, tokens, forget }: Needs) {
  return async (headers: IncomingHttpHeaders, form: RevocationForm): Promise<void> => {
    if (!form.token) throw oauthProblems.create('oauth.invalid-request', { detail: 'token is missing.' });
    const client = await authenticateClient(sql, headers, form);
    const claims = await tokens.verify(form.token).catch(notGood);
    if (claims?.clientId !== client.clientId) return;
    const fact = { action: 'access-token.revoked', target: { kind: 'api-key', id: client.id } };
    await inTenant(client.tenant, async () => {
      await insertRevokedToken(sql, claims);
      forget(form.token ?? '');
      await recordAudit(sql, actorOf(client), fact);
    });
  };
}

function notGood(error: unknown): undefined {
  if (error instanceof Problem && error.status === 401) return undefined;
  throw error;
}
