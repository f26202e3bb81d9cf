import { describe, expect, test } from 'vitest';
import { diagram, endEvent, gateway, startEvent, subProcess, task } from '../diagram.fixture.ts';
import { last, play } from '../play.fixture.ts';

const parallel = diagram(
  {
    s: startEvent(),
    p: subProcess('ps'),
    ps: startEvent('p'),
    f: gateway('parallel', 'p'),
    a: task('p'),
    b: task('p'),
    pe: endEvent('p'),
    c: task(),
  },
  's -> p -> c',
  'ps -> f -> a -> pe',
  'f -> b -> pe',
);
const empty = diagram(
  { s: startEvent(), p: subProcess('ps'), ps: startEvent('p'), pe: endEvent('p'), c: task() },
  's -> p -> c',
  'ps -> pe',
);
const again = diagram(
  {
    s: startEvent(),
    p: subProcess('ps'),
    ps: startEvent('p'),
    a: task('p'),
    x: gateway('exclusive'),
    e: endEvent(),
  },
  's -> p -> x -> default e',
  'x -> if p',
  'ps -> a',
);
const twoAtOnce = (kind: 'parallel' | 'inclusive') =>
  diagram(
    {
      s: startEvent(),
      f: gateway('parallel'),
      p: subProcess('ps'),
      ps: startEvent('p'),
      g: gateway('parallel', 'p'),
      a: task('p'),
      b: task('p'),
      j: gateway(kind, 'p'),
      d: task('p'),
      m: task(),
      n: task(),
    },
    's -> f -> m -> p',
    'f -> n -> p',
    'ps -> g -> a -> j -> d',
    'g -> b -> j',
  );

const oneOfTwo = diagram(
  {
    s: startEvent(),
    f: gateway('parallel'),
    p: subProcess('ps'),
    ps: startEvent('p'),
    g: gateway('inclusive', 'p'),
    a: task('p'),
    b: task('p'),
    j: gateway('inclusive', 'p'),
    d: task('p'),
    m: task(),
    n: task(),
  },
  's -> f -> m -> p',
  'f -> n -> p',
  'ps -> g -> if a -> j -> d',
  'g -> if b -> j',
);

const unclear = diagram(
  {
    s: startEvent(),
    p: subProcess('ps'),
    ps: startEvent('p'),
    a: task('p'),
    late: {
      kind: 'boundary',
      attachedTo: 'p',
      interrupting: true,
      trigger: { kind: 'timer', timer: { kind: 'expression', expression: 'soon' } },
    },
  },
  's -> p',
  'ps -> a',
);

describe('a sub-process', () => {
  test.each([
    ['ends when nothing is left inside', parallel, ['a done', 'b done'], ['p[a, b]', 'p[b]', 'c']],
    ['with nothing to wait for is passed in one step', empty, [], ['c']],
    [
      'can be entered again',
      again,
      ['a done', 'x takes p', 'a done', 'x takes'],
      ['p[a]', 'x deciding', 'p[a]', 'x deciding', 'completed'],
    ],
    [
      'that runs twice at once keeps its tokens apart at a parallel join',
      twoAtOnce('parallel'),
      ['m done', 'n done', 'a done', 'b#2 done', 'b done'],
      [
        'm, n',
        'n, p[a, b]',
        'p[a, b], p[a, b]',
        'p[a, b], p[b, j joining]',
        'p[a, j joining], p[b, j joining]',
        'p[a, j joining], p[d]',
      ],
    ],
    [
      'that runs twice at once keeps its tokens apart at an inclusive join',
      twoAtOnce('inclusive'),
      ['m done', 'n done', 'a done', 'b#2 done', 'b done'],
      [
        'm, n',
        'n, p[a, b]',
        'p[a, b], p[a, b]',
        'p[a, b], p[b, j joining]',
        'p[a, j joining], p[b, j joining]',
        'p[a, j joining], p[d]',
      ],
    ],
    [
      'does not wait for its twin',
      oneOfTwo,
      ['m done', 'n done', 'g takes a', 'g takes b', 'a done'],
      [
        'm, n',
        'n, p[g deciding]',
        'p[g deciding], p[g deciding]',
        'p[a], p[g deciding]',
        'p[a], p[b]',
        'p[b], p[d]',
      ],
    ],
    [
      'whose boundary timer has no moment fails as a whole, and begins anew on a retry',
      unclear,
      ['p fails expression.failed', 'p retried', 'a done'],
      ['p[a]', 'failed p incident expression.failed', 'p[a]', 'completed'],
    ],
  ])('%s', (_name, definition, script, trace) => {
    expect(play(definition, script).trace).toEqual(trace);
  });

  test('is cancelled with all that is inside', () => {
    const { state } = last(play(parallel, ['cancelled']));
    expect([state.status, state.tokens, state.timers]).toEqual(['terminated', [], []]);
  });
});
