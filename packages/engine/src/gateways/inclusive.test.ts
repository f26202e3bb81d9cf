import { describe, expect, test } from 'vitest';
import { alarm, diagram, endEvent, gateway, startEvent, subProcess, task } from '../diagram.fixture.ts';
import { play } from '../play.fixture.ts';

const or = diagram(
  {
    s: startEvent(),
    f: gateway('inclusive'),
    a: task(),
    b: task(),
    c: task(),
    j: gateway('inclusive'),
    d: task(),
    e: endEvent(),
  },
  's -> f -> if a -> j -> d -> e',
  'f -> if b -> j',
  'f -> default c -> j',
);
const longBranch = diagram(
  {
    s: startEvent(),
    f: gateway('inclusive'),
    a: task(),
    b: task(),
    x: gateway('exclusive'),
    out: task(),
    j: gateway('inclusive'),
    d: task(),
    e: endEvent(),
  },
  's -> f -> if a -> j -> d -> e',
  'f -> if b -> x -> if j',
  'x -> default out -> e',
);
const boundary = diagram(
  {
    s: startEvent(),
    f: gateway('parallel'),
    a: task(),
    b: task(),
    late: alarm('b', 500),
    j: gateway('inclusive'),
    d: task(),
    e: endEvent(),
  },
  's -> f -> a -> j -> d',
  'f -> b -> e',
  'late -> j',
);
const inside = diagram(
  {
    s: startEvent(),
    f: gateway('inclusive'),
    a: task(),
    p: subProcess('ps'),
    ps: startEvent('p'),
    b: task('p'),
    pe: endEvent('p'),
    j: gateway('inclusive'),
    d: task(),
  },
  's -> f -> if a -> j -> d',
  'f -> if p -> j',
  'ps -> b -> pe',
);
const loop = diagram(
  {
    s: startEvent(),
    m: gateway('exclusive'),
    f: gateway('inclusive'),
    a: task(),
    b: task(),
    j: gateway('inclusive'),
    x: gateway('exclusive'),
    e: endEvent(),
  },
  's -> m -> f -> if a -> j -> x -> default e',
  'f -> if b -> j',
  'x -> if m',
);

const nestedInLoop = diagram(
  {
    s: startEvent(),
    m: gateway('exclusive'),
    f: gateway('inclusive'),
    g: gateway('inclusive'),
    a: task(),
    b: task(),
    c: task(),
    inner: gateway('inclusive'),
    outer: gateway('inclusive'),
    x: gateway('exclusive'),
    e: endEvent(),
  },
  's -> m -> f -> if g -> default a -> inner -> outer -> x -> default e',
  'g -> if b -> inner',
  'f -> if c -> outer',
  'x -> if m',
);

const unsafe = diagram(
  {
    s: startEvent(),
    f: gateway('parallel'),
    a: task(),
    b: task(),
    m: gateway('exclusive'),
    never: task(),
    j: gateway('inclusive'),
    c: task(),
  },
  's -> f -> a -> m -> j -> if c',
  'f -> b -> m',
  'never -> j',
);

describe('an inclusive gateway', () => {
  test.each([
    ['takes every flow that holds', or, ['f takes a b'], ['f deciding', 'a, b']],
    ['takes the default when none holds', or, ['f takes'], ['f deciding', 'c']],
    [
      'waits for a token that can still come',
      or,
      ['f takes a b', 'a done', 'b done'],
      ['f deciding', 'a, b', 'b, j joining', 'd'],
    ],
    ['does not wait where nobody can come', or, ['f takes b', 'b done'], ['f deciding', 'b', 'd']],
    [
      'goes on as soon as the last that could come has taken another way',
      longBranch,
      ['f takes a b', 'a done', 'b done', 'x takes'],
      ['f deciding', 'a, b', 'b, j joining', 'j joining, x deciding', 'd, out'],
    ],
    [
      'counts the ways out of a boundary event',
      boundary,
      ['a done', 'late fires'],
      ['a, b', 'b, j joining', 'd'],
    ],
    [
      'stops waiting when a boundary event can fire no more',
      boundary,
      ['a done', 'b done'],
      ['a, b', 'b, j joining', 'd'],
    ],
    [
      'waits for a token inside a sub-process before it',
      inside,
      ['f takes a p', 'a done', 'b done'],
      ['f deciding', 'a, p[b]', 'j joining, p[b]', 'd'],
    ],
    [
      'works again at every turn of a loop',
      loop,
      ['f takes a b', 'a done', 'b done', 'x takes m', 'f takes b', 'b done', 'x takes'],
      ['f deciding', 'a, b', 'b, j joining', 'x deciding', 'f deciding', 'b', 'x deciding', 'completed'],
    ],
    [
      'inside another in a loop does not wait for the one that waits for it',
      nestedInLoop,
      ['f takes g c', 'c done', 'g takes b', 'b done'],
      ['f deciding', 'c, g deciding', 'g deciding, outer joining', 'b, outer joining', 'x deciding'],
    ],
    [
      'becomes an incident when no flow holds and there is no default',
      loop,
      ['f takes'],
      ['f deciding', 'failed f incident process.no-flow'],
    ],
    [
      'does not merge a second token by the same flow into one that has gone on',
      unsafe,
      ['a done', 'b done'],
      ['a, b', 'b, j deciding', 'j deciding, j deciding'],
    ],
  ])('%s', (_name, definition, script, trace) => {
    expect(play(definition, script).trace).toEqual(trace);
  });
});
