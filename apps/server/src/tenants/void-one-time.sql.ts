import type { Sql, Statement } from '../db/sql.ts';

/** How many were ended of each kind. */
export type Voided = {
  readonly sessions: number;
  readonly invitations: number;
  readonly registrations: number;
  readonly links: number;
};

const voidAll: Statement = {
  name: 'tenants.void-one-time',
  text: `with sessions as (
    update operator_sessions set revoked_at = clock_timestamp() where tenant_id = $1 and revoked_at is null returning 1),
  invitations as (
    update operator_invitations set expires_at = clock_timestamp()
     where tenant_id = $1 and consumed_at is null and expires_at > clock_timestamp() returning 1),
  registrations as (
    update registration_sessions set expires_at = clock_timestamp()
     where tenant_id = $1 and status = 'PENDING' and expires_at > clock_timestamp() returning 1),
  links as (
    update process_tokens set status = 'INACTIVE', updated_at = now(), updated_by = $2
     where tenant_id = $1 and status = 'ACTIVE' and type = 'MULTI_USE_COUNT_LIMITED' returning 1)
  select (select count(*)::integer from sessions) as sessions, (select count(*)::integer from invitations) as invitations,
    (select count(*)::integer from registrations) as registrations, (select count(*)::integer from links) as links`,
};

/** Ends what counts once in a tenant, in the name of somebody. */
export const voidInTenant = async (sql: Sql, tenant: string, by: string): Promise<Voided> =>
  (await sql.row<Voided>(voidAll, [tenant, by])) as Voided;
