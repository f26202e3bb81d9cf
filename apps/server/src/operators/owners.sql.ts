import type { Sql, Statement } from '../db/sql.ts';

const owner = (name: string, text: string): Statement => ({
  name: `operator-owners.${name}`,
  text: `select tenant_id as tenant from ${text}`,
  way: 'find-owner',
});
const ofInvitation = owner('of-invitation', 'operator_invitations where hash = $1');
const ofSession = owner('of-session', 'operator_sessions where hash = $1');
const ofPasskey = owner('of-passkey', 'operator_credentials where rp_id = $1 and credential_id = $2');

const tenantBy =
  (statement: Statement) =>
  async (sql: Sql, ...values: readonly unknown[]): Promise<string | undefined> =>
    (await sql.row<{ readonly tenant: string }>(statement, values))?.tenant;

/** The tenant to which the invitation with this hash invites, usable or not. */
export const tenantOfInvitation: (sql: Sql, hash: Uint8Array) => Promise<string | undefined> =
  tenantBy(ofInvitation);

/** The tenant of the session with this hash, live or not. */
export const tenantOfSession: (sql: Sql, hash: Uint8Array) => Promise<string | undefined> =
  tenantBy(ofSession);

/** The tenant of the operator who has this passkey. */
export const tenantOfOperatorPasskey: (
  sql: Sql,
  rpId: string,
  credentialId: Uint8Array,
) => Promise<string | undefined> = tenantBy(ofPasskey);
