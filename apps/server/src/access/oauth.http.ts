import * as contract from '@latchkey/contract';
import type { Sql } from '../db/sql.ts';
import { type Bound, bind } from '../http/bind.ts';
import type { Limits } from '../limits/limits.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { Authentication } from './authentication.ts';
import { issueAccessToken } from './issue-access-token.ts';
import { revokeAccessToken } from './revoke-access-token.ts';
import type { SigningKeys } from './signing-keys.ts';

type Needs = {
  readonly sql: Sql;
  readonly tokens: AccessTokens;
  readonly keys: SigningKeys;
  readonly publicUrl: () => string;
  readonly limits: Pick<Limits, 'ofAddress'>;
} & Pick<Authentication, 'forget'>;

/** The routes of the authorization server. */
export function oauthHttp(needs: Needs): readonly Bound[] {
  const { keys, publicUrl, limits } = needs;
  const issue = issueAccessToken(needs);
  const revoke = revokeAccessToken(needs);
  return [
    bind(contract.issueAccessToken, async ({ headers, body, address }) => {
      await limits.ofAddress('token', address);
      return issue(headers, body);
    }),
    bind(contract.revokeToken, async ({ headers, body }) => {
      await revoke(headers, body);
      return {};
    }),
    bind(contract.readKeys, async () => ({ keys: [...(await keys.published())] })),
    bind(contract.readAuthorizationServer, async () => metadata(publicUrl())),
  ];
}

/** RFC 8414 section 2. */
const metadata = (issuer: string) => ({
  issuer,
  token_endpoint: issuer + contract.issueAccessToken.path,
  revocation_endpoint: issuer + contract.revokeToken.path,
  jwks_uri: issuer + contract.readKeys.path,
  grant_types_supported: ['client_credentials'],
  response_types_supported: [],
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  scopes_supported: [...contract.operationsOf(contract.routes)],
});
