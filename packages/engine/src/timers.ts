import type { TimerRule } from './definition.ts';
import type { Move } from './move.ts';
import type { Timer } from './state.ts';

/** Sets the timer of a boundary or catch event for a token; the shell is asked for the moment if it is an expression. */
export function setTimer(move: Move, token: string, node: string, rule: TimerRule): void {
  const id = newTimerId(move);
  if (rule.kind === 'expression') {
    move.timers.push({ id, token, node });
    move.effects.push({ kind: 'resolve-timer', timer: id, expression: rule.expression });
    return;
  }
  move.timers.push({ id, token, node, dueAt: rule.kind === 'at' ? rule.at : move.now + rule.ms });
}

/** Sets a deadline on a task: it fails with the code when `ms` milliseconds have passed. */
export function setDeadline(move: Move, token: string, node: string, ms: number, errorCode: string): void {
  move.timers.push({ id: newTimerId(move), token, node, dueAt: move.now + ms, errorCode });
}

/** Moves the deadline of a task. `false` when it has none, it is over, or it would not come later. */
export function extendDeadline(move: Move, token: string, ms: number): boolean {
  const at = move.timers.findIndex((timer) => timer.token === token && timer.errorCode !== undefined);
  const timer = move.timers[at];
  if (timer?.dueAt === undefined || timer.dueAt <= move.now) return false;
  const dueAt = move.now + ms;
  if (!Number.isFinite(dueAt) || dueAt <= timer.dueAt) return false;
  move.timers[at] = { ...timer, dueAt };
  return true;
}

const newTimerId = (move: Move): string => `c${move.next++}`;

/** The timer with an id, if it still runs. */
export const findTimer = (move: Move, id: string): Timer | undefined =>
  move.timers.find((timer) => timer.id === id);

/** Takes one timer away. */
export function removeTimer(move: Move, id: string): void {
  const at = move.timers.findIndex((timer) => timer.id === id);
  if (at >= 0) move.timers.splice(at, 1);
}

/** Takes all timers of a token away. */
export function cancelTimers(move: Move, token: string): void {
  for (let at = move.timers.length - 1; at >= 0; at--) {
    if (move.timers[at]?.token === token) move.timers.splice(at, 1);
  }
}
