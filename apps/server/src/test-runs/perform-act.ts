import type { TestRunAct } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { journeyActor } from '../processes/actors.ts';
import { fireDueInstance } from '../processes/fire-due-instance.ts';
import { lockOwn } from '../processes/lock-own.ts';
import { type MoveInstance, moveInstance } from '../processes/move-instance.ts';
import { parametersOf, performTask, turnAt } from '../processes/perform-task.ts';
import { retryInstance } from '../processes/retry-instance.ts';
import { failTurn, type Turn } from '../processes/task-turn.ts';
import { answerForm, answerPrompt, closePrompt } from './answer-page.ts';
import { answerSignIn, closeSignIn, isSignIn } from './answer-sign-in.ts';
import { pausing } from './pausing.ts';
import { readStanding, type Standing, waitFor } from './standing.ts';
import { insideOf, type RefusedField, type StoredRun, unfit } from './test-run.ts';
import type { TestRunNeeds } from './test-run-needs.ts';
import type { Done } from './test-runs.sql.ts';

/** One act at one run. */
export type Acting = {
  readonly needs: TestRunNeeds;
  readonly run: StoredRun;
  readonly inside: Actor;
  readonly standing: Standing;
  readonly act: TestRunAct;
};

/** What was done; the clock and what was entered only where they differ. */
export type Acted = {
  readonly element?: string | undefined;
  readonly skippedMs?: number;
  readonly act?: TestRunAct;
  /** What a form did not take. */
  readonly refused?: readonly RefusedField[];
};

const acts: { readonly [Kind in TestRunAct['kind']]: (acting: Acting) => Promise<Acted> } = {
  run: (acting) => runActivity(acting, moverOf(acting.needs, acting.run)),
  'run-on': (acting) => runActivity(acting, moverOf(acting.needs, acting.run, false)),
  fail: failActivity,
  submit: answerForm,
  'create-passkey': answerPrompt,
  'sign-in': answerSignIn,
  'close-prompt': (acting) => (isSignIn(acting) ? closeSignIn : closePrompt)(acting),
  'pass-time': passTime,
  retry: async ({ needs, run, inside, standing }) => {
    const [token] = standing.journey.state?.tokens.filter(({ status }) => status === 'incident') ?? [];
    if (token === undefined) unfit('There is no incident to try again.');
    await retryInstance(moverOf(needs, run))(inside, standing.journey.id);
    return { element: token.node };
  },
};

/** Lets something happen in a run, inside its sandbox; a form may refuse it. Throws `test-run.act-unfit`. */
export async function performAct(
  needs: TestRunNeeds,
  actor: Actor,
  run: StoredRun,
  act: TestRunAct,
): Promise<Done> {
  const standing = await readStanding(needs, run);
  const acting = { needs, run, inside: insideOf(actor, run.sandbox), standing, act };
  const acted = await inTenant(run.sandbox, () => acts[act.kind](acting));
  return { act, element: undefined, skippedMs: run.skippedMs, ...acted };
}

/** Moves the instance of a run by the clock of the run; pausing before each activity that asks nobody, unless told. */
export function moverOf(
  needs: TestRunNeeds,
  { skippedMs }: Pick<StoredRun, 'skippedMs'>,
  isPausing = true,
): MoveInstance {
  const findActivity = isPausing ? pausing(needs.findActivity) : needs.findActivity;
  return moveInstance({ ...needs, findActivity, now: () => needs.now() + skippedMs });
}

/** Runs the activity that waits, as production does; what comes after it is the mover's. */
async function runActivity({ needs, inside, standing, act }: Acting, move: MoveInstance): Promise<Acted> {
  const { token } = waitFor(standing, act.token, 'activity');
  await move({
    lock: lockOwn(inside, standing.journey.id),
    actor: journeyActor,
    change: async ({ step, place }) => {
      if (step === undefined) return { result: undefined };
      const real = { ...place, findActivity: needs.findActivity };
      const done = await performTask(step, token.id, real, (activity, parameters, run) =>
        activity.execute(parameters, run),
      );
      return { step: done.step, result: undefined };
    },
  });
  return { element: token.node };
}

/** Lets the activity end with a failure that it declares, without running it. */
async function failActivity({ needs, run, inside, standing, act }: Acting): Promise<Acted> {
  const { token, activity } = waitFor(
    standing,
    act.token,
    'activity',
    'form',
    'passkey-form',
    'sign-in-form',
    'page',
  );
  const { code = '' } = act;
  if (!activity.boundaryEvents.some((event) => event.code === code))
    unfit(`${activity.label} declares no failure "${code}".`);
  await moverOf(
    needs,
    run,
  )({
    lock: lockOwn(inside, standing.journey.id),
    actor: journeyActor,
    change: async ({ step }) => {
      const turn = step && turnAt(step, token.id, needs.findActivity);
      return { step: turn && failTurn({ ...turn, parameters: readable(turn) }, code), result: undefined };
    },
  });
  return { element: token.node };
}

function readable(turn: Turn): Turn['parameters'] {
  try {
    return parametersOf(turn);
  } catch {
    return undefined;
  }
}

/** Moves the clock of the run to the moment at which its next timer is due. */
async function passTime({ needs, run, inside, standing }: Acting): Promise<Acted> {
  const { state, id } = standing.journey;
  const due = (state?.timers ?? []).flatMap(({ node, dueAt }) =>
    dueAt === undefined ? [] : [{ node, dueAt }],
  );
  const [next] = due.sort((a, b) => a.dueAt - b.dueAt);
  if (next === undefined) unfit('No timer runs.');
  const skippedMs = Math.max(run.skippedMs, next.dueAt - needs.now());
  await fireDueInstance(moverOf(needs, { skippedMs }), lockOwn(inside, id));
  return { element: next.node, skippedMs };
}
