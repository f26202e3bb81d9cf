import type { NewTestRun, TestRunAct } from '@latchkey/contract';
import { defineProblems } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import type { StoredData } from '../processes/session-data/session-data-safe.ts';

/** A draft that is tried out, as stored. */
export type StoredRun = {
  /** The tenant of its tester. */
  readonly tenant: string;
  readonly id: string;
  readonly definitionName: string;
  readonly bpmn: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly people: NonNullable<NewTestRun['people']>;
  /** The tenant in which it runs: nobody signs in there, and it is erased with the run. */
  readonly sandbox: string;
  /** `null` while it is being started. */
  readonly instanceId: string | null;
  /** By how much its clock is ahead, in milliseconds. */
  readonly skippedMs: number;
  readonly steps: number;
  /** What was typed into the form whose prompt is open. */
  readonly entered: Readonly<Record<string, unknown>> | null;
  readonly expiresAt: Date;
};

/** A field that is not filled in as its form wants it, and what the person is told. */
export type RefusedField = { readonly field: string; readonly message: string };

/** A step of it, with the session data after it. */
export type StoredStep = {
  readonly number: number;
  readonly at: Date;
  readonly act: TestRunAct;
  readonly element: string | null;
  /** `null` for what the form took, and for what is no form. */
  readonly refused: readonly RefusedField[] | null;
} & StoredData;

/** Where the secrets of the data after a step are sealed. */
export const stepPlace = ({ tenant, id }: Pick<StoredRun, 'tenant' | 'id'>) => ({
  tenant,
  table: 'test_run_steps',
  row: id,
});

export const testRunProblems = defineProblems({
  'test-run.not-found': { title: 'There is no such test run.', status: 404 },
  'test-run.act-unfit': { title: 'The test run does not wait for that.', status: 409 },
  'test-run.form-refused': { title: 'The form does not take what was entered.', status: 409 },
  'test-run.too-long': { title: 'The test run has too many steps.', status: 409 },
});

/** Steps of one run. */
export const mostSteps = 200;
/** Runs of one tester at a time; the next one ends the oldest. */
export const mostRuns = 5;
/** After this long a run that nobody ended is erased. */
export const lifetimeMs = 12 * 3_600_000;

/** Whose run it is: nobody else sees it. */
export const ownerOf = ({ kind, id }: Actor): string => `${kind}:${id}`;

const nobodysPermissions: ReadonlySet<string> = new Set();

/** The tester inside the sandbox, and nowhere else. */
export const insideOf = (actor: Actor, sandbox: string): Actor => ({
  ...actor,
  tenant: sandbox,
  permissions: nobodysPermissions,
});

/** The problem of a form that does not take what was entered. */
export const formRefused = (refused: readonly RefusedField[]) =>
  testRunProblems.create('test-run.form-refused', {
    detail: refused.map(({ field, message }) => `${field}: ${message}`).join(' '),
    errors: refused.map(({ field, message }) => ({ pointer: `/values/${field}`, detail: message })),
  });

/** Refuses a step that the run does not wait for. */
export function unfit(detail: string): never {
  throw testRunProblems.create('test-run.act-unfit', { detail });
}
