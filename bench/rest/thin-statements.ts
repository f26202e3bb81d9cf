import { newId } from '@latchkey/kernel';
import type { Sql } from '../../apps/server/src/db/sql.ts';
import type { BenchIds } from '../seed-users.ts';
import { startedExample } from './examples.ts';
import type { FloorStatements } from './floor-statements.ts';

const insertSession = {
  name: 'floor.session',
  text: `insert into registration_sessions (tenant_id, id, store_id, relying_party_id, policy_id, user_id, challenge_hash,
           expectations, user_name, user_display_name, actor, expires_at)
         values ('demo', $1, $2, $3, $4, $5, $6, $7, 'user', 'user', 'API Key: demo',
           clock_timestamp() + interval '330 seconds')`,
};
const insertCredential = {
  name: 'floor.credential',
  text: `insert into credentials (tenant_id, id, store_id, relying_party_id, user_id, credential_id, public_key,
           algorithm, sign_count, user_verified, backup_eligible, backed_up, transports, attachment, resident_key,
           aaguid, aaguid_verified, attestation_format, attestation_type, evidence, mac, rp_id,
           origin, name, created_by)
         values ('demo', $1, $2, $3, $4, $5, $6, -7, 0, true, false, false, '{internal}', 'platform', true,
           '00000000-0000-0000-0000-000000000000', false, 'none', 'none', $7, $8, 'localhost',
           'http://localhost:3000', 'Passkey on this device, 2026-05-04', 'API Key: demo')`,
};
const publicKey = Buffer.alloc(77, 1);
const mac = Buffer.alloc(33, 1);
const frozen = JSON.stringify(startedExample.frozen);

/**
 * The least that any such product writes: one session, one credential. No audit, no user handle, no end of the session,
 * and nothing is looked up or judged.
 */
export const thinStatements = (sql: Sql, { storeId, relyingParty, policy }: BenchIds): FloorStatements => ({
  start: async (userId, challenge) => {
    const sessionId = newId();
    await sql.change(insertSession, [sessionId, storeId, relyingParty, policy, userId, challenge, frozen]);
    return sessionId;
  },
  complete: async (userId, _sessionId, { credentialId, attestationObject, clientDataJson }) => {
    const passkeyId = newId();
    const given = [credentialId, publicKey, Buffer.concat([attestationObject, clientDataJson]), mac];
    await sql.change(insertCredential, [passkeyId, storeId, relyingParty, userId, ...given]);
    return passkeyId;
  },
});
