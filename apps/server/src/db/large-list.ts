import type { Sql, Statement } from './sql.ts';

/** A list that may have millions of rows. Every text is ours; what a request says is always a value. */
export type LargeList<Filter extends string> = {
  /** Constant and unique in the program. */
  readonly name: string;
  /** `from … where …`, with the fixed values as `$1` and on. */
  readonly from: string;
  readonly filters: Readonly<Record<Filter, (place: string) => string>>;
  /** Allow-listed fields with what they order by; an index should begin so, and end with `id`. */
  readonly orders: Readonly<Record<string, readonly string[]>>;
  readonly fallback: `${string},${Way}`;
  /** Unique, so that it makes each order total. */
  readonly id: string;
  /** The rows of a page: `chosen` selects their ids alone, so that only those of the page are read whole. */
  readonly rows: (chosen: string, order: string) => string;
};

type Way = 'asc' | 'desc';
/** Which page, counted from 0, of how many rows, in which order: `field` or `field,asc`. */
type Page = { readonly page?: number; readonly size?: number; readonly sort?: readonly string[] };
type Wanted<Filter extends string> = { readonly [filter in Filter]?: unknown };

/**
 * Reads a page of a large list and how many rows there are. A statement names only the filters that are given, so that
 * PostgreSQL plans for them; a page of the second half is read from the end.
 */
export function largeList<Row, Filter extends string>(list: LargeList<Filter>) {
  return async (
    sql: Sql,
    fixed: readonly unknown[],
    wanted: Wanted<Filter>,
    { page = 0, size = 10, sort }: Page,
  ): Promise<{ readonly rows: readonly Row[]; readonly total: number }> => {
    const { key, text, values } = conditionsOf(list, wanted, fixed.length + 1);
    const known = [...fixed, ...values];
    const total = (await sql.row<{ total: number }>(countOf(list, key, text), known))?.total ?? 0;
    const before = page * size;
    const length = Math.min(size, total - before);
    if (length <= 0) return { rows: [], total };
    const isFromEnd = before > total / 2;
    const statement = pageOf(list, { key, text, sort: sort?.[0], isFromEnd, next: known.length + 1 });
    const skipped = isFromEnd ? total - before - length : before;
    const rows = await sql.rows<Row>(statement, [...known, length, skipped]);
    return { rows: isFromEnd ? rows.toReversed() : rows, total };
  };
}

/** The conditions of the filters that are given; `key` tells which these are. */
function conditionsOf<Filter extends string>(
  { filters }: LargeList<Filter>,
  wanted: Wanted<Filter>,
  first: number,
) {
  const names = Object.keys(filters) as Filter[];
  const given = names.filter((name) => wanted[name] !== undefined && wanted[name] !== null);
  const key = given.reduce((bits, name) => bits + 2 ** names.indexOf(name), 0);
  const text = given.map((name, place) => ` and ${filters[name](`$${first + place}`)}`).join('');
  return { key, text, values: given.map((name) => wanted[name]) };
}

const countOf = ({ name, from }: LargeList<never>, key: number, text: string): Statement => ({
  name: `${name}.count.${key}`,
  text: `select count(*) as total ${from}${text}`,
});

type Asked = {
  readonly key: number;
  readonly text: string;
  readonly sort: string | undefined;
  readonly isFromEnd: boolean;
  readonly next: number;
};

function pageOf(list: LargeList<never>, { key, text, sort, isFromEnd, next }: Asked): Statement {
  const [field, way] = sortOf(list, sort);
  const direction = isFromEnd === (way === 'asc') ? 'desc' : 'asc';
  const order = [...(list.orders[field] ?? []), list.id].map((one) => `${one} ${direction}`).join(', ');
  const chosen = `select ${list.id} ${list.from}${text} order by ${order} limit $${next} offset $${next + 1}`;
  return { name: `${list.name}.${key}.${field}.${direction}`, text: list.rows(chosen, order) };
}

function sortOf({ orders, fallback }: LargeList<never>, sort: string | undefined): readonly [string, Way] {
  const [field = '', way] = (sort ?? fallback).split(',');
  if (!Object.hasOwn(orders, field)) return fallback.split(',') as [string, Way];
  return [field, way === 'desc' ? 'desc' : 'asc'];
}
