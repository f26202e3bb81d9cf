import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import type { Covered, Evidence } from './passkey-seals.ts';

/** A row of an earlier version, to get its HMAC. */
export type Unsealed = { readonly covered: Covered; readonly evidence?: Evidence };

/** A row with what is to be checked of it. */
export type Sealed = {
  readonly covered: Covered;
  readonly mac: Uint8Array | null;
  readonly evidence: Uint8Array | null;
};

export type NewSeal = { readonly id: string; readonly mac: Uint8Array; readonly evidence: Uint8Array | null };

/** A table of passkeys, as the chore that seals old rows and the check of all rows see it. */
export type SealableTable = {
  readonly kind: 'passkey' | 'operator-passkey';
  /** Some rows without an HMAC. */
  readonly unsealed: (sql: Sql, tenant: string) => Promise<readonly Unsealed[]>;
  /** Gives rows that have none an HMAC, and says so in the audit; answers how many had none. */
  readonly seal: (sql: Sql, actor: Actor, seals: readonly NewSeal[]) => Promise<number>;
  /** The next rows behind `after`, by id. */
  readonly rows: (sql: Sql, tenant: string, after: string) => Promise<readonly Sealed[]>;
};
