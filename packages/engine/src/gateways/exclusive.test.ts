import { describe, expect, test } from 'vitest';
import { diagram, endEvent, gateway, startEvent, task } from '../diagram.fixture.ts';
import { describeEffects, last, play } from '../play.fixture.ts';

const nodes = {
  s: startEvent(),
  x: gateway('exclusive'),
  a: task(),
  b: task(),
  c: task(),
  y: gateway('exclusive'),
  e: endEvent(),
};
const withDefault = diagram(nodes, 's -> x -> if a', 'x -> if b', 'x -> default c', 'a -> y -> e', 'b -> y');
const withoutDefault = diagram(nodes, 's -> x -> if a', 'x -> if b', 'a -> y -> e', 'b -> y');
const unconditional = diagram(nodes, 's -> x -> a -> y', 'x -> b -> y -> e');
const mixed = diagram(nodes, 's -> x -> if a', 'x -> b', 'x -> if c');

describe('an exclusive gateway', () => {
  test.each([
    ['waits for its conditions', withDefault, [], ['x deciding']],
    ['takes the first that holds', withDefault, ['x takes b a'], ['x deciding', 'a']],
    ['takes a later one when the first fails', withDefault, ['x takes b'], ['x deciding', 'b']],
    ['takes the default when none holds', withDefault, ['x takes'], ['x deciding', 'c']],
    [
      'becomes an incident when none holds and there is no default',
      withoutDefault,
      ['x takes'],
      ['x deciding', 'failed x incident process.no-flow'],
    ],
    [
      'asks its conditions again on a retry',
      withoutDefault,
      ['x takes', 'x retried', 'x takes b'],
      ['x deciding', 'failed x incident process.no-flow', 'x deciding', 'b'],
    ],
    [
      'becomes an incident when its conditions cannot be evaluated',
      withDefault,
      ['x fails expression.failed', 'x retried'],
      ['x deciding', 'failed x incident expression.failed', 'x deciding'],
    ],
    [
      'passes every token through where flows merge',
      withDefault,
      ['x takes a', 'a done'],
      ['x deciding', 'a', 'completed'],
    ],
    ['takes only one of several flows without condition', unconditional, [], ['a']],
    ['counts a flow without condition as one that holds', mixed, ['x takes c'], ['x deciding', 'b']],
  ])('%s', (_name, definition, script, trace) => {
    expect(play(definition, script).trace).toEqual(trace);
  });

  test('asks for all its conditions but the default in document order', () => {
    const { effects } = last(play(withDefault, []));
    expect(describeEffects(effects)).toEqual(['ask x: x-a x-b']);
  });
});
