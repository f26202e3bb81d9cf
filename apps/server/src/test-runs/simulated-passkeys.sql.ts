import type { Sql, Statement } from '../db/sql.ts';

/** A passkey in a sandbox, as the device knows it that holds it. */
export type HeldPasskey = {
  readonly credentialId: Uint8Array;
  readonly algorithm: number;
  readonly userHandle: Uint8Array;
  readonly isBackupEligible: boolean;
  readonly isBackedUp: boolean;
  readonly person: string;
};

const held: Statement = {
  name: 'test-runs.held-passkeys',
  text: `select c.credential_id as "credentialId", c.algorithm, h.handle as "userHandle",
      c.backup_eligible as "isBackupEligible", c.backed_up as "isBackedUp", u.external_id as person
    from credentials c
    join users u on u.tenant_id = c.tenant_id and u.id = c.user_id
    join user_handles h on h.tenant_id = c.tenant_id and h.relying_party_id = c.relying_party_id and h.user_id = c.user_id
    where c.tenant_id = $1 and c.rp_id = $2 order by c.created_at desc, c.id`,
};

/** The passkeys of a sandbox at a relying party, the newest first. */
export const findHeldPasskeys = (sql: Sql, sandbox: string, rpId: string) =>
  sql.rows<HeldPasskey>(held, [sandbox, rpId]);
