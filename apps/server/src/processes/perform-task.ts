import { type FieldError, Problem } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import type { Activity, Outcome, Run } from '../activities/define-activity.ts';
import { catches } from '../activities/failure-code.ts';
import { readParameters } from '../activities/read-parameters.ts';
import { toProblem } from '../db/database-problems.ts';
import type { Transaction } from '../db/sql.ts';
import { ActivityCrash, type Crashed } from './activity-crash.ts';
import { happen, type InstanceStep, workingAt } from './instance-step.ts';
import { failTurn, type Performed, settleTurn, type Turn } from './task-turn.ts';

/** Finds the activity that a diagram's task names. */
export type FindActivity = (type: string, version: number) => Activity | undefined;

/** Told of failures that are nobody's fault but the program's. */
export type Report = (error: unknown, where: Readonly<Record<string, string>>) => void;

/** Where a step's activities run, and what they may use. */
export type Workplace = {
  readonly sql: Transaction;
  readonly actor: Actor;
  readonly language: string;
  readonly findActivity: FindActivity;
  readonly report: Report;
  readonly crashed: Crashed;
};

type Act = (activity: Activity, parameters: Record<string, unknown>, run: Run) => Promise<Outcome>;

/**
 * Lets the activity at a token act, and tells the engine how that ended. A token that has moved on changes nothing.
 * Throws only what concerns the whole step: a lost database, a race that is to be run again, an ActivityCrash.
 */
export async function performTask(
  step: InstanceStep,
  token: string,
  place: Workplace,
  act: Act,
): Promise<Performed> {
  if (workingAt(step, token) === undefined) return { step };
  const turn = turnAt(step, token, place.findActivity);
  if (turn === undefined)
    return { step: happen(step, { kind: 'activity-failed', token, error: 'activity.unknown' }) };
  if (place.crashed.has(token)) return { step: failTurn(turn, 'activity.crashed') };
  const { activity } = turn;
  let parameters: Record<string, unknown> | undefined;
  try {
    parameters = parametersOf(turn);
    const given = parameters;
    const work = () => act(activity, given, runOf(turn, place));
    const outcome = activity.needsSavepoint ? await place.sql.savepoint(work) : await work();
    return settleTurn({ ...turn, parameters }, outcome);
  } catch (error) {
    const code = codeOf(error, turn, place.report);
    return { step: failTurn({ ...turn, parameters }, code, parameterErrors(error)) };
  }
}

/** The turn of the task at which a token works; `undefined` when it has moved on or its activity does not exist. */
export function turnAt(step: InstanceStep, token: string, findActivity: FindActivity): Turn | undefined {
  const task = workingAt(step, token);
  const activity = task && findActivity(task.activity.type, task.activity.version);
  return activity && { step, token, node: task.id, activity, parameters: undefined };
}

/** The parameters of a turn over the data as it stands. Throws `activity.parameters-invalid`. */
export function parametersOf({ step, token, activity }: Turn): Record<string, unknown> {
  return readParameters(activity.parameters, workingAt(step, token)?.activity.parameters ?? {}, step.data);
}

const runOf = ({ step, token, node }: Turn, { sql, actor, language }: Workplace): Run => ({
  sql,
  actor,
  instance: { id: step.instanceId, definitionId: step.definitionId },
  token,
  node,
  data: step.data,
  now: step.now,
  language,
  catches: (code) => catches(step.definition, node, code),
});

/** The code of what an activity threw. What says nothing about the activity leaves as it came, a crash as one. */
function codeOf(error: unknown, { step, token, node }: Turn, report: Report): string {
  const known = toProblem(error);
  if (known instanceof Problem && known.code.startsWith('database.')) throw error;
  if (error instanceof Problem && error.status < 500) return error.code;
  report(error, { instance: step.instanceId, node });
  if (error instanceof Problem) return error.code;
  throw new ActivityCrash(token, error);
}

/** Which parameters did not fit. Other problems may quote what people entered, which the history must not keep. */
const parameterErrors = (error: unknown): readonly FieldError[] =>
  error instanceof Problem && error.code === 'activity.parameters-invalid' ? error.errors : [];
