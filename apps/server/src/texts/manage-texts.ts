import type { PageTexts } from '@latchkey/contract';
import { catalogues, isLanguage, type Language, platformTexts, textFault } from '@latchkey/journey';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { textProblems } from './text-problems.ts';
import { selectTexts, storeTexts } from './texts.sql.ts';

/** Every text of a language, with those of the tenant. Throws `text.language-unknown`. */
export async function listTexts(sql: Sql, { tenant }: Actor, tag: string): Promise<PageTexts> {
  const language = requireLanguage(tag);
  const [english, texts] = [platformTexts('en'), platformTexts(language)];
  const own = await selectTexts(sql, tenant, language);
  return {
    language,
    languages: Object.keys(catalogues),
    texts: Object.entries(texts).map(([key, text]) => {
      const override = Object.hasOwn(own, key) ? own[key] : undefined;
      return { key, source: english[key] ?? text, text, ...(override !== undefined && { override }) };
    }),
  };
}

/**
 * Puts texts of the tenant's own in place; all or none. Throws `text.language-unknown`, and `text.invalid` with what is
 * wrong with each.
 */
export async function updateTexts(
  sql: Sql,
  actor: Actor,
  tag: string,
  overrides: Readonly<Record<string, string | null>>,
): Promise<PageTexts> {
  const language = requireLanguage(tag);
  const errors = Object.entries(overrides).flatMap(([key, text]) => {
    // A text that a later version does without can still be taken away.
    const detail = text === null ? undefined : textFault(key, text);
    return detail === undefined ? [] : [{ pointer: `/overrides/${pointed(key)}`, detail }];
  });
  if (errors.length > 0) throw textProblems.create('text.invalid', { errors });
  if (Object.keys(overrides).length > 0) await storeTexts(sql, actor, language, overrides);
  return listTexts(sql, actor, language);
}

function requireLanguage(tag: string): Language {
  if (isLanguage(tag)) return tag;
  throw textProblems.create('text.language-unknown');
}

/** RFC 6901 section 3. */
const pointed = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
