import { describe, expect, test } from 'vitest';
import {
  catches,
  diagram,
  endEvent,
  errorEnd,
  gateway,
  startEvent,
  subProcess,
  task,
  terminateEnd,
} from '../diagram.fixture.ts';
import { describeEffects, last, play } from '../play.fixture.ts';

const forkTo = (end: ReturnType<typeof endEvent>) =>
  diagram(
    { s: startEvent(), f: gateway('parallel'), a: task(), b: task(), e: endEvent(), other: end },
    's -> f -> a -> e',
    'f -> b -> other',
  );
const straightAway = diagram(
  { s: startEvent(), f: gateway('parallel'), a: task(), t: terminateEnd() },
  's -> f -> a',
  'f -> t',
);
const firstOf = (end: ReturnType<typeof endEvent>) =>
  diagram(
    {
      s: startEvent(),
      p: subProcess('ps'),
      ps: startEvent('p'),
      f: gateway('parallel', 'p'),
      other: end,
      a: task('p'),
      caught: catches('p'),
      d: task(),
      r: task(),
    },
    's -> p -> d',
    'caught -> r',
    'ps -> f -> other',
    'f -> a',
  );
const within = (end: ReturnType<typeof endEvent>) =>
  diagram(
    {
      s: startEvent(),
      p: subProcess('ps'),
      ps: startEvent('p'),
      f: gateway('parallel', 'p'),
      a: task('p'),
      b: task('p'),
      other: end,
      specific: catches('p', 'E1'),
      d: task(),
      r: task(),
    },
    's -> p -> d',
    'specific -> r',
    'ps -> f -> a',
    'f -> b -> other',
  );

describe('an end event', () => {
  test.each([
    ['plain: ends its own path only', forkTo(endEvent()), ['b done', 'a done'], ['a, b', 'a', 'completed']],
    ['terminate: ends the instance at the top', forkTo(terminateEnd()), ['b done'], ['a, b', 'terminated']],
    ['terminate: ends what the same step began', straightAway, [], ['terminated']],
    [
      'terminate: ends only its sub-process, which goes on as usual',
      within(terminateEnd('p')),
      ['b done'],
      ['p[a, b]', 'd'],
    ],
    [
      'error: fails the instance when nobody catches it',
      forkTo(errorEnd('E9')),
      ['b done'],
      ['a, b', 'failed E9'],
    ],
    [
      'error: is caught at the boundary of its sub-process, whose tokens go',
      within(errorEnd('E1', 'p')),
      ['b done'],
      ['p[a, b]', 'r'],
    ],
    [
      'error: fails the instance from inside when its code is not caught',
      within(errorEnd('E2', 'p')),
      ['b done'],
      ['p[a, b]', 'failed E2'],
    ],
    ['terminate: stops what the same step would have begun', firstOf(terminateEnd('p')), [], ['d']],
    ['error: stops what the same step would have begun', firstOf(errorEnd('E', 'p')), [], ['r']],
  ])('%s', (_name, definition, script, trace) => {
    expect(play(definition, script).trace).toEqual(trace);
  });

  test.each([
    ['completed', endEvent(), ['b done', 'a done'], ['ended completed']],
    ['terminated', terminateEnd(), ['b done'], ['ended terminated']],
    ['failed', errorEnd('E9'), ['b done'], ['ended failed E9']],
  ])('tells that the instance is %s', (_name, end, script, effects) => {
    expect(describeEffects(last(play(forkTo(end), script)).effects)).toEqual(effects);
  });

  test('asks for nothing on behalf of tokens that it has ended in the same step', () => {
    expect(describeEffects(last(play(straightAway, [])).effects)).toEqual(['ended terminated']);
  });
});
