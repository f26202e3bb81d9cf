/** Its HMAC, and what that covers beside the columns that everybody reads. */
export const coveredColumns = (c: string): string => `
  ${c}.tenant_id as tenant, ${c}.store_id as "storeId", ${c}.relying_party_id as "partyId", ${c}.mac,
  (select h.handle from user_handles h where h.tenant_id = ${c}.tenant_id
      and h.relying_party_id = ${c}.relying_party_id and h.user_id = ${c}.user_id) as handle`;

/** The columns of a stored passkey under the names of the domain, for a table or its alias. */
export const passkeyColumns = (c: string): string => `
  ${c}.id, ${c}.user_id as "userId", ${c}.rp_id as "relyingPartyId", ${c}.credential_id as "credentialId",
  ${c}.public_key as "publicKey", ${c}.algorithm, ${c}.sign_count as "signCount",
  ${c}.user_verified as "isUserVerified", ${c}.backup_eligible as "isBackupEligible", ${c}.backed_up as "isBackedUp",
  ${c}.transports, ${c}.attachment, ${c}.resident_key as "isDiscoverable", ${c}.aaguid,
  ${c}.aaguid_verified as "isAaguidVerified", ${c}.attestation_format as "attestationFormat",
  ${c}.attestation_type as "attestationType", ${c}.trust_path as "trustPath", ${c}.findings, ${c}.model,
  ${c}.certification_level as "certificationLevel", ${c}.capabilities, ${c}.client, ${c}.top_origin as "topOrigin",
  ${c}.origin, ${c}.name, ${c}.status, ${c}.created_at as "createdAt",
  ${c}.created_by as "createdBy", ${c}.updated_at as "updatedAt", ${c}.last_used_at as "lastUsedAt",
  ${coveredColumns(c)}`;
