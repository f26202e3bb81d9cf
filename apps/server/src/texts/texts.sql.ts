import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import type { Sql, Statement } from '../db/sql.ts';

const find: Statement = {
  name: 'texts.find',
  text: 'select key, text from texts where tenant_id = $1 and language = $2',
};

/** Texts by key; those that are null go. */
const store: Statement = {
  name: 'texts.store',
  text: `with given as (select key, value as text from jsonb_each_text($3::jsonb)),
  gone as (
    delete from texts o using given
    where o.tenant_id = $1 and o.language = $2 and o.key = given.key and given.text is null),
  kept as (
    insert into texts (tenant_id, language, key, text, updated_by)
    select $1, $2, key, text, $4 from given where text is not null
    on conflict (tenant_id, language, key) do update
      set text = excluded.text, updated_by = excluded.updated_by, updated_at = now()),
  done as (select $2::text as language),
  audited as (${auditInsert('done', 5, 'language')})
  select language from done`,
};

/** The texts of a tenant in a language, by key. */
export const selectTexts = async (
  sql: Sql,
  tenant: string,
  language: string,
): Promise<Readonly<Record<string, string>>> => {
  const rows = await sql.rows<{ readonly key: string; readonly text: string }>(find, [tenant, language]);
  return Object.fromEntries(rows.map(({ key, text }) => [key, text]));
};

/** Puts texts in place, or takes them away. */
export const storeTexts = (
  sql: Sql,
  actor: Actor,
  language: string,
  texts: Readonly<Record<string, string | null>>,
) =>
  sql.row(store, [
    actor.tenant,
    language,
    JSON.stringify(texts),
    actor.name,
    ...auditValues(actor, {
      action: 'texts.updated',
      target: { kind: 'texts', id: language },
      facts: { keys: Object.keys(texts) },
    }),
  ]);
