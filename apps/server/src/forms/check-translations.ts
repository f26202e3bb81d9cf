import type { SavedForm } from '@latchkey/contract';
import { type FormDocument, missingTranslations } from '@latchkey/forms';
import { formVersionProblems } from './form-problems.ts';

/**
 * What a document lacks in some of its languages, as warnings. Throws `form.translations-missing` with each of them
 * when the form is to be deployed and demands them.
 */
export function checkTranslations(document: FormDocument, isDeployed: boolean): Pick<SavedForm, 'warnings'> {
  const warnings = missingTranslations(document).map(({ pointer, languages }) => ({
    pointer,
    detail: `Has no words in ${languages.join(', ')}.`,
  }));
  if (warnings.length === 0) return {};
  if (isDeployed && document.requireTranslations === true) {
    throw formVersionProblems.create('form.translations-missing', { errors: warnings });
  }
  return { warnings };
}
