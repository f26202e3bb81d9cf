import type { Sql, Statement } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';

const over = `challenge is not null and (status <> 'PENDING' or expires_at <= clock_timestamp())`;

const find: Statement = {
  name: 'registration-session.in-clear',
  text: `select tenant_id as tenant from registration_sessions where ${over} limit 1`,
  way: 'seal-passkeys',
};

/** As `sessionKeyOf` makes it. */
const keyOfId = `rtrim(translate(encode(sha256(convert_to(s.id, 'UTF8')), 'base64'), '+/', '-_'), '=')`;

const hash: Statement = {
  name: 'registration-session.hash',
  text: `
update registration_sessions s set id = ${keyOfId}, challenge_hash = sha256(s.challenge), challenge = null
 where s.tenant_id = $1 and s.id in (
   select id from registration_sessions where tenant_id = $1 and ${over} limit 500 for update skip locked)`,
};

/**
 * Puts hashes in the place of id and challenge of registration sessions that an earlier version stored, once they are
 * over: a process of that version may still end them. A batch; answers how many it was.
 */
export async function hashOldSessions(sql: Sql): Promise<number> {
  const found = await sql.row<{ readonly tenant: string }>(find);
  return found ? await inTenant(found.tenant, () => sql.change(hash, [found.tenant])) : 0;
}
