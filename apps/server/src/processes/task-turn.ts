import type { ParameterError } from '@latchkey/engine';
import type { Activity, Outcome } from '../activities/define-activity.ts';
import { failureCode } from '../activities/failure-code.ts';
import { happen, type InstanceStep } from './instance-step.ts';
import { type Check, recordCheck } from './session-data/checks.ts';

/** One turn of an activity at a token. Without `parameters` they could not be read. */
export type Turn = {
  readonly step: InstanceStep;
  readonly token: string;
  readonly node: string;
  readonly activity: Activity;
  readonly parameters: Record<string, unknown> | undefined;
};

/** The step after a task's turn, and what the activity says to the page. */
export type Performed = { readonly step: InstanceStep; readonly answer?: unknown };

type OutcomeOf<Kind> = Extract<Outcome, { readonly kind: Kind }>;
type Settle<Kind> = (turn: Turn, outcome: OutcomeOf<Kind>) => Performed;

const settlements: { readonly [Kind in Outcome['kind']]: Settle<Kind> } = {
  completed: (turn, { data }) => ({
    step: happen(checked({ ...turn, step: { ...turn.step, data } }, 'PASSED'), {
      kind: 'activity-completed',
      token: turn.token,
    }),
  }),
  waiting: ({ step, token }, { data, deadlineMs }) => ({
    step: happen(
      { ...step, data },
      {
        kind: 'activity-waiting',
        token,
        ...(deadlineMs !== undefined && { deadlineMs, errorCode: 'form.timed-out' }),
      },
    ),
  }),
  answered: ({ step }, { data, answer }) => ({ step: data === step.data ? step : { ...step, data }, answer }),
  extended: ({ step, token }, { data, deadlineMs, answer }) => {
    const next = happen({ ...step, data }, { kind: 'deadline-extended', token, deadlineMs });
    return next.state === step.state ? { step } : { step: next, answer };
  },
  failed: (turn, { data, code }) => ({ step: failTurn({ ...turn, step: { ...turn.step, data } }, code) }),
};

/** Tells the engine how a turn ended, and keeps what it left in the session data. */
export const settleTurn = (turn: Turn, outcome: Outcome): Performed =>
  (settlements[outcome.kind] as Settle<Outcome['kind']>)(turn, outcome);

/**
 * Ends a turn with a failure: a failed check, and the boundary event of the code or of its fallback. `errors` are of
 * parameters that did not fit.
 */
export function failTurn(turn: Turn, code: string, errors: readonly ParameterError[] = []): InstanceStep {
  const { definition } = turn.step;
  const error = failureCode(definition, turn.node, turn.activity, code);
  return happen(failCheck(turn, code), {
    kind: 'activity-failed',
    token: turn.token,
    error,
    ...(errors.length > 0 && { errors }),
  });
}

/** Records the failure of a turn among the checks, unless its activity says that it is none. */
export function failCheck(turn: Turn, code: string): InstanceStep {
  const { activity, parameters } = turn;
  const isNone = parameters !== undefined && activity.failsCheck?.(parameters, code) === false;
  return isNone ? turn.step : checked(turn, 'FAILED', code);
}

function checked(
  { step, node, activity, parameters }: Turn,
  outcome: Check['outcome'],
  code?: string,
): InstanceStep {
  if (activity.checkKey === undefined) return step;
  const key = parameters === undefined ? `task:${node}` : activity.checkKey(parameters);
  const check = { outcome, activity: activity.id, ...(code !== undefined && { code }), at: step.now };
  return { ...step, data: recordCheck(step.data, key, check) };
}
