import type { Sql, Statement } from '../db/sql.ts';

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
  readonly createdAt: Date;
};

const columns = 'kid, public_jwk as "publicJwk", private_key as "privateKey", created_at as "createdAt"';

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
  text: 'insert into signing_keys (kid, public_jwk, private_key) values ($1, $2, $3)',
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
export const insertKey = (sql: Sql, kid: string, publicJwk: PublicJwk, privateKey: Buffer): Promise<number> =>
  sql.change(insert, [kid, JSON.stringify(publicJwk), privateKey]);
