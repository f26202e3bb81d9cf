import { randomBytes } from 'node:crypto';
import { type Clock, defineProblems } from '@latchkey/kernel';
import { recentlyKnown } from '../access/recently-known.ts';
import type { Database } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { insertDataKey, selectDataKey } from './data-keys.sql.ts';
import type { KeyWrapper } from './key-wrapper.ts';
import { seal, unseal } from './seal.ts';

/** The row in which a secret lies; a copy of it elsewhere does not open. */
export type SecretPlace = { readonly tenant: string; readonly table: string; readonly row: string };

/** Keeps secrets that must be read again, under a data key of their tenant (AES-256-GCM). */
export type Vault = {
  /** Throws `secret.unreadable`. */
  readonly seal: (place: SecretPlace, secret: Uint8Array) => Promise<Uint8Array>;
  /** `undefined` when it was sealed elsewhere, or its tenant's key is gone or cannot be unwrapped. */
  readonly open: (place: SecretPlace, sealed: Uint8Array) => Promise<Uint8Array | undefined>;
};

type Needs = { readonly database: Database; readonly keys: KeyWrapper; readonly now: Clock };
type Known = { readonly key: Promise<Uint8Array | undefined>; readonly readAtMs: number };

export const vaultProblems = defineProblems({
  'secret.unreadable': { title: "The key of this tenant's secrets cannot be opened here.", status: 503 },
});

/** A process keeps an unwrapped data key in memory for so long. */
const knownForMs = 5 * 60_000;

/** The context that is bound to the data key of a tenant. */
export const contextOf = (tenant: string): string => `data_keys/${tenant}`;

/**
 * Envelope encryption: what is secret under the tenant's data key, that one under a key which is not in the database.
 * Data keys are made at first use, in a statement of their own, so that a transaction that fails takes none along.
 */
export function vault({ database, keys, now }: Needs): Vault {
  const recent = recentlyKnown<Known>(1_000);
  const dataKey = async (tenant: string): Promise<Uint8Array | undefined> => {
    const known = recent.get(tenant);
    if (known && now() - known.readAtMs < knownForMs) return known.key;
    const key = inTenant(tenant, () => readOrMake(database, keys, tenant));
    recent.set(tenant, { key, readAtMs: now() });
    const opened = await key.catch((error: unknown) => {
      recent.forget(tenant);
      throw error;
    });
    if (opened === undefined) recent.forget(tenant);
    return opened;
  };
  return Object.freeze<Vault>({
    seal: async (place, secret) => {
      const key = await dataKey(place.tenant);
      if (key === undefined) throw vaultProblems.create('secret.unreadable');
      return seal(key, placeOf(place), secret);
    },
    open: async (place, sealed) => {
      const key = await dataKey(place.tenant);
      return key && unseal(key, placeOf(place), sealed);
    },
  });
}

async function readOrMake(database: Database, keys: KeyWrapper, tenant: string) {
  const stored = await selectDataKey(database, tenant);
  if (stored) return keys.unwrap(stored, contextOf(tenant));
  await insertDataKey(database, tenant, await keys.wrap(randomBytes(32), contextOf(tenant)));
  // Another process may have been first; its key counts.
  const first = await selectDataKey(database, tenant);
  return first && keys.unwrap(first, contextOf(tenant));
}

const placeOf = ({ tenant, table, row }: SecretPlace) => ({
  purpose: table,
  row: JSON.stringify([tenant, table, row]),
});
