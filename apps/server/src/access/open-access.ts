import type { Clock, NewId } from '@latchkey/kernel';
import type { Sql } from '../db/sql.ts';
import type { KeyWrapper } from '../secrets/key-wrapper.ts';
import { type AccessTokens, accessTokens } from './access-tokens.ts';
import { type Authentication, authentication } from './authentication.ts';
import { type SigningKeys, signingKeys } from './signing-keys.ts';

type Needs = {
  readonly sql: Sql;
  readonly newId: NewId;
  readonly now: Clock;
  /** Wraps the private halves of signing keys. */
  readonly keyWrapper: KeyWrapper;
  /** The origin that people see; issuer and audience of tokens. */
  readonly publicUrl: () => string;
};

/** What a server process knows of access: its routes need all of it, the HTTP server `authenticate`. */
export type Access = Authentication & { readonly keys: SigningKeys; readonly tokens: AccessTokens };

/** Opens access: who asks, the tokens, and their keys. Touches the database at first use only. */
export function openAccess(needs: Needs): Access {
  const keys = signingKeys({ ...needs, keys: needs.keyWrapper });
  const tokens = accessTokens({ ...needs, keys });
  return { keys, tokens, ...authentication({ ...needs, tokens }) };
}
