import { substituteProcessVar } from '@latchkey/expressions';
import { type FormDocument, initialValues, validateForm, withoutTransient } from '@latchkey/forms';
import { Type } from 'typebox';
import type { ReadForm } from '../forms/read-form.ts';
import { extensionsOf, type Place, recordExtension } from '../processes/session-data/extensions.ts';
import { currentForm, recordForm } from '../processes/session-data/forms.ts';
import type { SessionData } from '../processes/session-data/session-data.ts';
import { findMessages } from '../texts/find-texts.ts';
import type { Outcome, Run, ScreenRun } from './define-activity.ts';
import { flag, optionalText, optionalWhole } from './parameter.ts';

/** What every activity that shows a Custom Form takes. */
export const formParameters = {
  dataFormName: optionalText('Data form name', 'The Custom Form.', { maxLength: 50 }),
  dataFormVersion: Type.Integer({
    title: 'Data form version',
    description: 'The version of the Custom Form.',
    minimum: 1,
    maximum: 2_147_483_647,
    default: 1,
  }),
  delay: optionalWhole(
    'Delay (in seconds)',
    'With hidden buttons, the form goes on by itself after this time.',
    {
      minimum: 0,
      maximum: 86_400,
    },
  ),
  formDataKey: Type.String({
    title: 'Form data key',
    description: 'The unique id under which the session data keeps what was entered.',
    minLength: 1,
    default: 'form1',
  }),
} as const;

export const hideButtonsParameter = flag(
  'Hide buttons',
  'Hides the button that continues; with a delay the form goes on by itself.',
);

/** A deadline in seconds that fails the form with `form.timed-out`. */
export const timeoutParameter = (title: string) =>
  optionalWhole(title, 'The time for the form in seconds; then it times out.', {
    minimum: 1,
    maximum: 2_592_000,
  });

/** How often a person may ask for the same time again (WCAG 2.2.1 asks for ten times at least). */
export const extensionsParameter = Type.Integer({
  title: 'Max Extensions',
  description: 'How often the person may ask for more time before the form times out; 0 for never.',
  minimum: 0,
  maximum: 1_000,
  default: '${10}' as unknown as number,
});

export const timedOut = {
  code: 'form.timed-out',
  label: 'Timeout',
  docs: 'The form was not completed in its time.',
} as const;

/** A form of a task: its document, and the key of what is entered. */
export type TaskForm = {
  readonly name: string;
  readonly version: number;
  readonly key: string;
  readonly document: FormDocument;
};

type Named = {
  readonly dataFormName: string;
  readonly dataFormVersion: number;
  readonly formDataKey: string;
};

/** Reads the form that a task shows. Throws `form.not-found`. */
export async function taskForm(
  readForm: ReadForm,
  { sql, actor }: Pick<ScreenRun, 'sql' | 'actor'>,
  { dataFormName: name, dataFormVersion: version, formDataKey: key }: Named,
): Promise<TaskForm> {
  return { name, version, key, document: await readForm(sql, actor.tenant, name, version) };
}

/** What stands in the fields: the form's defaults, and over them what the person entered before. */
export function shownValues(form: TaskForm, data: SessionData): Readonly<Record<string, unknown>> {
  const initial = initialValues(form.document, (text) => substituteProcessVar(text, data));
  const entered = currentForm(data, form.key)?.data ?? {};
  const known = Object.entries(entered).filter(([id]) => Object.hasOwn(initial, id));
  return { ...initial, ...Object.fromEntries(known) };
}

type Shown = {
  readonly formDataKey: string;
  readonly hideButtons: boolean;
  readonly delay?: number;
  readonly maxExtensions: number;
};

/** A form as the page shows it: what stands in its fields, and how it goes on; `seconds` is its deadline. */
export const shownForm = (form: TaskForm, given: Shown, seconds: number | undefined, run: ScreenRun) => ({
  form: form.document,
  values: shownValues(form, run.data),
  hideButtons: given.hideButtons,
  delaySeconds: given.delay ?? 0,
  mayExtend: mayExtend(extendableForm(given, seconds), run),
});

/** Judges what a person entered. */
export const judged = async ({ document }: TaskForm, values: Readonly<Record<string, unknown>>, run: Run) =>
  validateForm(document, values, {
    language: run.language,
    messages: await findMessages(run.sql, run.actor.tenant, run.language),
    substitute: (text) => substituteProcessVar(text, run.data),
  });

/** Keeps what was entered, without transient fields, which nothing may keep. */
export const kept = (form: TaskForm, values: Readonly<Record<string, unknown>>, run: Run): SessionData =>
  recordForm(run.data, form.key, {
    name: form.name,
    version: form.version,
    data: withoutTransient(form.document, values),
    submittedAt: run.now,
    visit: run.token,
  });

/** Tells the page what is wrong beside which field; the task goes on waiting. */
export const refusedFields = (
  data: SessionData,
  errors: readonly { readonly field: string; readonly message: string }[],
): Outcome => ({ kind: 'answered', data, answer: { kind: 'errors', errors } });

/** Waits for the person, with the deadline that the diagram sets. */
export const waiting = (data: SessionData, seconds: number | undefined): Outcome => ({
  kind: 'waiting',
  data,
  ...(seconds !== undefined && { deadlineMs: seconds * 1000 }),
});

/** What can get more time: where it is counted, how often, and how much. */
export type Extendable = {
  readonly place: Place;
  readonly maxExtensions: number;
  readonly seconds: number | undefined;
};
type Visit = Pick<ScreenRun, 'data' | 'token'>;

/** Whether the person may ask for more time; never where there is no end. */
export const mayExtend = ({ place, maxExtensions, seconds }: Extendable, { data, token }: Visit): boolean =>
  seconds !== undefined && extensionsOf(data, place, token) < maxExtensions;

/** Gives the person the whole time once more, as often as the diagram says. */
export function extended(what: Extendable, run: Run): Outcome {
  if (what.seconds === undefined || !mayExtend(what, run)) {
    return { kind: 'answered', data: run.data, answer: { kind: 'extended', mayExtend: false } };
  }
  const data = recordExtension(run.data, what.place, run.token);
  const deadlineMs = what.seconds * 1000;
  const more = mayExtend(what, { ...run, data });
  return {
    kind: 'extended',
    data,
    deadlineMs,
    answer: { kind: 'extended', remainingMs: deadlineMs, mayExtend: more },
  };
}

/** A form of a task as something that can get more time. */
export const extendableForm = (
  { formDataKey, maxExtensions }: { readonly formDataKey: string; readonly maxExtensions: number },
  seconds: number | undefined,
): Extendable => ({ place: ['_forms', formDataKey], maxExtensions, seconds });

/** Whether the page asks for more time. */
export const isExtend = (submission: unknown): boolean =>
  (submission as { readonly kind?: unknown }).kind === 'extend';
