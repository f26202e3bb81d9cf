import type { Clock, NewId } from '@latchkey/kernel';
import type { Sql } from '../db/sql.ts';
import type { Bound } from '../http/bind.ts';
import { type AccessTokens, accessTokens } from './access-tokens.ts';
import { apiKeysHttp } from './api-keys.http.ts';
import type { Authenticate } from './authenticate.ts';
import { authentication } from './authentication.ts';
import { oauthHttp } from './oauth.http.ts';
import { signingKeys } from './signing-keys.ts';

type Needs = {
  readonly sql: Sql;
  readonly newId: NewId;
  readonly now: Clock;
  readonly secretKey: Uint8Array;
  readonly publicUrl: () => string;
};

export type Access = {
  readonly authenticate: Authenticate;
  readonly tokens: AccessTokens;
  readonly routes: readonly Bound[];
};

/** Everything of access, put together: who asks, tokens, and the routes of both. */
export function composeAccess(needs: Needs): Access {
  const keys = signingKeys(needs);
  const tokens = accessTokens({ ...needs, keys });
  const { authenticate, forget } = authentication({ ...needs, tokens });
  const routes = [...apiKeysHttp({ ...needs, tokens }), ...oauthHttp({ ...needs, tokens, keys, forget })];
  return { authenticate, tokens, routes };
}
