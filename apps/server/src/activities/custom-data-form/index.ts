import { Type } from 'typebox';
import type { ReadForm } from '../../forms/read-form.ts';
import { readPath, type SessionData, writePath } from '../../processes/session-data/session-data.ts';
import { activityProblems } from '../activity-problems.ts';
import { defineActivity, type Outcome, type Run } from '../define-activity.ts';
import {
  extendableForm,
  extended,
  extensionsParameter,
  formParameters,
  hideButtonsParameter,
  isExtend,
  judged,
  kept,
  refusedFields,
  shownForm,
  shownValues,
  taskForm,
  timedOut,
  timeoutParameter,
  waiting,
} from '../form-activity.ts';
import { formOutputs } from '../outputs.ts';
import { flag, optionalText, parameters } from '../parameter.ts';

const exhausted = 'form.attempts-exhausted';
const component = 'custom-data-form';

/** Shows a Custom Form and keeps what the person enters. */
export const customDataForm = (needs: { readonly readForm: ReadForm }) =>
  defineActivity({
    id: 'customDataForm',
    version: 1,
    label: 'Custom Data Form',
    group: 'Forms',
    icon: 'form',
    docs: 'Shows a Custom Form and waits until it is filled in.',
    parameters: parameters({
      ...formParameters,
      dynamicDataFormName: optionalText('Dynamic data form name', 'An expression for the name of the form.'),
      hideButtons: hideButtonsParameter,
      listOfScreens: Type.Array(Type.String(), {
        title: 'List of Screens',
        description: 'The screens of the activity.',
        default: [component],
      }),
      maxAttempts: Type.Integer({
        title: 'Max Attempts',
        description: 'How often the form may be refused before it fails, where the diagram catches that.',
        minimum: 1,
        maximum: 100,
        default: '${3}' as unknown as number,
      }),
      maxExtensions: extensionsParameter,
      readonly: flag('Readonly', 'Shows the values without letting them be changed.'),
      startingComponentId: optionalText('Starting Component ID', 'The screen to begin with.', {
        default: component,
      }),
      timeout: timeoutParameter('Timeout (in seconds)'),
      uiComponentId: optionalText('UI Component ID', 'The component that shows the form.', {
        default: component,
      }),
    }),
    boundaryEvents: [
      timedOut,
      {
        code: exhausted,
        label: 'Attempts exhausted',
        docs: 'The form was refused as often as Max Attempts allows.',
      },
    ],
    outputs: formOutputs,
    needsSavepoint: false,
    checkKey: (given) => `form:${given.formDataKey}`,
    execute: async (given, run) => {
      await taskForm(needs.readForm, run, named(given));
      return waiting(withRefusals(run.data, given.formDataKey, 0), given.timeout);
    },
    accepts: ['submit', 'extend'],
    submit: async (given, run, submission) => {
      if (isExtend(submission)) return extended(extendableForm(given, given.timeout), run);
      const form = await taskForm(needs.readForm, run, named(given));
      const sent = given.readonly ? shownValues(form, run.data) : (submission as { values: Values }).values;
      const { values, errors } = await judged(form, sent, run);
      if (errors.length > 0 && !given.readonly) return refused(given, run, errors);
      return { kind: 'completed', data: kept(form, values, run) };
    },
    screen: async (given, run) => {
      const form = await taskForm(needs.readForm, run, named(given));
      return {
        ...shownForm(form, given, given.timeout, run),
        readOnly: given.readonly,
      };
    },
  });

type Values = Readonly<Record<string, unknown>>;
type Given = {
  readonly dataFormName?: string;
  readonly dynamicDataFormName?: string;
  readonly dataFormVersion: number;
  readonly formDataKey: string;
  readonly maxAttempts: number;
};

/** The form's name: the dynamic one where it has a value. */
function named({ dynamicDataFormName, dataFormName, ...given }: Given) {
  const name = dynamicDataFormName ?? dataFormName;
  if (name !== undefined) return { ...given, dataFormName: name };
  throw activityProblems.create('activity.parameters-invalid', {
    detail: 'Data form name is required.',
    errors: [{ pointer: '/dataFormName', detail: 'Data form name is required.' }],
  });
}

type Errors = Parameters<typeof refusedFields>[1];

/** Counts a refusal, if the diagram wants to hear of too many. */
function refused({ formDataKey, maxAttempts }: Given, run: Run, errors: Errors): Outcome {
  if (!run.catches(exhausted)) return refusedFields(run.data, errors);
  const refusals = Number(readPath(run.data, ['_forms', formDataKey, 'refusals']) ?? 0) + 1;
  const data = withRefusals(run.data, formDataKey, refusals);
  return refusals >= maxAttempts ? { kind: 'failed', data, code: exhausted } : refusedFields(data, errors);
}

const withRefusals = (data: SessionData, key: string, refusals: number): SessionData =>
  refusals === 0 && readPath(data, ['_forms', key, 'refusals']) === undefined
    ? data
    : writePath(data, ['_forms', key, 'refusals'], refusals);
