import type { State } from './state.ts';

/** The moment (milliseconds) of the earliest timer, or `undefined` when no timer has a moment yet. */
export function nextDueAt(state: State): number | undefined {
  let earliest: number | undefined;
  for (const { dueAt } of state.timers) {
    if (dueAt !== undefined && (earliest === undefined || dueAt < earliest)) earliest = dueAt;
  }
  return earliest;
}
