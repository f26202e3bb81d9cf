import { type Page, type PageRequest, pageOf } from '@latchkey/contract';
import { byOrder } from '../db/order.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import {
  deployedVersion,
  type VersionFilter,
  type VersionTable,
  versionFilter,
  versionFilterValues,
} from './named-versions.ts';

/** The moments of a version as the database tells them. */
type Moments = { readonly createdDtm: Date; readonly lastUpdatedDtm: Date };

/** A version as it is stored: the same with the moments of the database. */
export type StoredVersion<Shape> = Omit<Shape, keyof Moments> & Moments;

/** A stored version with its moments as the API writes them. */
export const shownVersion = <Shape>(row: StoredVersion<Shape>): Shape =>
  ({
    ...row,
    createdDtm: row.createdDtm.toISOString(),
    lastUpdatedDtm: row.lastUpdatedDtm.toISOString(),
  }) as Shape;

/** Lists the versions in a table page by page, each with these columns. */
export function versionPages<Shape>(table: VersionTable, columns: string) {
  const named = table.replace('_', '-');
  const count: Statement = {
    name: `${named}.count`,
    text: `select count(*) as total from ${table} v where ${versionFilter(table)}`,
  };
  const list = byOrder(
    `${named}.list`,
    { name: 'name', version: 'version', createdDtm: 'created_at', lastUpdatedDtm: 'updated_at' },
    { fallback: 'createdDtm,desc', last: 'id' },
    (order) => `select ${columns}, ${deployedVersion(table)} from ${table} v
      where ${versionFilter(table)} order by ${order} limit $6 offset $7`,
  );
  return async (sql: Sql, tenant: string, asked: PageRequest & VersionFilter): Promise<Page<Shape>> => {
    const { page = 0, size = 10, sort } = asked;
    const values = versionFilterValues(tenant, asked);
    const total = await sql.row<{ readonly total: number }>(count, values);
    const rows = await sql.rows<StoredVersion<Shape>>(list(sort), [...values, size, page * size]);
    const content = rows.map((row) => withoutNulls(shownVersion<Shape>(row) as object) as Shape);
    return pageOf(content, total?.total ?? 0, asked);
  };
}
