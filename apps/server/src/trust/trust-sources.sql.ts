import type { Sql, Statement } from '../db/sql.ts';

/** A source as it is kept. */
export type KeptSource = {
  readonly source: string;
  readonly kind: 'metadata' | 'revocations';
  readonly body: string | null;
  readonly number: number | null;
  readonly nextUpdate: Date | null;
  readonly readAt: Date | null;
  readonly triedAt: Date;
  readonly fault: string | null;
};

const columns = `source, kind, body, number, next_update as "nextUpdate", read_at as "readAt", tried_at as "triedAt", fault`;

const claim: Statement = {
  name: 'trust-source.claim',
  text: `
insert into trust_sources as s (source, kind) values ($1, $2)
on conflict (source) do update set tried_at = clock_timestamp()
 where s.tried_at < clock_timestamp() - case when s.fault is null then $3::double precision else $4::double precision end * interval '1 millisecond'
returning 1 as due`,
};

const known: Statement = {
  name: 'trust-source.known-number',
  text: `select coalesce(max(number), 0) as number from trust_sources where kind = 'metadata'`,
};

const keep: Statement = {
  name: 'trust-source.keep',
  text: `
with kept as (
  update trust_sources s
     set body = $2, number = $3, next_update = $4, read_at = clock_timestamp(), fault = null
   where s.source = $1 and (s.body is distinct from $2 or s.fault is not null)
  returning s.source
), again as (
  insert into reassessments (cause) select 'trust-source.changed' from kept
)
select source from kept`,
};

const fail: Statement = {
  name: 'trust-source.fail',
  text: 'update trust_sources set fault = $2 where source = $1 and fault is distinct from $2',
};

const all: Statement = {
  name: 'trust-source.all',
  text: `select ${columns} from trust_sources order by source`,
};

const anchors: Statement = {
  name: 'trust-anchor.all',
  text: 'select tenant_id as tenant, der, aaguid from trust_anchors order by tenant_id, id',
  way: 'keep-trust',
};

const stamp: Statement = {
  name: 'trust-source.stamp',
  text: `
select concat_ws('/', (select concat(count(*), max(read_at)) from trust_sources),
                 (select concat(count(*), max(created_at)) from trust_anchors)) as stamp`,
  way: 'keep-trust',
};

export type Pace = { readonly everyMs: number; readonly afterFaultMs: number };

/** Takes the next look at a source, unless it is too early or another process has just looked. */
export async function claimSource(
  sql: Sql,
  { source, kind }: Pick<KeptSource, 'source' | 'kind'>,
  { everyMs, afterFaultMs }: Pace,
): Promise<boolean> {
  return (await sql.row(claim, [source, kind, everyMs, afterFaultMs])) !== undefined;
}

/** The number of the newest metadata that were ever read, from any source. */
export const knownNumber = async (sql: Sql): Promise<number> =>
  (await sql.row<{ readonly number: number }>(known))?.number ?? 0;

/** Keeps what a source says now, and asks for passkeys to be assessed anew if it says something else. */
export const keepSource = (
  sql: Sql,
  { source, body, number, nextUpdate }: Pick<KeptSource, 'source' | 'body' | 'number' | 'nextUpdate'>,
) => sql.row(keep, [source, body, number, nextUpdate]);

/** Remembers why a look failed; what was kept stays. Answers 0 where that was known. */
export const failSource = (sql: Sql, source: string, fault: string) => sql.change(fail, [source, fault]);

/** Every source that was ever looked at. */
export const keptSources = (sql: Sql) => sql.rows<KeptSource>(all);

export type KeptAnchor = {
  readonly tenant: string;
  readonly der: Uint8Array;
  readonly aaguid: string | null;
};

/** The trust anchors of every tenant. */
export const keptAnchors = (sql: Sql) => sql.rows<KeptAnchor>(anchors);

/** Differs when anything that is trusted has changed. */
export const trustStamp = async (sql: Sql): Promise<string> =>
  (await sql.row<{ readonly stamp: string }>(stamp))?.stamp ?? '';
