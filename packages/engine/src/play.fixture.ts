import { advance } from './advance.ts';
import type { Definition } from './definition.ts';
import type { Effect } from './effect.ts';
import type { Event } from './event.ts';
import type { HistoryEntry } from './replay.ts';
import { start } from './start.ts';
import type { State, Timer, Token } from './state.ts';
import type { Step } from './step.ts';

/** A played script: a line of trace and a step for the start and for each line of the script. */
export type Played = {
  readonly trace: readonly string[];
  readonly steps: readonly Step[];
  readonly history: readonly HistoryEntry[];
};

/**
 * Plays a script on a diagram, with the clock one millisecond further at each line. A line is the id of a node and
 * what happens there: `a done`, `a fails CODE`, `a waits 500 CODE`, `a asks-for 500`, `x takes a b` (ids of targets), `a retried`,
 * `b fires` (at its moment), `b due 500`; or `cancelled`. The second token at a node is `a#2`.
 */
export function play(definition: Definition, script: readonly string[]): Played {
  const steps = [start(definition, 0)];
  const history: HistoryEntry[] = [];
  script.forEach((line, index) => {
    const { state } = steps.at(-1) as Step;
    const event = eventOf(state, line);
    const now = event.kind === 'timer-fired' ? (timerById(state, event.timer)?.dueAt ?? 0) : index + 1;
    history.push({ event, now });
    steps.push(advance(definition, deepFreeze(state), event, now));
  });
  return { trace: steps.map(({ state }) => describeState(state)), steps, history };
}

/** The steps' last: where a script leads. */
export const last = ({ steps }: Played): Step => steps.at(-1) as Step;

/** `a, b joining, s[c]` and the like: the nodes with tokens; a working token's status is left out. */
export function describeState(state: State): string {
  const failed = state.status === 'active' ? '' : `${state.status} `;
  if (state.tokens.length === 0) return `${failed}${state.error ?? ''}`.trim();
  return failed + tokensWithin(state, undefined);
}

function tokensWithin(state: State, parent: string | undefined): string {
  return state.tokens
    .filter((token) => token.parent === parent)
    .map((token) => describeToken(state, token))
    .sort()
    .join(', ');
}

function describeToken(state: State, { id, node, status, error }: Token): string {
  if (status === 'working') return node;
  if (status === 'containing') return `${node}[${tokensWithin(state, id)}]`;
  return error === undefined ? `${node} ${status}` : `${node} ${status} ${error}`;
}

/** Effects without ids: `run a`, `ask x: a b`, `resolve b`, `incident a CODE`, `ended completed`. */
export const describeEffects = (effects: readonly Effect[]): string[] => effects.map(describeEffect);

function describeEffect(effect: Effect): string {
  switch (effect.kind) {
    case 'run-activity':
      return `run ${effect.node}`;
    case 'evaluate-conditions':
      return `ask ${effect.node}: ${effect.flows.join(' ')}`;
    case 'resolve-timer':
      return `resolve ${effect.expression}`;
    case 'raise-incident':
      return `incident ${effect.node} ${effect.error}`;
    case 'instance-ended':
      return `ended ${effect.status}${effect.error === undefined ? '' : ` ${effect.error}`}`;
  }
}

type Sentence = (state: State, node: string, words: readonly string[]) => Event;

const sentences: Readonly<Record<string, Sentence>> = {
  done: (state, node) => ({ kind: 'activity-completed', token: tokenAt(state, node) }),
  fails: (state, node, [error = 'any']) => ({ kind: 'activity-failed', token: tokenAt(state, node), error }),
  waits: (state, node, [ms, errorCode]) => ({
    kind: 'activity-waiting',
    token: tokenAt(state, node),
    ...(ms === undefined ? {} : { deadlineMs: Number(ms) }),
    ...(errorCode === undefined ? {} : { errorCode }),
  }),
  'asks-for': (state, node, [ms]) => ({
    kind: 'deadline-extended',
    token: tokenAt(state, node),
    deadlineMs: Number(ms),
  }),
  takes: (state, node, targets) => ({
    kind: 'conditions-evaluated',
    token: tokenAt(state, node),
    results: Object.fromEntries(targets.map((target) => [`${node}-${target}`, true])),
  }),
  retried: (state, node) => ({ kind: 'incident-retried', token: tokenAt(state, node) }),
  fires: (state, node) => ({ kind: 'timer-fired', timer: timerAt(state, node) }),
  due: (state, node, [at]) => ({ kind: 'timer-resolved', timer: timerAt(state, node), dueAt: Number(at) }),
};

function eventOf(state: State, line: string): Event {
  const [node = '', verb = '', ...words] = line.split(' ');
  if (node === 'cancelled') return { kind: 'cancelled' };
  const sentence = sentences[verb];
  if (sentence === undefined) throw new Error(`no such line in a script: ${line}`);
  return sentence(state, node, words);
}

/** The token at `a`, or the second at `a#2`. */
function tokenAt(state: State, place: string): string {
  const [node, nth = '1'] = place.split('#');
  const there = state.tokens.filter((token) => token.node === node && token.status !== 'joining');
  const token = there[Number(nth) - 1];
  if (token === undefined) throw new Error(`no token at ${place}: ${describeState(state)}`);
  return token.id;
}

function timerAt(state: State, node: string): string {
  const timer = state.timers.find((candidate) => candidate.node === node);
  if (timer === undefined) throw new Error(`no timer at ${node}`);
  return timer.id;
}

const timerById = (state: State, id: string): Timer | undefined =>
  state.timers.find((timer) => timer.id === id);

/** Freezes a value with all that it holds, so that a step which changes its input throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}
