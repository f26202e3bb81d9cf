import type { Sql, Statement } from '../../db/sql.ts';
import type { LinkedRecord } from './link.ts';

/** Where a tenant's chain stands. Positions count from 1; 0 is before the first. */
export type Chain = {
  readonly position: number;
  readonly hash: Uint8Array;
  readonly keptPosition: number;
  readonly keptHash: Uint8Array;
  /** After how many days records are forgotten; null: never. */
  readonly keepDays: number | null;
};

/** A link to add. */
export type NewLink = {
  readonly recordId: string;
  readonly position: number;
  readonly salt: Uint8Array;
  readonly commitment: Uint8Array;
  readonly hash: Uint8Array;
};

/** What a move of the head changes. */
export type Head = Pick<Chain, 'position' | 'hash'> & {
  readonly reachedId?: string | undefined;
  readonly hasSearched: boolean;
};

/** A link as it is kept, with its record where that is still there. */
export type KeptLink = {
  readonly position: number;
  readonly recordId: string;
  readonly salt: Uint8Array | null;
  readonly commitment: Uint8Array;
  readonly hash: Uint8Array;
  readonly record: LinkedRecord | null;
};

/** Younger records may still have neighbours whose transaction is under way. */
const lag = "interval '3 seconds'";
/** No transaction of ours stays open for as long. */
const late = "interval '10 minutes'";

const record = `json_build_object('id', a.id, 'at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  'actorKind', a.actor_kind, 'actor', a.actor, 'action', a.action, 'outcome', a.outcome, 'code', a.code,
  'targetKind', a.target_kind, 'targetId', a.target_id, 'instanceId', a.instance_id, 'facts', a.facts)`;

const begin: Statement = {
  name: 'audit-chain.begin',
  text: `insert into audit_chains (tenant_id, hash, kept_hash) values ($1, $2, $2) on conflict do nothing`,
};

const behind: Statement = {
  name: 'audit-chain.behind',
  text: `select t.id as tenant from tenants t
    left join audit_chains c on c.tenant_id = t.id
    where t.sandbox_of is null and ((c.searched_at < clock_timestamp() - ${late} and c.searched_at < c.reached_at + ${late})
      or exists (
        select from audit a
        where a.tenant_id = t.id and a.at >= coalesce(c.reached_at, '-infinity')
          and (a.at, a.id) > (coalesce(c.reached_at, '-infinity'), coalesce(c.reached_id, ''))
          and a.at < clock_timestamp() - ${lag}))
    order by t.id`,
  way: 'keep-audit',
};

const lock: Statement = {
  name: 'audit-chain.lock',
  text: `select position, hash, kept_position as "keptPosition", kept_hash as "keptHash",
      keep_days as "keepDays", searched_at < clock_timestamp() - ${late} as "isToSearch"
    from audit_chains where tenant_id = $1 for update skip locked`,
};

const read: Statement = {
  name: 'audit-chain.read',
  text: `select position, hash, kept_position as "keptPosition", kept_hash as "keptHash",
      keep_days as "keepDays"
    from audit_chains where tenant_id = $1`,
};

const next: Statement = {
  name: 'audit-chain.next',
  text: `select ${record} as record from audit a, audit_chains c
    where c.tenant_id = $1 and a.tenant_id = $1 and a.at >= c.reached_at
      and (a.at, a.id) > (c.reached_at, c.reached_id) and a.at < clock_timestamp() - ${lag}
    order by a.at, a.id limit $2`,
};

const overtaken: Statement = {
  name: 'audit-chain.overtaken',
  text: `select ${record} as record from audit a, audit_chains c
    where c.tenant_id = $1 and a.tenant_id = $1
      and a.at > greatest(c.searched_at - 2 * ${late}, '-infinity') and a.at <= c.reached_at
      and not exists (select from audit_links l where l.tenant_id = $1 and l.record_id = a.id)
    order by a.at, a.id limit $2`,
};

const add: Statement = {
  name: 'audit-chain.add',
  text: `insert into audit_links (tenant_id, position, record_id, salt, commitment, hash)
    select $1, * from unnest($2::bigint[], $3::text[], $4::bytea[], $5::bytea[], $6::bytea[])`,
};

const move: Statement = {
  name: 'audit-chain.move',
  text: `update audit_chains set position = $2, hash = $3,
      reached_at = coalesce((select at from audit where tenant_id = $1 and id = $4), reached_at),
      reached_id = coalesce($4, reached_id),
      searched_at = case when $5 then clock_timestamp() else searched_at end
    where tenant_id = $1`,
};

const walk: Statement = {
  name: 'audit-chain.walk',
  text: `select l.position, l.record_id as "recordId", l.salt, l.commitment, l.hash,
      case when a.id is not null then ${record} end as record
    from audit_links l
    left join audit a on a.tenant_id = l.tenant_id and a.id = l.record_id
    where l.tenant_id = $1 and l.position > $2 order by l.position limit $3`,
};

const unlinked: Statement = {
  name: 'audit-chain.unlinked',
  text: `select a.id from audit a
    where a.tenant_id = $1 and a.at < clock_timestamp() - 3 * ${late}
      and not exists (select from audit_links l where l.tenant_id = $1 and l.record_id = a.id)
    order by a.at, a.id limit 1`,
};

const keep: Statement = {
  name: 'audit-chain.keep',
  text: 'update audit_chains set keep_days = $2 where tenant_id = $1',
};

const forgetful: Statement = {
  name: 'audit-chain.forgetful',
  text: `select c.tenant_id as tenant from audit_chains c
    join audit_links l on l.tenant_id = c.tenant_id and l.position = c.kept_position + 1
    join audit a on a.tenant_id = l.tenant_id and a.id = l.record_id
    where a.at < clock_timestamp() - make_interval(days => c.keep_days)`,
  way: 'keep-audit',
};

const forget: Statement = {
  name: 'audit-chain.forget',
  text: 'select forget_audit($1, $2) as forgotten',
};

const erase: Statement = {
  name: 'audit-chain.erase',
  text: 'select erase_audit_of_operator($1, $2) as erased',
};

/** Makes the chain of a tenant that has none. */
export const beginChain = (sql: Sql, tenant: string, hash: Uint8Array) => sql.change(begin, [tenant, hash]);

/** The tenants that have records to link. */
export const tenantsBehind = async (sql: Sql) =>
  (await sql.rows<{ readonly tenant: string }>(behind)).map(({ tenant }) => tenant);

/** The chain, locked; `undefined` while another process works on it. */
export const lockChain = (sql: Sql, tenant: string) =>
  sql.row<Chain & { readonly isToSearch: boolean }>(lock, [tenant]);

/** The chain; `undefined` before its first link. */
export const readChain = (sql: Sql, tenant: string) => sql.row<Chain>(read, [tenant]);

/** The next records behind the newest link, oldest first. */
export const recordsToLink = (sql: Sql, tenant: string, limit: number) => records(sql, next, tenant, limit);

/** Records older than the newest link that were committed after it. */
export const overtakenRecords = (sql: Sql, tenant: string, limit: number) =>
  records(sql, overtaken, tenant, limit);

/** Adds links. */
export const addLinks = (sql: Sql, tenant: string, links: readonly NewLink[]) =>
  sql.change(add, [
    tenant,
    links.map(({ position }) => position),
    links.map(({ recordId }) => recordId),
    links.map(({ salt }) => salt),
    links.map(({ commitment }) => commitment),
    links.map(({ hash }) => hash),
  ]);

/** Moves the head: to its newest link, to the record up to which everything is linked, and past a search that ended. */
export const moveHead = (sql: Sql, tenant: string, { position, hash, reachedId, hasSearched }: Head) =>
  sql.change(move, [tenant, position, hash, reachedId ?? null, hasSearched]);

/** The links behind a position, in order. */
export const linksAfter = (sql: Sql, tenant: string, position: number, limit: number) =>
  sql.rows<KeptLink>(walk, [tenant, position, limit]);

/** A record old enough to be linked that is not, or `undefined`. */
export const unlinkedRecord = async (sql: Sql, tenant: string) =>
  (await sql.row<{ readonly id: string }>(unlinked, [tenant]))?.id;

/** Sets after how many days records are forgotten. */
export const setKeepDays = (sql: Sql, tenant: string, days: number | null) =>
  sql.change(keep, [tenant, days]);

/** The tenants whose oldest kept record is older than their rule says. */
export const forgetfulTenants = async (sql: Sql) =>
  (await sql.rows<{ readonly tenant: string }>(forgetful)).map(({ tenant }) => tenant);

/** Forgets what the tenant's rule says, at most so many records. Answers how many. */
export const forgetRecords = async (sql: Sql, tenant: string, most: number) =>
  (await sql.row<{ readonly forgotten: number }>(forget, [tenant, most]))?.forgotten ?? 0;

/** Takes an operator's name and facts out of linked records. Answers out of how many. */
export const eraseOperator = async (sql: Sql, tenant: string, operatorId: string) =>
  (await sql.row<{ readonly erased: number }>(erase, [tenant, operatorId]))?.erased ?? 0;

async function records(sql: Sql, statement: Statement, tenant: string, limit: number) {
  const rows = await sql.rows<{ readonly record: LinkedRecord }>(statement, [tenant, limit]);
  return rows.map((row) => row.record);
}
