import type { Sql, Statement } from '../db/sql.ts';
import type { KnownPasskey } from './known-passkey.ts';

const known: Statement = {
  name: 'known-passkey.find',
  text: `
select c.id, c.user_id as "userId", u.external_id as "userExternalId", c.credential_id as "credentialId",
       c.public_key as "publicKey", c.sign_count as "signCount", c.backup_eligible as "backupEligible",
       c.user_verified as "userVerified", h.handle as "userHandle", c.tenant_id as tenant, c.store_id as "storeId",
       c.relying_party_id as "partyId", c.rp_id as "relyingPartyId", c.algorithm, c.aaguid, c.mac
  from credentials c
  join users u on u.tenant_id = c.tenant_id and u.id = c.user_id
  join user_handles h on h.tenant_id = c.tenant_id and h.relying_party_id = c.relying_party_id and h.user_id = c.user_id
 where c.tenant_id = $1 and c.relying_party_id = $2 and c.credential_id = $3 and c.status = 'ACTIVE'`,
};

/** The one place where a sign-in reads the record of a passkey; `undefined` for one that is unknown or blocked. */
export const findKnownPasskey = (
  sql: Sql,
  tenant: string,
  relyingPartyKey: string,
  credentialId: Uint8Array,
): Promise<KnownPasskey | undefined> => sql.row(known, [tenant, relyingPartyKey, credentialId]);
