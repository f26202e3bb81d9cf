import type { Form, SavedForm } from '@latchkey/contract';
import { parseForm } from '@latchkey/forms';
import type { Actor } from '../access/actor.ts';
import type { Sql } from '../db/sql.ts';
import { checkTranslations } from './check-translations.ts';
import { formVersionProblems } from './form-problems.ts';
import { findForm, markFormDeployed } from './forms.sql.ts';

/** Reads a version of a form. Throws `form.not-found`. */
export async function getForm(sql: Sql, actor: Actor, id: string): Promise<Form> {
  const form = await findForm(sql, actor.tenant, id);
  if (form === undefined) throw formVersionProblems.create('form.not-found');
  return form;
}

/**
 * Deploys a version of a form; one that is deployed stays so. Throws `form.not-found`, `form.invalid`,
 * `form.translations-missing`.
 */
export async function deployForm(sql: Sql, actor: Actor, id: string): Promise<SavedForm> {
  const form = await getForm(sql, actor, id);
  const warnings = checkTranslations(parseForm(form.resource), form.status === 'EDITABLE');
  return { ...((await markFormDeployed(sql, actor, id)) ?? form), ...warnings };
}
