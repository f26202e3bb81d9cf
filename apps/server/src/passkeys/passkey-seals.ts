import { timingSafeEqual } from 'node:crypto';
import { recentlyKnown } from '../access/recently-known.ts';
import type { Sql } from '../db/sql.ts';
import type { SecretPlace, Vault } from '../secrets/vault.ts';
import { isSealingDone } from './passkey-seals.sql.ts';

/** A row that an HMAC covers: of which table, whose, and what of it no update ever changes. */
export type Covered = {
  readonly table: 'credentials' | 'operator_credentials';
  readonly tenant: string;
  readonly id: string;
  readonly facts: readonly (string | number | boolean | null)[];
};

/** What a passkey was registered by. */
export type Evidence = { readonly attestationObject: Uint8Array; readonly clientDataJson: Uint8Array };

/** Keeps passkeys from being exchanged or edited in the database, and what they were registered by from being read. */
export type PasskeySeals = {
  /** Gets the tenant's key, before a transaction. */
  readonly ready: (tenant: string) => Promise<void>;
  /** Throws `secret.unreadable`. */
  readonly mac: (covered: Covered) => Promise<Uint8Array>;
  /**
   * Whether the row is as it was registered. One without an HMAC is of an earlier version, until every passkey of the
   * tenant has one: then it is none of ours. Throws `secret.unreadable`.
   */
  readonly isIntact: (sql: Sql, covered: Covered, mac: Uint8Array | null) => Promise<boolean>;
  /** Throws `secret.unreadable`. */
  readonly close: (place: EvidencePlace, evidence: Evidence) => Promise<Uint8Array>;
  /** `undefined` when it is of another passkey, or was edited. */
  readonly open: (place: EvidencePlace, sealed: Uint8Array) => Promise<Evidence | undefined>;
};

type EvidencePlace = { readonly tenant: string; readonly id: string };

/** Of what is covered and how; the first byte of an HMAC. */
const version = 1;

/** Over the keys of tenants. */
export function passkeySeals(vault: Pick<Vault, 'ready' | 'seal' | 'open' | 'mac'>): PasskeySeals {
  const done = recentlyKnown<true>(10_000);
  const mac = async ({ table, tenant, id, facts }: Covered): Promise<Uint8Array> => {
    const code = await vault.mac(
      { tenant, table, row: id },
      Buffer.from(JSON.stringify([version, ...facts])),
    );
    return Buffer.concat([Uint8Array.of(version), code]);
  };
  const isFromBefore = async (sql: Sql, tenant: string): Promise<boolean> => {
    if (done.get(tenant)) return false;
    if (!(await isSealingDone(sql, tenant))) return true;
    done.set(tenant, true);
    return false;
  };
  return Object.freeze<PasskeySeals>({
    ready: vault.ready,
    mac,
    isIntact: async (sql, covered, given) => {
      if (given === null) return isFromBefore(sql, covered.tenant);
      const due = await mac(covered);
      return given.length === due.length && timingSafeEqual(given, due);
    },
    close: (place, { attestationObject, clientDataJson }) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(attestationObject.length);
      return vault.seal(evidencePlace(place), Buffer.concat([length, attestationObject, clientDataJson]));
    },
    open: async (place, sealed) => {
      const opened = await vault.open(evidencePlace(place), sealed);
      if (opened === undefined) return undefined;
      const bytes = Buffer.from(opened);
      const end = 4 + bytes.readUInt32BE(0);
      return { attestationObject: bytes.subarray(4, end), clientDataJson: bytes.subarray(end) };
    },
  });
}

const evidencePlace = ({ tenant, id }: EvidencePlace): SecretPlace => ({
  tenant,
  table: 'credentials',
  row: id,
});
