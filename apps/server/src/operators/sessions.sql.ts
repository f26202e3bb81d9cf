import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import type { SignedInOperator } from './operator.ts';
import { tenantOfSession } from './owners.sql.ts';
import { sessionLifetimeSeconds } from './session-cookie.ts';

/** How long a session lives without being used. */
export const idle = "interval '30 minutes'";
/** A session that has not ended; `s` is the session, `o` its operator. */
export const live = `s.revoked_at is null and s.expires_at > clock_timestamp()
  and s.seen_at > clock_timestamp() - ${idle} and o.status = 'ACTIVE'`;

export type SessionToInsert = {
  readonly id: string;
  readonly passkeyId: string;
  readonly hash: Uint8Array;
  readonly userAgent: string;
};

const inserting = (source: string, first: number): string => {
  const at = (offset: number) => `$${first + offset}`;
  return `insert into operator_sessions (tenant_id, id, operator_id, credential, hash, user_agent, expires_at)
    select $1, ${at(0)}, operator_id, id, ${at(1)}, ${at(2)}, clock_timestamp() + make_interval(secs => ${at(3)})
    from ${source} returning id`;
};

const insert: Statement = {
  name: 'operator-sessions.insert',
  text: `with passkey as (select id, operator_id from operator_credentials where tenant_id = $1 and id = $2)
    ${inserting('passkey', 3)}`,
};

/** Begins the session of an operator who was just set up; their creation is in the audit already. */
export const insertSession = (
  sql: Sql,
  tenant: string,
  { id, passkeyId, hash, userAgent }: SessionToInsert,
): Promise<unknown> => sql.row(insert, [tenant, passkeyId, id, hash, userAgent, sessionLifetimeSeconds]);

const signIn: Statement = {
  name: 'operator-sessions.sign-in',
  text: `with swept as (
    delete from operator_sessions where tenant_id = $1 and expires_at < clock_timestamp() - interval '1 day'),
  used as (
    update operator_credentials c
       set sign_count = $7, backed_up = $8, last_used_at = clock_timestamp()
      from operators o
     where c.tenant_id = $1 and c.id = $2 and o.tenant_id = c.tenant_id and o.id = c.operator_id
       and o.status = 'ACTIVE' and (c.sign_count < $7 or (c.sign_count = 0 and $7 = 0))
    returning c.id, c.operator_id),
  begun as (${inserting('used', 3)}),
  audited as (${auditInsert('used', 9, 'operator_id')})
  select id from begun`,
};

export type PasskeyUse = { readonly signCount: number; readonly backedUp: boolean };

/**
 * Begins a session by a passkey: counts its use and writes the audit row in the same statement. False when the
 * operator was blocked or the counter used meanwhile.
 */
export async function insertSignedInSession(
  sql: Sql,
  actor: Actor,
  { id, passkeyId, hash, userAgent }: SessionToInsert,
  { signCount, backedUp }: PasskeyUse,
): Promise<boolean> {
  const facts = { sessionId: id, passkeyId, browser: userAgent };
  const audit = auditValues(actor, { action: 'operator.signed-in', target: { kind: 'operator' }, facts });
  const session = [actor.tenant, passkeyId, id, hash, userAgent, sessionLifetimeSeconds];
  return (await sql.row(signIn, [...session, signCount, backedUp, ...audit])) !== undefined;
}

/** A live session, and who is signed in. */
export type LiveSession = SignedInOperator & {
  readonly sessionId: string;
  readonly signedInAt: Date;
  readonly expiresAt: Date;
  readonly idleExpiresAt: Date;
};

const find: Statement = {
  name: 'operator-sessions.find',
  text: `with found as (
    select s.id as "sessionId", o.tenant_id as tenant, o.id, o.name, o.email, o.role, o.stores, s.expires_at as "expiresAt",
           s.created_at as "signedInAt", s.seen_at < clock_timestamp() - interval '1 minute' as due, s.seen_at
      from operator_sessions s join operators o on o.tenant_id = s.tenant_id and o.id = s.operator_id
     where s.hash = $1 and ${live}),
  seen as (
    update operator_sessions s set seen_at = clock_timestamp() from found f
     where f.due and s.tenant_id = f.tenant and s.id = f."sessionId")
  select tenant, id, name, email, role, stores, "sessionId", "signedInAt", "expiresAt",
         least("expiresAt", case when due then clock_timestamp() else seen_at end + ${idle}) as "idleExpiresAt"
    from found`,
};

/** The live session with this hash, in whatever tenant; moves its last use, at most once a minute. */
export async function findLiveSession(sql: Sql, hash: Uint8Array): Promise<LiveSession | undefined> {
  const tenant = await tenantOfSession(sql, hash);
  return tenant === undefined ? undefined : inTenant(tenant, () => sql.row<LiveSession>(find, [hash]));
}

const revoke: Statement = {
  name: 'operator-sessions.revoke',
  text: `with done as (
    update operator_sessions s set revoked_at = clock_timestamp() from operators o
     where s.tenant_id = $1 and s.id = $2 and ($3::text is null or s.operator_id = $3)
       and o.tenant_id = s.tenant_id and o.id = s.operator_id and ${live}
    returning s.id, s.hash),
  audited as (${auditInsert('done', 4)})
  select hash from done`,
};

/** Ends a live session, of one operator or of any; answers its hash, `undefined` when there is none. */
export async function revokeSession(
  sql: Sql,
  actor: Actor,
  { id, operatorId }: { readonly id: string; readonly operatorId: string | undefined },
  action: 'operator-session.revoked' | 'operator.signed-out',
): Promise<Uint8Array | undefined> {
  const audit = auditValues(actor, { action, target: { kind: 'operator-session' } });
  return (await sql.row<{ hash: Uint8Array }>(revoke, [actor.tenant, id, operatorId ?? null, ...audit]))
    ?.hash;
}
