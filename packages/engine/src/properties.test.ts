import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance } from './advance.ts';
import type { Definition } from './definition.ts';
import type { Event } from './event.ts';
import { deepFreeze } from './play.fixture.ts';
import { type Block, drawBlock } from './random-diagram.fixture.ts';
import { type HistoryEntry, replay } from './replay.ts';
import { start } from './start.ts';
import type { State, Timer, Token } from './state.ts';
import type { Step } from './step.ts';

const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', maxDepth: 4, withCrossShrink: true },
    fc.record({ kind: fc.constantFrom('task', 'pause', 'nudged') }),
    fc.record({
      kind: fc.constantFrom('sequence', 'exclusive', 'parallel', 'inclusive'),
      parts: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constantFrom('loop', 'sub-process', 'thrower', 'terminator'),
      body: tie('block'),
    }),
    fc.record({
      kind: fc.constantFrom('caught', 'timed', 'timed-scope'),
      body: tie('block'),
      handler: tie('block'),
    }),
  ),
}));

/** Throws of a die: each decides what happens next. When they are used up, everything goes well and straight. */
const dice = fc.array(fc.nat(), { maxLength: 120 });
const sound = fc.tuple(block.map(drawBlock), dice);
const runs = { numRuns: 300 };

test('more time moves only the deadline of its task, and only to a later moment', () => {
  fc.assert(
    fc.property(sound, fc.integer({ min: -100, max: 1_000 }), ([definition, throws], deadlineMs) => {
      for (const { state } of run(definition, throws).steps) {
        for (const { id: token } of state.tokens) {
          const before = state.timers.find((timer) => timer.token === token && timer.errorCode !== undefined);
          const step = advance(definition, state, { kind: 'deadline-extended', token, deadlineMs }, 10);
          const isLater = before?.dueAt !== undefined && before.dueAt > 10 && 10 + deadlineMs > before.dueAt;
          if (!isLater) expect(step.state).toBe(state);
          else {
            expect(step.state.timers).toEqual(
              state.timers.map((timer) => (timer === before ? { ...timer, dueAt: 10 + deadlineMs } : timer)),
            );
            expect([step.effects, step.state.tokens]).toEqual([[], state.tokens]);
          }
        }
      }
    }),
    runs,
  );
});

describe('every run of a random sound diagram', { timeout: 30_000 }, () => {
  test('ends as completed, once, and leaves no token and no timer', () => {
    fc.assert(
      fc.property(sound, ([definition, throws]) => {
        const { steps } = run(definition, throws);
        const { state } = steps.at(-1) as Step;
        const ends = steps.flatMap(({ effects }) => effects.filter(({ kind }) => kind === 'instance-ended'));
        expect([state.status, state.tokens, state.timers]).toEqual(['completed', [], []]);
        expect(ends).toEqual([{ kind: 'instance-ended', status: 'completed' }]);
      }),
      runs,
    );
  });

  test('never has two tokens where one belongs', () => {
    fc.assert(
      fc.property(sound, ([definition, throws]) => {
        for (const { state } of run(definition, throws).steps) {
          const spots = state.tokens.map(spotOf);
          expect(new Set(spots).size).toBe(spots.length);
          if (state.tokens.some(({ node }) => node === 'last')) expect(state.tokens).toHaveLength(1);
        }
      }),
      runs,
    );
  });

  test('asks for each activity and each condition exactly once, and only for tokens that exist', () => {
    fc.assert(
      fc.property(sound, ([definition, throws]) => {
        const asked = new Set<string>();
        for (const { state, effects } of run(definition, throws).steps) {
          const fresh = tokensOf(effects);
          expect(fresh.filter((token) => asked.has(token))).toEqual([]);
          for (const token of fresh) asked.add(token);
          expect(fresh.filter((token) => !state.tokens.some(({ id }) => id === token))).toEqual([]);
          expect(state.tokens.filter((token) => isAsked(token) && !asked.has(token.id))).toEqual([]);
        }
      }),
      runs,
    );
  });

  test('gives the stored state when its history is replayed, also through JSON at every step', () => {
    fc.assert(
      fc.property(sound, ([definition, throws]) => {
        const { steps, history } = run(definition, throws);
        const { state } = steps.at(-1) as Step;
        const drawnAgain: Definition = JSON.parse(JSON.stringify(definition));
        expect(replay(drawnAgain, 0, history)).toStrictEqual(state);
        expect(state.version).toBe(history.length);
        for (const step of steps) expect(JSON.parse(JSON.stringify(step.state))).toStrictEqual(step.state);
      }),
      runs,
    );
  });

  test('is changed by no event that comes late or twice', () => {
    fc.assert(
      fc.property(sound, ([definition, throws]) => {
        const { steps, history } = run(definition, throws);
        steps.slice(1).forEach(({ state }, index) => {
          const changing = history.slice(0, index + 1).filter(({ event, now }) => {
            const again = advance(definition, state, event, now + 1_000_000);
            return again.state !== state || again.effects.length > 0;
          });
          expect(changing).toEqual([]);
        });
      }),
      runs,
    );
  });

  test('can be cancelled at any moment before its end', () => {
    fc.assert(
      fc.property(sound, ([definition, throws]) => {
        for (const { state } of run(definition, throws).steps.slice(0, -1)) {
          const { state: after, effects } = advance(definition, state, { kind: 'cancelled' }, 0);
          expect([after.status, after.tokens, after.timers]).toEqual(['terminated', [], []]);
          expect(effects).toEqual([{ kind: 'instance-ended', status: 'terminated' }]);
        }
      }),
      runs,
    );
  });
});

type Run = { readonly steps: readonly Step[]; readonly history: readonly HistoryEntry[] };

function run(definition: Definition, throws: readonly number[]): Run {
  const steps = [start(definition, 0)];
  const history: HistoryEntry[] = [];
  for (let turn = 0, now = 0; turn < 1_000; turn++) {
    const { state } = steps.at(-1) as Step;
    if (state.tokens.length === 0) break;
    const event = nextEvent(state, throws[turn], now);
    now = Math.max(now + 1, dueOf(state, event));
    const step = advance(definition, deepFreeze(state), event, now);
    expect(step.state.version).toBe(state.version + 1);
    history.push({ event, now });
    steps.push(step);
  }
  return { steps, history };
}

const dueOf = ({ timers }: State, event: Event): number =>
  (event.kind === 'timer-fired' && timers.find(({ id }) => id === event.timer)?.dueAt) || 0;

/** What happens next: picked by the die among all that can happen, or without a die the plainest. */
function nextEvent(state: State, die: number | undefined, now: number): Event {
  const plain = state.tokens.flatMap(plainAnswers).concat(neededTimers(state));
  if (die === undefined) return pick(plain, 0);
  const rough = state.tokens.flatMap((token) => roughAnswers(token, die));
  return pick([...plain, ...rough, ...extensions(state, now), ...state.timers.flatMap(timerEvents)], die);
}

const pick = (events: readonly Event[], die: number): Event => {
  const event = events[die % events.length];
  if (event === undefined) throw new Error('nothing can happen any more');
  return event;
};

function plainAnswers({ id: token, status }: Token): Event[] {
  if (status === 'working') return [{ kind: 'activity-completed', token }];
  if (status === 'deciding') return [{ kind: 'conditions-evaluated', token, results: {} }];
  return status === 'incident' ? [{ kind: 'incident-retried', token }] : [];
}

function roughAnswers({ id: token, node, status, isAwaiting }: Token, die: number): Event[] {
  if (status === 'deciding') return [{ kind: 'conditions-evaluated', token, results: answersOf(node, die) }];
  if (status === 'waiting') return [{ kind: 'activity-failed', token, error: 'expression.failed' }];
  if (status !== 'working') return [];
  const failures: Event[] = ['E', 'X'].map((error) => ({ kind: 'activity-failed', token, error }));
  return isAwaiting
    ? failures
    : [...failures, { kind: 'activity-waiting', token, deadlineMs: 50, errorCode: 'E' }];
}

/** A value for every flow that the node could have, in a pattern that the die chooses. */
const answersOf = (node: string, die: number): Record<string, boolean> =>
  Object.fromEntries(
    Array.from({ length: 400 }, (_, index) => [`${node}-n${index}`, ((die >> (index % 7)) & 1) === 1]),
  );

/** More time for every deadline that the next moment does not reach. */
const extensions = ({ timers }: State, now: number): Event[] =>
  timers
    .filter(({ dueAt, errorCode }) => errorCode !== undefined && (dueAt ?? 0) > now + 1)
    .map(({ token }) => ({ kind: 'deadline-extended', token, deadlineMs: 90 }));

const timerEvents = ({ id: timer, dueAt }: Timer): Event[] =>
  dueAt === undefined ? [{ kind: 'timer-resolved', timer, dueAt: 700 }] : [{ kind: 'timer-fired', timer }];

/** The timers without which their token would wait for ever. */
const neededTimers = ({ tokens, timers }: State): Event[] =>
  timers
    .filter((timer) => tokens.some(({ id, status }) => id === timer.token && status === 'waiting'))
    .flatMap(timerEvents);

/** One token for each node of a running scope; at a join one for each flow. */
const spotOf = ({ node, parent, status, via }: Token): string =>
  `${parent} ${node} ${status === 'joining' ? via : ''}`;

const isAsked = ({ status }: Token): boolean => status === 'working' || status === 'deciding';

const tokensOf = (effects: Step['effects']): string[] =>
  effects.flatMap((effect) =>
    effect.kind === 'run-activity' || effect.kind === 'evaluate-conditions' ? [effect.token] : [],
  );
