import { type Page, type PageRequest, pageOf, type ThemeDesign, type ThemeVersion } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import {
  deployedVersion,
  type VersionFilter,
  versionFilter,
  versionFilterValues,
} from '../db/named-versions.ts';
import { byOrder } from '../db/order.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import type { Asset } from './files/asset.ts';

const summary = `id, name, version, description, status, created_at as "createdDtm", updated_at as "lastUpdatedDtm",
  created_by as "createdBy", updated_by as "lastUpdatedBy"`;
const columns = `${summary}, design`;

type Row = Omit<ThemeVersion, 'createdDtm' | 'lastUpdatedDtm'> & {
  readonly createdDtm: Date;
  readonly lastUpdatedDtm: Date;
};

/** A version without its files. */
export type StoredTheme = ThemeVersion & { readonly design: ThemeDesign };

const insert: Statement = {
  name: 'themes.insert',
  text: `with number as (
    insert into theme_names (tenant_id, name, last_version) values ($1, $3, 1)
    on conflict (tenant_id, name) do update set last_version = theme_names.last_version + 1 returning last_version),
  done as (
    insert into themes (tenant_id, id, name, version, description, status, design, created_by, updated_by)
    select $1, $2, $3, last_version, $4, $5, $6::jsonb, $7, $7 from number returning *),
  audited as (${auditInsert('done', 8)})
  select ${columns} from done`,
};

const insertAsset: Statement = {
  name: 'themes.insert-asset',
  text: `insert into theme_assets (tenant_id, theme_id, kind, media_type, width, height, content)
    values ($1, $2, $3, $4, $5, $6, $7)`,
};

const find: Statement = {
  name: 'themes.find',
  text: `select ${columns} from themes where tenant_id = $1 and id = $2`,
};

const assets: Statement = {
  name: 'themes.assets',
  text: `select kind, media_type as "mediaType", width, height, content from theme_assets
    where tenant_id = $1 and theme_id = $2 order by kind`,
};

const deploy: Statement = {
  name: 'themes.deploy',
  text: `with done as (
    update themes set status = 'DEPLOYED_ACTIVE', updated_at = now(), updated_by = $3
    where tenant_id = $1 and id = $2 and status = 'EDITABLE' returning *),
  audited as (${auditInsert('done', 4)})
  select id from done`,
};

const remove: Statement = {
  name: 'themes.remove',
  text: `with done as (delete from themes where tenant_id = $1 and id = $2 returning id),
  audited as (${auditInsert('done', 3)})
  select id from done`,
};

const count: Statement = {
  name: 'themes.count',
  text: `select count(*) as total from themes v where ${versionFilter('themes')}`,
};
const list = byOrder(
  'themes.list',
  { name: 'name', version: 'version', createdDtm: 'created_at', lastUpdatedDtm: 'updated_at' },
  { fallback: 'createdDtm,desc', last: 'id' },
  (order) => `select ${summary}, ${deployedVersion('themes')} from themes v
    where ${versionFilter('themes')} order by ${order} limit $6 offset $7`,
);

const target = { kind: 'theme' } as const;

/** A version as it is to be stored. */
export type NewVersion = Pick<StoredTheme, 'id' | 'name' | 'description' | 'status' | 'design'> & {
  readonly assets: readonly Asset[];
};

/** Adds the next version with its files. */
export async function insertTheme(sql: Sql, actor: Actor, theme: NewVersion): Promise<void> {
  const { id, name, description, status, design } = theme;
  const facts = { name, status, files: theme.assets.map(({ kind }) => kind) };
  await sql.row(insert, [
    ...[actor.tenant, id, name, description, status, JSON.stringify(design), actor.name],
    ...auditValues(actor, { action: 'theme.created', target, facts }),
  ]);
  for (const { kind, mediaType, width, height, content } of theme.assets)
    await sql.change(insertAsset, [actor.tenant, id, kind, mediaType, width, height, content]);
}

/** A version without its files. */
export async function findTheme(sql: Sql, tenant: string, id: string): Promise<StoredTheme | undefined> {
  const row = await sql.row<Row & { readonly design: ThemeDesign }>(find, [tenant, id]);
  return row && shownRow(row);
}

/** The files of a version. */
export const findAssets = (sql: Sql, tenant: string, id: string) => sql.rows<Asset>(assets, [tenant, id]);

/** Deploys a version; nothing when absent or deployed already. */
export const markThemeDeployed = (sql: Sql, actor: Actor, { id, name, version }: StoredTheme) =>
  sql.row(deploy, [
    actor.tenant,
    id,
    actor.name,
    ...auditValues(actor, { action: 'theme.deployed', target, facts: { name, version } }),
  ]);

/** Deletes a version with its files. */
export const removeTheme = (sql: Sql, actor: Actor, { id, name, version }: StoredTheme) =>
  sql.row(remove, [
    actor.tenant,
    id,
    ...auditValues(actor, { action: 'theme.deleted', target, facts: { name, version } }),
  ]);

/** One page of versions. */
export async function listThemePage(
  sql: Sql,
  tenant: string,
  asked: PageRequest & VersionFilter,
): Promise<Page<ThemeVersion>> {
  const { page = 0, size = 10, sort } = asked;
  const values = versionFilterValues(tenant, asked);
  const total = await sql.row<{ readonly total: number }>(count, values);
  const rows = await sql.rows<Row>(list(sort), [...values, size, page * size]);
  return pageOf(
    rows.map((row) => withoutNulls(shownRow(row))),
    total?.total ?? 0,
    asked,
  );
}

const shownRow = <Shape extends Row>(row: Shape) => ({
  ...row,
  createdDtm: row.createdDtm.toISOString(),
  lastUpdatedDtm: row.lastUpdatedDtm.toISOString(),
});
