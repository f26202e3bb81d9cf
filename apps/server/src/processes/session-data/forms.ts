import { addAttempt, replaceLastAttempt } from './attempts.ts';
import { readPath, type SessionData, writePath } from './session-data.ts';

/** One showing of a form: its values, without transient ones, are under `data`. */
export type FormRecord = {
  readonly name: string;
  readonly version: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly submittedAt: number;
  /** The engine's token of the visit; within one, a later submission takes the place of an earlier. */
  readonly visit: string;
};

type FormEntry = {
  readonly currentForm: FormRecord;
  readonly forms: Readonly<Record<string, FormRecord>>;
};

/** Keeps what was submitted: `_forms[formDataKey].{currentForm, forms}`, `forms` being keyed by visit from "1". */
export function recordForm(data: SessionData, formDataKey: string, form: FormRecord): SessionData {
  const known = entry(data, formDataKey);
  const isSameVisit = known?.currentForm?.visit === form.visit;
  const forms = (isSameVisit ? replaceLastAttempt : addAttempt)(known?.forms ?? {}, form);
  return writePath(data, ['_forms', formDataKey], { ...known, currentForm: form, forms });
}

/** What was submitted last under that key. */
export const currentForm = (data: SessionData, formDataKey: string): FormRecord | undefined =>
  entry(data, formDataKey)?.currentForm;

const entry = (data: SessionData, formDataKey: string) =>
  readPath(data, ['_forms', formDataKey]) as FormEntry | undefined;
