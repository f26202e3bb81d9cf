import type { Timer } from '@latchkey/engine';
import { happen, type InstanceStep } from './instance-step.ts';
import { parametersOf, turnAt, type Workplace } from './perform-task.ts';
import { runEffects } from './run-effects.ts';
import { failCheck, type Turn } from './task-turn.ts';

/** Fires every timer that is due, earliest first, running what follows from each before the next. */
export async function fireTimers(begun: InstanceStep, place: Workplace): Promise<InstanceStep> {
  let step = begun;
  for (let timer = nextDue(step); timer !== undefined; timer = nextDue(step)) {
    const fired = happen(timeOut(step, timer, place), { kind: 'timer-fired', timer: timer.id });
    if (fired.state === step.state) return step;
    step = await runEffects(fired, place);
  }
  return step;
}

function nextDue({ state, now }: InstanceStep): Timer | undefined {
  return state.timers
    .filter(({ dueAt }) => dueAt !== undefined && dueAt <= now)
    .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))[0];
}

/** A deadline that an activity set fails it: the engine moves the token, the check is ours to record. */
function timeOut(step: InstanceStep, timer: Timer, { findActivity }: Workplace): InstanceStep {
  const turn = timer.errorCode === undefined ? undefined : turnAt(step, timer.token, findActivity);
  if (turn === undefined || timer.errorCode === undefined) return step;
  return failCheck({ ...turn, parameters: readable(turn) }, timer.errorCode);
}

function readable(turn: Turn): Record<string, unknown> | undefined {
  try {
    return parametersOf(turn);
  } catch {
    return undefined;
  }
}
