import { describe, expect, test } from 'vitest';
import { advance } from '../advance.ts';
import { catches, diagram, endEvent, gateway, startEvent, task } from '../diagram.fixture.ts';
import { describeEffects, last, play } from '../play.fixture.ts';

const plain = diagram(
  { s: startEvent(), a: task(), late: catches('a', 'form.timed-out'), b: task(), e: endEvent() },
  's -> a -> e',
  'late -> b -> e',
);
const fork = diagram({ s: startEvent(), a: task(), b: task(), c: task() }, 's -> a -> b', 'a -> c');
const conditional = diagram(
  { s: startEvent(), a: task(), b: task(), c: task(), d: task() },
  's -> a -> if b',
  'a -> if c',
  'a -> default d',
);
const stubborn = diagram({ s: startEvent(), a: task(), b: task() }, 's -> a -> if b');
const both = diagram(
  { s: startEvent(), f: gateway('parallel'), a: task(), b: task() },
  's -> f -> a',
  'f -> b',
);

describe('a task', () => {
  test.each([
    ['holds its token until its activity is done', plain, ['a done'], ['a', 'completed']],
    [
      'stays where it is while its activity waits for a person',
      plain,
      ['a waits', 'a done'],
      ['a', 'a', 'completed'],
    ],
    [
      'fails with the code of its deadline',
      plain,
      ['a waits 500 form.timed-out', 'a fires'],
      ['a', 'a', 'b'],
    ],
    [
      'fails with a code of ours when its deadline has none',
      plain,
      ['a waits 500', 'a fires'],
      ['a', 'a', 'failed a incident activity.timed-out'],
    ],
    ['forks into all its flows', fork, ['a done'], ['a', 'b, c']],
    [
      'takes every conditional flow that holds',
      conditional,
      ['a done', 'a takes b c'],
      ['a', 'a deciding', 'b, c'],
    ],
    ['takes its default flow when none holds', conditional, ['a done', 'a takes'], ['a', 'a deciding', 'd']],
    [
      'becomes an incident when no flow holds; a retry asks again without running the activity',
      stubborn,
      ['a done', 'a takes', 'a retried', 'a takes b'],
      ['a', 'a deciding', 'failed a incident process.no-flow', 'a deciding', 'b'],
    ],
    [
      'becomes an incident when nobody catches its failure',
      plain,
      ['a fails E'],
      ['a', 'failed a incident E'],
    ],
    [
      'runs again on a retry',
      plain,
      ['a fails E', 'a retried', 'a done'],
      ['a', 'failed a incident E', 'a', 'completed'],
    ],
    [
      'that is an incident stops no other path',
      both,
      ['a fails E', 'b done'],
      ['a, b', 'a incident E, b', 'failed a incident E'],
    ],
    [
      'that is an incident can be cancelled',
      plain,
      ['a fails E', 'cancelled'],
      ['a', 'failed a incident E', 'terminated'],
    ],
    [
      'does not run again on a retry when only its conditions failed',
      conditional,
      ['a done', 'a fails expression.failed', 'a retried', 'a takes b'],
      ['a', 'a deciding', 'failed a incident expression.failed', 'a deciding', 'b'],
    ],
  ])('%s', (_name, definition, script, trace) => {
    expect(play(definition, script).trace).toEqual(trace);
  });

  test('asks the shell to run its activity, at first and on a retry under another token', () => {
    const { steps } = play(plain, ['a fails E', 'a retried']);
    expect(steps.map(({ effects }) => effects)).toEqual([
      [{ kind: 'run-activity', token: 't1', node: 'a' }],
      [{ kind: 'raise-incident', token: 't1', node: 'a', error: 'E' }],
      [{ kind: 'run-activity', token: 't2', node: 'a' }],
    ]);
  });

  test('keeps which parameters did not fit for as long as its incident rests', () => {
    const { state } = last(play(plain, []));
    const errors = [{ pointer: '/a', detail: 'A is required.' }];
    const failed = { kind: 'activity-failed', token: 't1', error: 'E', errors } as const;
    const rested = advance(plain, state, failed, 9).state;
    expect(rested.tokens).toMatchObject([{ status: 'incident', error: 'E', errors }]);
    const [again] = advance(plain, rested, { kind: 'incident-retried', token: 't1' }, 9).state.tokens;
    expect(again).not.toHaveProperty('errors');
  });

  test('keeps its first deadline when its activity says twice that it waits', () => {
    const { steps } = play(plain, ['a waits 500', 'a waits 900']);
    expect(steps[2]?.state).toBe(steps[1]?.state);
    expect(steps[2]?.state.timers.map(({ dueAt }) => dueAt)).toEqual([501]);
  });

  test('takes its deadline away with it', () => {
    expect(last(play(conditional, ['a waits 500', 'a done'])).state.timers).toEqual([]);
    expect(last(play(plain, ['a waits 500', 'a fails E'])).state.timers).toEqual([]);
  });

  test('does not take a second answer of its activity for an answer about its conditions', () => {
    const { state } = last(play(conditional, ['a done']));
    const failed = { kind: 'activity-failed', token: 't1', error: 'user.external-id-not-unique' } as const;
    expect(advance(conditional, state, failed, 9).state).toBe(state);
  });

  test('asks for its conditions only when its activity is done', () => {
    const { steps } = play(conditional, ['a done']);
    expect(steps.map(({ effects }) => describeEffects(effects))).toEqual([['run a'], ['ask a: a-b a-c']]);
  });
});
