import type { Messages } from '@latchkey/forms';
import { isLanguage, messagesWith } from '@latchkey/journey';
import type { Sql } from '../db/sql.ts';
import { selectTexts } from './texts.sql.ts';

/** The texts that a tenant has put in place of the platform's, by key. */
export const findTexts = (sql: Sql, tenant: string, language: string) => selectTexts(sql, tenant, language);

/** The messages beside fields as people of that language read them. */
export async function findMessages(
  sql: Sql,
  tenant: string,
  language: string,
): Promise<Messages | undefined> {
  return isLanguage(language) ? messagesWith(language, await selectTexts(sql, tenant, language)) : undefined;
}
