import { describe, expect, test } from 'vitest';
import type { TimerRule } from '../definition.ts';
import { diagram, endEvent, startEvent, task } from '../diagram.fixture.ts';
import { describeEffects, last, play } from '../play.fixture.ts';

const until = (timer: TimerRule) =>
  diagram(
    { s: startEvent(), w: { kind: 'timer-catch', timer }, a: task(), e: endEvent() },
    's -> w -> a -> e',
  );
const expression = until({ kind: 'expression', expression: 'pause' });

describe('a timer catch event', () => {
  test.each([
    ['holds its token until it fires', until({ kind: 'after', ms: 50 }), ['w fires'], ['w waiting', 'a']],
    ['waits for an absolute moment', until({ kind: 'at', at: 1_000 }), ['w fires'], ['w waiting', 'a']],
    [
      'waits for the moment that the shell finds',
      expression,
      ['w due 70', 'w fires'],
      ['w waiting', 'w waiting', 'a'],
    ],
    [
      'becomes an incident when its moment cannot be found, and asks again on a retry',
      expression,
      ['w fails expression.failed', 'w retried'],
      ['w waiting', 'failed w incident expression.failed', 'w waiting'],
    ],
    ['does not fire without a moment', expression, ['w fires'], ['w waiting', 'w waiting']],
    [
      'takes only a moment that is a number',
      expression,
      ['w due never', 'w fires'],
      ['w waiting', 'w waiting', 'w waiting'],
    ],
    [
      'keeps the first moment',
      expression,
      ['w due 70', 'w due 10', 'w fires'],
      ['w waiting', 'w waiting', 'w waiting', 'a'],
    ],
  ])('%s', (_name, definition, script, trace) => {
    expect(play(definition, script).trace).toEqual(trace);
  });

  test('asks the shell for the value of an expression, at first and on a retry', () => {
    const { steps } = play(expression, ['w fails x', 'w retried']);
    expect(steps.map(({ effects }) => describeEffects(effects))).toEqual([
      ['resolve pause'],
      ['incident w x'],
      ['resolve pause'],
    ]);
  });

  test('leaves no timer behind', () => {
    expect(last(play(expression, ['w due 70', 'w fires'])).state.timers).toEqual([]);
    expect(last(play(expression, ['w fails x'])).state.timers).toEqual([]);
  });
});
