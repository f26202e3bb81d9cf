import { createHmac, randomBytes } from 'node:crypto';
import { type Clock, defineProblems } from '@latchkey/kernel';
import { recentlyKnown } from '../access/recently-known.ts';
import type { Database } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { insertDataKey, selectDataKey } from './data-keys.sql.ts';
import type { KeyWrapper } from './key-wrapper.ts';
import { sealingKey, sealUnder, unsealUnder } from './seal.ts';

/** The row in which a secret lies; a copy of it elsewhere does not open. */
export type SecretPlace = { readonly tenant: string; readonly table: string; readonly row: string };

/** Keeps secrets that must be read again, under a data key of their tenant (AES-256-GCM). */
export type Vault = {
  /** Gets the tenant's key, so that `seal` and `open` need no connection for the next minute: before a transaction. */
  readonly ready: (tenant: string) => Promise<void>;
  /** Throws `secret.unreadable`. */
  readonly seal: (place: SecretPlace, secret: Uint8Array) => Promise<Uint8Array>;
  /** The HMAC-SHA256 of what a row holds, under a key for its table and bound to it. Throws `secret.unreadable`. */
  readonly mac: (place: SecretPlace, content: Uint8Array) => Promise<Uint8Array>;
  /** `undefined` when it was sealed elsewhere, or its tenant's key is gone or cannot be unwrapped. */
  readonly open: (place: SecretPlace, sealed: Uint8Array) => Promise<Uint8Array | undefined>;
};

type Needs = { readonly database: Database; readonly keys: KeyWrapper; readonly now: Clock };
/** The keys of one tenant, by what they are for. */
type Keys = (purpose: string) => Uint8Array;
type Known = { readonly keys: Promise<Keys | undefined>; readonly untilMs: number };

export const vaultProblems = defineProblems({
  'secret.unreadable': { title: "The key of this tenant's secrets cannot be opened here.", status: 503 },
});

/** A process keeps an unwrapped data key in memory for so long. */
const knownForMs = 5 * 60_000;
/** For so long it does not try again to unwrap one that it could not. */
const unreadableForMs = 5_000;
/** Longer than any transaction. */
const readyForMs = 60_000;

/** The context that is bound to the data key of a tenant. */
export const contextOf = (tenant: string): string => `data_keys/${tenant}`;

/**
 * Envelope encryption: what is secret under the tenant's data key, that one under a key which is not in the database.
 * Data keys are made at first use, in a statement of their own, so that a transaction that fails takes none along.
 */
export function vault({ database, keys: wrapper, now }: Needs): Vault {
  const recent = recentlyKnown<Known>(1_000);
  const keysOf = async (tenant: string, forMs = 0): Promise<Keys | undefined> => {
    const known = recent.get(tenant);
    if (known && now() + forMs < known.untilMs) return known.keys;
    const keys = inTenant(tenant, () => readOrMake(database, wrapper, tenant)).then(
      (key) => key && derived(key),
    );
    recent.set(tenant, { keys, untilMs: now() + knownForMs });
    const opened = await keys.catch((error: unknown) => {
      recent.forget(tenant);
      throw error;
    });
    if (opened === undefined) recent.set(tenant, { keys, untilMs: now() + unreadableForMs });
    return opened;
  };
  const requiredKeys = async (tenant: string): Promise<Keys> => {
    const keys = await keysOf(tenant);
    if (keys === undefined) throw vaultProblems.create('secret.unreadable');
    return keys;
  };
  return Object.freeze<Vault>({
    ready: async (tenant) => void (await keysOf(tenant, readyForMs)),
    seal: async (place, secret) => {
      const keys = await requiredKeys(place.tenant);
      return sealUnder(keys(place.table), rowOf(place), secret);
    },
    mac: async (place, content) => {
      const keys = await requiredKeys(place.tenant);
      const code = createHmac('sha256', keys(`${place.table} mac`));
      return code.update(rowOf(place)).update('\0').update(content).digest();
    },
    open: async (place, sealed) => {
      const keys = await keysOf(place.tenant);
      return keys && unsealUnder(keys(place.table), rowOf(place), sealed);
    },
  });
}

/** Derives each key once: there are as many as tables that have secrets. */
function derived(dataKey: Uint8Array): Keys {
  const keys = new Map<string, Uint8Array>();
  return (purpose) => {
    const key = keys.get(purpose) ?? sealingKey(dataKey, purpose);
    keys.set(purpose, key);
    return key;
  };
}

async function readOrMake(database: Database, keys: KeyWrapper, tenant: string) {
  const stored = await selectDataKey(database, tenant);
  if (stored) return keys.unwrap(stored, contextOf(tenant));
  await insertDataKey(database, tenant, await keys.wrap(randomBytes(32), contextOf(tenant)));
  // Another process may have been first; its key counts.
  const first = await selectDataKey(database, tenant);
  return first && keys.unwrap(first, contextOf(tenant));
}

const rowOf = ({ tenant, table, row }: SecretPlace): string => JSON.stringify([tenant, table, row]);
