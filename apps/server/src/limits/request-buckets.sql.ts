import type { Sql, Statement } from '../db/sql.ts';

/** What is left of a bucket; at $1: so many that were used already are paid, then up to so many more are handed out. */
const judged = (held: string) => `
  select a.tokens - g.granted, g.granted, clock_timestamp()
    from (select ${held} - $4::float8 as tokens) a,
         lateral (select greatest(0, least($5::float8, floor(a.tokens))) as granted) g`;

const lease: Statement = {
  name: 'request-buckets.lease',
  text: `insert into request_buckets as b (key, tokens, granted, filled_at)
    select $1::bytea, made.* from (${judged('$2::float8')}) made
    on conflict (key) do update set (tokens, granted, filled_at) = (${judged(
      `greatest(-$2::float8, least($2::float8, b.tokens
         + greatest(0, extract(epoch from clock_timestamp() - b.filled_at)) * $2::float8 / $3::float8))`,
    )})
    returning tokens, granted`,
};

const forget: Statement = {
  name: 'request-buckets.forget',
  text: `delete from request_buckets where key = any (array(
    select key from request_buckets where filled_at < clock_timestamp() - interval '2 hours' limit $1))`,
};

/** What is left, and how many were handed out. */
export type Leased = { readonly tokens: number; readonly granted: number };

/** Pays what was used on credit and takes up to `wanted` more, in one statement under the row's lock. */
export async function leaseRequests(
  sql: Sql,
  key: Uint8Array,
  { most, seconds, owed, wanted }: { most: number; seconds: number; owed: number; wanted: number },
): Promise<Leased> {
  const leased = await sql.row<Leased>(lease, [key, most, seconds, owed, wanted]);
  if (leased === undefined) throw new Error('a lease always answers one row');
  return leased;
}

/** Deletes up to `limit` buckets that have been full again for long. Answers how many. */
export const forgetBuckets = (sql: Sql, limit: number): Promise<number> => sql.change(forget, [limit]);
