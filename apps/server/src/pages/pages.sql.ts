import type { CustomPageFile, CustomPageVersion } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import { type StoredVersion, shownVersion, versionPages } from '../versions/list-versions.sql.ts';
import { deployVersion, nextNumber, removeVersion, versionColumns } from '../versions/version-statements.ts';
import type { CheckedFiles } from './check-files.ts';
import { fileType } from './file-types.ts';
import type { ShownPage, StoredPage } from './page.ts';

const columns = `${versionColumns}, kind, base_app_url as "baseAppUrl", file_count as "fileCount", size,
  content_hash as "contentHash"`;

const insert: Statement = {
  name: 'pages.insert',
  text: `with number as (${nextNumber('page_names')}),
  done as (
    insert into pages (tenant_id, id, name, version, description, status, kind, base_app_url, file_count, size,
      content_hash, created_by, updated_by)
    select $1, $2, $3, last_version, $4, $5, $6, $7, $8, $9, $10, $11, $11 from number returning *),
  audited as (${auditInsert('done', 12)})
  select ${columns} from done`,
};

const insertFile: Statement = {
  name: 'pages.insert-file',
  text: `insert into page_files (tenant_id, page_id, path, size, hash, content) values ($1, $2, $3, $4, $5, $6)`,
};

const find: Statement = {
  name: 'pages.find',
  text: `select ${columns} from pages where tenant_id = $1 and id = $2`,
};

const files: Statement = {
  name: 'pages.files',
  text: `select path, size, hash from page_files where tenant_id = $1 and page_id = $2 order by path`,
};

const contents: Statement = {
  name: 'pages.contents',
  text: `select path, content from page_files where tenant_id = $1 and page_id = $2 order by path`,
};

const file: Statement = {
  name: 'pages.file',
  text: `select path, size, hash, content from page_files where tenant_id = $1 and page_id = $2 and path = $3`,
};

const owner: Statement = {
  name: 'pages.owner',
  text: `select tenant_id as tenant from page_files where page_id = $1 limit 1`,
  way: 'find-owner',
};

const served: Statement = {
  name: 'pages.served',
  text: `select f.content, f.hash from page_files f
    join pages p on p.tenant_id = f.tenant_id and p.id = f.page_id
    where f.tenant_id = $1 and f.page_id = $2 and f.path = $3 and (p.status = 'DEPLOYED_ACTIVE' or $4)`,
};

const shown: Statement = {
  name: 'pages.shown',
  text: `select id, kind, base_app_url as "baseAppUrl" from pages
    where tenant_id = $1 and name = $2 and version = $3 and status = 'DEPLOYED_ACTIVE'`,
};

const deploy = deployVersion('pages', 'id');
const remove = removeVersion('pages');

const target = { kind: 'page' } as const;

/** A version as it is to be stored; an external one has no files. */
export type NewVersion = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly status: CustomPageVersion['status'];
  readonly baseAppUrl: string | null;
  readonly content: CheckedFiles;
};

/** Adds the next version with its files. */
export async function insertPage(sql: Sql, actor: Actor, page: NewVersion): Promise<void> {
  const { id, name, description, status, baseAppUrl, content } = page;
  const kind = baseAppUrl === null ? 'FILES' : 'EXTERNAL';
  const facts = { name, contentHash: content.contentHash, files: content.files.length, status };
  await sql.row(insert, [
    ...[actor.tenant, id, name, description, status, kind, baseAppUrl],
    ...[content.files.length, content.size, content.contentHash, actor.name],
    ...auditValues(actor, { action: 'page.created', target, facts }),
  ]);
  for (const one of content.files)
    await sql.change(insertFile, [actor.tenant, id, one.path, one.content.length, one.hash, one.content]);
}

/** A version with the list of its files. */
export async function findPage(sql: Sql, tenant: string, id: string): Promise<StoredPage | undefined> {
  const row = await sql.row<StoredVersion<CustomPageVersion>>(find, [tenant, id]);
  if (row === undefined) return undefined;
  const found = await sql.rows<Omit<CustomPageFile, 'type'>>(files, [tenant, id]);
  return { ...withoutNulls(shownVersion<CustomPageVersion>(row)), files: found.map(withType) };
}

/** Every file of a version with its content. */
export const findContents = (sql: Sql, tenant: string, id: string) =>
  sql.rows<{ readonly path: string; readonly content: Uint8Array }>(contents, [tenant, id]);

/** One file of a version. */
export async function findFile(sql: Sql, tenant: string, id: string, path: string) {
  const row = await sql.row<Omit<CustomPageFile, 'type'> & { readonly content: Uint8Array }>(file, [
    tenant,
    id,
    path,
  ]);
  return row && withType(row);
}

/** The tenant of a version, which the addresses of the content host do not name. */
export const tenantOfPage = async (sql: Sql, id: string): Promise<string | undefined> =>
  (await sql.row<{ readonly tenant: string }>(owner, [id]))?.tenant;

/** A file as the content host serves it; of a draft only for its preview. */
export const findServed = (sql: Sql, tenant: string, id: string, path: string, mayBeDraft: boolean) =>
  sql.row<{ readonly content: Uint8Array; readonly hash: string }>(served, [tenant, id, path, mayBeDraft]);

/** A deployed version by name and number. */
export const findShown = (sql: Sql, tenant: string, name: string, version: number) =>
  sql.row<ShownPage>(shown, [tenant, name, version]);

/** Deploys a version; nothing when absent or deployed already. */
export const markPageDeployed = (sql: Sql, actor: Actor, { id, name, contentHash }: StoredPage) =>
  sql.row(deploy, [
    actor.tenant,
    id,
    actor.name,
    ...auditValues(actor, { action: 'page.deployed', target, facts: { name, contentHash } }),
  ]);

/** Deletes a version with its files. */
export const removePage = (sql: Sql, actor: Actor, { id, name, version }: StoredPage) =>
  sql.row(remove, [
    actor.tenant,
    id,
    ...auditValues(actor, { action: 'page.deleted', target, facts: { name, version } }),
  ]);

/** One page of versions. */
export const listPagePage = versionPages<CustomPageVersion>('pages', columns);

const withType = <File extends { readonly path: string }>(one: File) => ({
  ...one,
  type: fileType(one.path)?.mediaType ?? 'application/octet-stream',
});
