import type { Sql, Statement } from '../db/sql.ts';
import type { WrappedKey } from '../secrets/key-wrapper.ts';

/** The public half of a signing key, as JWKS publishes it (RFC 7517). */
export type PublicJwk = {
  readonly kid: string;
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
  readonly alg: string;
  readonly use: string;
};

/** A signing key as stored; the private half is wrapped. */
export type StoredKey = {
  readonly kid: string;
  readonly publicJwk: PublicJwk;
  readonly privateKey: Buffer;
  /** The id of the key that wraps it; null: of an earlier version. */
  readonly wrappedBy: string | null;
  readonly createdAt: Date;
};

const columns =
  'kid, public_jwk as "publicJwk", private_key as "privateKey", wrapped_by as "wrappedBy", created_at as "createdAt"';

const young: Statement = {
  name: 'signing-keys.young',
  text: `select ${columns} from signing_keys
    where retired_at is null and created_at > now() - interval '30 days' order by created_at desc limit 20`,
};
const byId: Statement = {
  name: 'signing-keys.by-id',
  text: `select ${columns} from signing_keys where kid = $1 and retired_at is null`,
};
const published: Statement = {
  name: 'signing-keys.published',
  text: `select ${columns} from signing_keys
    where retired_at is null and created_at > now() - interval '32 days' order by created_at desc limit 100`,
};
const insert: Statement = {
  name: 'signing-keys.insert',
  text: 'insert into signing_keys (kid, public_jwk, private_key, wrapped_by) values ($1, $2, $3, $4)',
};

/** Keys that may still sign, newest first. */
export const selectYoungKeys = (sql: Sql): Promise<readonly StoredKey[]> => sql.rows<StoredKey>(young);

/** One key that may still verify. */
export const selectKey = (sql: Sql, kid: string): Promise<StoredKey | undefined> =>
  sql.row<StoredKey>(byId, [kid]);

/** Keys whose tokens may still be valid. */
export const selectPublishedKeys = (sql: Sql): Promise<readonly StoredKey[]> =>
  sql.rows<StoredKey>(published);

/** Stores a new key. */
export const insertKey = (
  sql: Sql,
  kid: string,
  publicJwk: PublicJwk,
  { bytes, keyId }: WrappedKey,
): Promise<number> => sql.change(insert, [kid, JSON.stringify(publicJwk), bytes, keyId]);

const former: Statement = {
  name: 'signing-keys.former',
  text: `select kid, private_key as bytes, wrapped_by as "keyId" from signing_keys
    where wrapped_by <> $1 and created_at > now() - interval '32 days' order by kid`,
};
const rewrap: Statement = {
  name: 'signing-keys.rewrap',
  text: 'update signing_keys set private_key = $2, wrapped_by = $3 where kid = $1',
};

/** Keys that may still sign and that another key than this one wraps. */
export const selectFormerSigningKeys = (
  sql: Sql,
  newest: string,
): Promise<readonly (WrappedKey & { readonly kid: string })[]> => sql.rows(former, [newest]);

/** Puts the wrapping of another key in the place of one. */
export const rewrapSigningKey = (sql: Sql, kid: string, { bytes, keyId }: WrappedKey): Promise<number> =>
  sql.change(rewrap, [kid, bytes, keyId]);
