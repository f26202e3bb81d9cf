import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { type Clock, isId, type NewId } from '@latchkey/kernel';
import type { Sql } from '../db/sql.ts';
import type { KeyWrapper } from '../secrets/key-wrapper.ts';
import { type RecentlyKnown, recentlyKnown } from './recently-known.ts';
import {
  insertKey,
  type PublicJwk,
  selectKey,
  selectPublishedKeys,
  selectYoungKeys,
} from './signing-keys.sql.ts';

/** The key that signs now. */
export type SigningKey = { readonly kid: string; readonly key: KeyObject; readonly createdAt: number };

/** The keys of access tokens: P-256, shared through the database by the processes that share a secret key. */
export type SigningKeys = {
  readonly current: () => Promise<SigningKey>;
  /** The public half of any process's key; `undefined` for an unknown or retired one. */
  readonly find: (kid: string) => Promise<KeyObject | undefined>;
  readonly published: () => Promise<readonly PublicJwk[]>;
};

type Needs = {
  readonly sql: Sql;
  readonly newId: NewId;
  readonly now: Clock;
  /** Wraps the private halves. */
  readonly keys: KeyWrapper;
};

export { rewrapSigningKey, selectFormerSigningKeys } from './signing-keys.sql.ts';

/** The context that is bound to a private half. */
export const signingContextOf = (kid: string): string => `signing_keys/${kid}`;

/** A key signs for 30 days. */
const signsForMs = 30 * 24 * 3600 * 1000;

/** Opens the newest key that this process can open, or makes one, at the first use. */
export function signingKeys(needs: Needs): SigningKeys {
  const known = recentlyKnown<KeyObject>(1000);
  let signing: Promise<SigningKey> | undefined;
  const current = async (): Promise<SigningKey> => {
    signing ??= openOrMake(needs);
    const opened = signing;
    const key = await opened.catch((error: unknown) => {
      signing = undefined;
      throw error;
    });
    if (needs.now() - key.createdAt < signsForMs) return key;
    if (signing === opened) signing = undefined;
    return current();
  };
  return {
    current,
    find: (kid) => findKey(needs.sql, known, kid),
    published: async () => (await selectPublishedKeys(needs.sql)).map(({ publicJwk }) => publicJwk),
  };
}

async function findKey(
  sql: Sql,
  known: RecentlyKnown<KeyObject>,
  kid: string,
): Promise<KeyObject | undefined> {
  const remembered = known.get(kid);
  if (remembered || !isId(kid)) return remembered;
  const stored = await selectKey(sql, kid);
  if (!stored) return undefined;
  const key = createPublicKey({ key: stored.publicJwk, format: 'jwk' });
  known.set(kid, key);
  return key;
}

async function openOrMake({ sql, newId, now, keys }: Needs): Promise<SigningKey> {
  for (const { kid, privateKey, wrappedBy, createdAt } of await selectYoungKeys(sql)) {
    const wrapped = { keyId: wrappedBy ?? '', bytes: privateKey };
    const der = await keys.unwrap(wrapped, signingContextOf(kid));
    if (der && now() - createdAt.getTime() < signsForMs) {
      return {
        kid,
        key: createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' }),
        createdAt: createdAt.getTime(),
      };
    }
  }
  const kid = newId();
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const publicJwk = { kid, kty: 'EC', crv: 'P-256', x, y, alg: 'ES256', use: 'sig' };
  const der = privateKey.export({ format: 'der', type: 'pkcs8' });
  await insertKey(sql, kid, publicJwk, await keys.wrap(der, signingContextOf(kid)));
  return { kid, key: privateKey, createdAt: now() };
}
