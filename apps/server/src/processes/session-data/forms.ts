import { readPath, type SessionData, writePath } from './session-data.ts';

/** One showing of a form: its values, without transient ones, are under `data`. */
export type FormRecord = {
  readonly name: string;
  readonly version: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly submittedAt: number;
};

type FormEntry = {
  readonly currentForm: FormRecord;
  readonly forms: Readonly<Record<string, FormRecord>>;
};

/** Adds what was submitted: `_forms[formDataKey].{currentForm, forms}`, `forms` being keyed by attempt from "1". */
export function recordForm(data: SessionData, formDataKey: string, form: FormRecord): SessionData {
  const earlier = entry(data, formDataKey)?.forms ?? {};
  const forms = { ...earlier, [Object.keys(earlier).length + 1]: form };
  return writePath(data, ['_forms', formDataKey], { currentForm: form, forms });
}

/** What was submitted last under that key. */
export const currentForm = (data: SessionData, formDataKey: string): FormRecord | undefined =>
  entry(data, formDataKey)?.currentForm;

const entry = (data: SessionData, formDataKey: string) =>
  readPath(data, ['_forms', formDataKey]) as FormEntry | undefined;
