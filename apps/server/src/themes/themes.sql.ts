import type { ThemeDesign, ThemeVersion } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { type StoredVersion, shownVersion, versionPages } from '../versions/list-versions.sql.ts';
import { deployVersion, nextNumber, removeVersion, versionColumns } from '../versions/version-statements.ts';
import type { Asset } from './files/asset.ts';

const columns = `${versionColumns}, design`;

/** A version without its files. */
export type StoredTheme = ThemeVersion & { readonly design: ThemeDesign };

const insert: Statement = {
  name: 'themes.insert',
  text: `with number as (${nextNumber('theme_names')}),
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

const deploy = deployVersion('themes', 'id');
const remove = removeVersion('themes');

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
  const row = await sql.row<StoredVersion<StoredTheme>>(find, [tenant, id]);
  return row && shownVersion<StoredTheme>(row);
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
export const listThemePage = versionPages<ThemeVersion>('themes', versionColumns);
