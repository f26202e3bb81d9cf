import type { ThemeAssetKind, ThemeDesign } from '@latchkey/contract';
import type { Sql, Statement } from '../db/sql.ts';

/** A definition's own choice comes before the tenant's, whose name is empty. */
const look: Statement = {
  name: 'look.find',
  text: `select t.name as organisation, s.id as "themeId", s.design,
      (select jsonb_agg(jsonb_build_object('kind', a.kind, 'width', a.width, 'height', a.height))
        from theme_assets a where a.tenant_id = t.id and a.theme_id = s.id) as files,
      (select jsonb_object_agg(o.key, o.text) from texts o where o.tenant_id = t.id and o.language = $4) as texts,
      coalesce((select e.origins from embedding e where e.tenant_id = t.id), '{}') as embedders
    from tenants t left join lateral (
      select v.id, v.design from theme_choices c
      join themes v on v.tenant_id = c.tenant_id and v.name = c.theme_name and v.status = 'DEPLOYED_ACTIVE'
      where c.tenant_id = t.id and c.definition_name in
        ('', $3::text, (select d.name from process_definitions d where d.tenant_id = t.id and d.id = $2))
      order by c.definition_name desc, v.version desc limit 1) s on true
    where t.id = $1`,
};

const owner: Statement = {
  name: 'look.owner',
  text: 'select tenant_id as tenant from themes where id = $1',
  way: 'find-owner',
};

const deployed: Statement = {
  name: 'look.deployed',
  text: `select v.design, coalesce((
      select jsonb_agg(jsonb_build_object('kind', a.kind, 'width', a.width, 'height', a.height))
      from theme_assets a where a.tenant_id = v.tenant_id and a.theme_id = v.id), '[]') as files
    from themes v where v.tenant_id = $1 and v.id = $2 and v.status = 'DEPLOYED_ACTIVE'`,
};

const file: Statement = {
  name: 'look.file',
  text: `select a.media_type as "mediaType", a.content from theme_assets a
    join themes v on v.tenant_id = a.tenant_id and v.id = a.theme_id and v.status = 'DEPLOYED_ACTIVE'
    where a.tenant_id = $1 and a.theme_id = $2 and a.kind = $3`,
};

/** A file without its content. */
export type FileFacts = {
  readonly kind: ThemeAssetKind;
  readonly width: number | null;
  readonly height: number | null;
};

/** What the pages of a tenant, or of one of its definitions, look like. */
export type LookRow = {
  readonly organisation: string;
  readonly themeId: string | null;
  readonly design: ThemeDesign | null;
  readonly files: readonly FileFacts[] | null;
  readonly texts: Readonly<Record<string, string>> | null;
  readonly embedders: readonly string[];
};

/** Whose pages: a definition, by its name or the id of one of its versions; none has the look of the tenant. */
export type Looker = {
  readonly definitionId?: string;
  readonly definitionName?: string;
  readonly language?: string;
};

/** The look of a definition's pages. */
export const selectLook = (sql: Sql, tenant: string, { definitionId, definitionName, language }: Looker) =>
  sql.row<LookRow>(look, [tenant, definitionId ?? null, definitionName ?? null, language ?? null]);

/** The tenant of a theme, which its addresses do not name. */
export const tenantOfTheme = async (sql: Sql, id: string): Promise<string | undefined> =>
  (await sql.row<{ readonly tenant: string }>(owner, [id]))?.tenant;

/** A deployed version. */
export const selectDeployed = (sql: Sql, tenant: string, id: string) =>
  sql.row<{ readonly design: ThemeDesign; readonly files: readonly FileFacts[] }>(deployed, [tenant, id]);

/** A file of a deployed version. */
export const selectFile = (sql: Sql, tenant: string, id: string, kind: string) =>
  sql.row<{ readonly mediaType: string; readonly content: Uint8Array }>(file, [tenant, id, kind]);
