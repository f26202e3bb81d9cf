import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import type { Sql, Statement } from '../db/sql.ts';

const newest = `(select v.id from themes v where v.tenant_id = c.tenant_id and v.name = c.theme_name
  and v.status = 'DEPLOYED_ACTIVE' order by v.version desc limit 1)`;

const find: Statement = {
  name: 'theme-choices.find',
  text: `select c.theme_name as "themeName", ${newest} as "themeId" from theme_choices c
    where c.tenant_id = $1 and c.definition_name = $2`,
};

/** The theme is held, so that its last deployed version is not deleted at this moment. */
const set: Statement = {
  name: 'theme-choices.set',
  text: `with held as (
    select v.name from themes v where v.tenant_id = $1 and v.name = $3 and v.status = 'DEPLOYED_ACTIVE'
    order by v.version desc limit 1 for share),
  done as (
    insert into theme_choices (tenant_id, definition_name, theme_name, updated_by) select $1, $2, name, $4 from held
    on conflict (tenant_id, definition_name) do update
      set theme_name = excluded.theme_name, updated_by = excluded.updated_by, updated_at = now()
    returning theme_name),
  audited as (${auditInsert('done', 5, 'theme_name')})
  select theme_name as name from done`,
};

const clear: Statement = {
  name: 'theme-choices.clear',
  text: `with done as (
    delete from theme_choices where tenant_id = $1 and definition_name = $2 returning theme_name),
  audited as (${auditInsert('done', 3, 'theme_name')})
  select theme_name as name from done`,
};

const uses: Statement = {
  name: 'theme-choices.uses',
  text: `select definition_name as name from theme_choices where tenant_id = $1 and theme_name = $2
    order by definition_name`,
};

const named: Statement = {
  name: 'theme-choices.definition',
  text: 'select name from process_definitions where tenant_id = $1 and name = $2 limit 1',
};

/** A choice with the version that pages show; `definitionName` is empty for the tenant's. */
export const findChoice = (sql: Sql, tenant: string, definitionName: string) =>
  sql.row<{ readonly themeName: string; readonly themeId: string | null }>(find, [tenant, definitionName]);

/** Chooses a theme, or none; `undefined` when the theme has no deployed version, or nothing was chosen before. */
export function storeChoice(sql: Sql, actor: Actor, definitionName: string, themeName: string | null) {
  const target = { kind: 'theme', id: themeName ?? undefined } as const;
  const facts = { ...(definitionName !== '' && { processDefnName: definitionName }), themeName };
  const audit = auditValues(actor, {
    action: 'theme.chosen',
    target: target.id === undefined ? { kind: 'theme' } : { kind: 'theme', id: target.id },
    facts,
  });
  if (themeName === null) return sql.row(clear, [actor.tenant, definitionName, ...audit]);
  return sql.row(set, [actor.tenant, definitionName, themeName, actor.name, ...audit]);
}

/** The definitions that have chosen a theme; the empty name is the tenant. */
export const findChoosers = async (sql: Sql, tenant: string, themeName: string) =>
  (await sql.rows<{ readonly name: string }>(uses, [tenant, themeName])).map(({ name }) => name);

/** Whether a tenant has a definition of that name. */
export const hasDefinition = async (sql: Sql, tenant: string, name: string): Promise<boolean> =>
  (await sql.row(named, [tenant, name])) !== undefined;
