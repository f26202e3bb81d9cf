import { describe, expect, test } from 'vitest';
import { diagram, endEvent, gateway, startEvent, task } from '../diagram.fixture.ts';
import { play } from '../play.fixture.ts';

const fork = diagram(
  {
    s: startEvent(),
    f: gateway('parallel'),
    a: task(),
    b: task(),
    j: gateway('parallel'),
    c: task(),
    e: endEvent(),
  },
  's -> f -> a -> j -> c -> e',
  'f -> b -> j',
);
const conditional = diagram(
  { s: startEvent(), f: gateway('parallel'), a: task(), b: task(), c: task() },
  's -> f -> if a',
  'f -> default b',
  'f -> c',
);
const unsafe = diagram(
  {
    s: startEvent(),
    f: gateway('parallel'),
    m: gateway('exclusive'),
    a: task(),
    b: task(),
    j: gateway('parallel'),
    e: endEvent(),
  },
  's -> f -> m -> a -> j -> e',
  'f -> b -> m',
  's -> j',
);
const deadlock = diagram(
  { s: startEvent(), x: gateway('exclusive'), a: task(), b: task(), j: gateway('parallel'), e: endEvent() },
  's -> x -> if a -> j -> e',
  'x -> default b -> j',
);

describe('a parallel gateway', () => {
  test.each([
    ['sends one token along each flow', fork, [], ['a, b']],
    ['waits for the others', fork, ['b done'], ['a, b', 'a, j joining']],
    [
      'goes on as one when all have come',
      fork,
      ['b done', 'a done', 'c done'],
      ['a, b', 'a, j joining', 'c', 'completed'],
    ],
    ['takes all flows whatever their conditions say', conditional, [], ['a, b, c']],
    [
      'does not take a second token by the same flow for a missing one',
      unsafe,
      ['b done', 'a done', 'a done'],
      ['a, b, j joining', 'a, a, j joining', 'a', 'failed j incident process.deadlock'],
    ],
    [
      'becomes an incident when the other token can never come',
      deadlock,
      ['x takes a', 'a done'],
      ['x deciding', 'a', 'failed j incident process.deadlock'],
    ],
    [
      'meets the same deadlock again on a retry',
      deadlock,
      ['x takes a', 'a done', 'j retried'],
      ['x deciding', 'a', 'failed j incident process.deadlock', 'failed j incident process.deadlock'],
    ],
  ])('%s', (_name, definition, script, trace) => {
    expect(play(definition, script).trace).toEqual(trace);
  });
});
