import { readValues, writeValues } from './fields.ts';
import { keep, recall } from './storage.ts';

const keyOf = (form: HTMLFormElement): string => `draft:${form.getAttribute('action')}`;

/** Keeps what is typed through a reload, transient fields excepted. */
export function keepDraft(form: HTMLFormElement): void {
  const draft = recall(keyOf(form));
  if (draft) writeValues(form, draft as Record<string, unknown>);
  form.addEventListener('input', () => keep(keyOf(form), lasting(form)));
}

/** The server has it now. */
export const dropDraft = (form: HTMLFormElement): void => keep(keyOf(form));

function lasting(form: HTMLFormElement): Record<string, unknown> {
  const values = readValues(form);
  for (const field of form.querySelectorAll<HTMLElement>('[data-transient]')) {
    delete values[field.dataset.field ?? ''];
  }
  return values;
}
