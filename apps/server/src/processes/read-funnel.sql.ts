import type { FunnelCounts, ProcessFunnel } from '@latchkey/contract';
import type { Sql, Statement } from '../db/sql.ts';

type Group = 'byBrowser' | 'byDevice' | 'byVersion' | 'byDay';

type Row = FunnelCounts & {
  /** Which group the row counts; `null` for all instances together. */
  readonly grouping: Group | null;
  readonly key: string | null;
  readonly medianMilliseconds: number | null;
};

/** One pass over the instances of the period, those that are erased by now among them: every group at once. */
const funnel: Statement = {
  name: 'process-instances.funnel',
  text: `with versions as (
    select id, version::text as version from process_definitions where tenant_id = $1 and name = $2),
  counted as (
    select v.version, i.created_at, i.status, i.reached, i.outcome, i.browser, i.device,
      extract(epoch from i.ended_at - i.started_at) * 1000 as milliseconds
    from versions v join process_instances i on i.tenant_id = $1 and i.definition_id = v.id
    where i.created_at >= $3::timestamptz and i.created_at < $4::timestamptz and i.reached >= 1
    union all
    select v.version, i.created_at, i.status, i.reached, i.outcome, i.browser, i.device, i.milliseconds
    from versions v join erased_instances i on i.tenant_id = $1 and i.definition_id = v.id
    where i.created_at >= $3::timestamptz and i.created_at < $4::timestamptz and i.reached >= 1),
  chosen as (
    select reached, outcome, status, milliseconds, version, coalesce(browser, '') as browser,
      coalesce(device, '') as device, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD') as day
    from counted)
  select case when grouping(browser) = 0 then 'byBrowser' when grouping(device) = 0 then 'byDevice'
      when grouping(version) = 0 then 'byVersion' when grouping(day) = 0 then 'byDay' end as grouping,
    coalesce(browser, device, version, day) as key,
    count(*)::integer as started,
    (count(*) filter (where reached >= 2))::integer as "formShown",
    (count(*) filter (where reached >= 3))::integer as "promptShown",
    (count(*) filter (where reached >= 4))::integer as registered,
    (count(*) filter (where reached < 4 and outcome = 'signed-in'))::integer as "signedIn",
    (count(*) filter (where reached < 4 and outcome = 'cancelled'))::integer as cancelled,
    (count(*) filter (where reached < 4 and outcome = 'timed-out'))::integer as "timedOut",
    (count(*) filter (where reached < 4 and coalesce(outcome = 'failed', status = 'COMPLETED_PROCESS_ERROR')))::integer as failed,
    (count(*) filter (where reached < 4 and outcome = 'completed'))::integer as completed,
    (count(*) filter (where reached < 4 and outcome is null and status <> 'COMPLETED_PROCESS_ERROR'))::integer as open,
    (percentile_cont(0.5) within group (order by milliseconds) filter (where reached >= 4 or outcome = 'signed-in'))::float8 as "medianMilliseconds"
  from chosen group by grouping sets ((), (browser), (device), (version), (day))
  order by key`,
};

const none: FunnelCounts = Object.freeze({
  started: 0,
  formShown: 0,
  promptShown: 0,
  registered: 0,
  signedIn: 0,
  cancelled: 0,
  timedOut: 0,
  failed: 0,
  completed: 0,
  open: 0,
});

type Asked = { readonly name: string; readonly from: string; readonly to: string };

/** Counts what became of the instances of a definition that were created in the period (RFC 3339, `to` excluded). */
export async function readFunnel(
  sql: Sql,
  tenant: string,
  { name, from, to }: Asked,
): Promise<ProcessFunnel> {
  const rows = await sql.rows<Row>(funnel, [tenant, name, from, to]);
  const all = rows.find(({ grouping }) => grouping === null);
  const median = all?.medianMilliseconds ?? null;
  return {
    name,
    from,
    to,
    total: all === undefined ? none : countsOf(all),
    ...(median !== null && { medianMilliseconds: Math.round(median) }),
    byBrowser: groupsOf(rows, 'byBrowser'),
    byDevice: groupsOf(rows, 'byDevice'),
    byVersion: groupsOf(rows, 'byVersion'),
    byDay: groupsOf(rows, 'byDay'),
  };
}

const groupsOf = (rows: readonly Row[], group: Group) =>
  rows
    .filter(({ grouping }) => grouping === group)
    .map((row) => ({ key: row.key || 'Unknown', ...countsOf(row) }));

const countsOf = ({
  grouping: _grouping,
  key: _key,
  medianMilliseconds: _median,
  ...counts
}: Row): FunnelCounts => counts;
