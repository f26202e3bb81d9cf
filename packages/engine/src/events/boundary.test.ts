import { describe, expect, test } from 'vitest';
import {
  alarm,
  catches,
  type Drawn,
  diagram,
  endEvent,
  errorEnd,
  startEvent,
  subProcess,
  task,
} from '../diagram.fixture.ts';
import { describeEffects, last, play } from '../play.fixture.ts';

const around = (boundary: Readonly<Record<string, Drawn>>, ...lines: string[]) =>
  diagram(
    { s: startEvent(), a: task(), ...boundary, x: task(), y: task(), e: endEvent() },
    's -> a -> e',
    ...lines,
  );
const both = around({ any: catches('a'), one: catches('a', 'E1') }, 'any -> x', 'one -> y');
const onlyOne = around({ one: catches('a', 'E1') }, 'one -> y');
const interrupting = around({ late: alarm('a', 500) }, 'late -> x');
const beside = around({ nudge: alarm('a', 500, false) }, 'nudge -> x');
const twice = around({ nudge: alarm('a', 500, false), late: alarm('a', 900) }, 'nudge -> x', 'late -> y');
const nested = diagram(
  {
    s: startEvent(),
    p: subProcess('ps'),
    ps: startEvent('p'),
    q: subProcess('qs', 'p'),
    qs: startEvent('q'),
    a: task('q'),
    b: task('p'),
    inner: catches('q', 'E1', 'p'),
    i: task('p'),
    outer: catches('p'),
    o: task(),
    late: alarm('p', 700),
    l: task(),
    nudge: alarm('p', 300, false),
    n: task(),
  },
  's -> p',
  'ps -> q -> b',
  'qs -> a',
  'inner -> i',
  'outer -> o',
  'late -> l',
  'nudge -> n',
);
const atOnce = diagram(
  {
    s: startEvent(),
    p: subProcess('ps'),
    ps: startEvent('p'),
    pe: errorEnd('E1', 'p'),
    late: {
      kind: 'boundary',
      attachedTo: 'p',
      interrupting: true,
      trigger: { kind: 'timer', timer: { kind: 'expression', expression: 'soon' } },
    },
    caught: catches('p'),
    x: task(),
  },
  's -> p',
  'ps -> pe',
  'caught -> x',
);

describe('an error boundary event', () => {
  test.each([
    ['catches its own code', both, ['a fails E1'], ['a', 'y']],
    ['without a code catches every other', both, ['a fails E2'], ['a', 'x']],
    ['leaves other codes alone', onlyOne, ['a fails E2'], ['a', 'failed a incident E2']],
    ['of an inner sub-process comes first', nested, ['a fails E1'], ['p[q[a]]', 'p[i]']],
    ['catches what passes an inner one', nested, ['a fails E2'], ['p[q[a]]', 'o']],
    ['catches at once what is thrown at once', atOnce, [], ['x']],
  ])('%s', (_name, definition, script, trace) => {
    expect(play(definition, script).trace).toEqual(trace);
  });

  test('takes the timers of what it interrupts away', () => {
    expect(last(play(nested, ['a fails E2'])).state.timers).toEqual([]);
    expect(last(play(interrupting, ['a fails E2'])).state.timers).toEqual([]);
  });

  test('does not ask for timers of what it has interrupted in the same step', () => {
    expect(describeEffects(last(play(atOnce, [])).effects)).toEqual(['run x']);
  });
});

describe('a timer boundary event', () => {
  test.each([
    ['interrupts its task', interrupting, ['late fires'], ['a', 'x']],
    ['does nothing when the task is done before', interrupting, ['a done'], ['a', 'completed']],
    [
      'that does not interrupt starts a path beside',
      beside,
      ['nudge fires', 'a done', 'x done'],
      ['a', 'a, x', 'x', 'completed'],
    ],
    ['may come after another', twice, ['nudge fires', 'late fires'], ['a', 'a, x', 'x, y']],
    ['interrupts a sub-process with all inside', nested, ['late fires'], ['p[q[a]]', 'l']],
    ['fires beside a sub-process', nested, ['nudge fires', 'a done'], ['p[q[a]]', 'n, p[q[a]]', 'n, p[b]']],
    [
      'rescues a sub-process that holds only an incident',
      interruptibleIncident(),
      ['a fails E', 'late fires'],
      ['p[a]', 'p[a incident E]', 'x'],
    ],
  ])('%s', (_name, definition, script, trace) => {
    expect(play(definition, script).trace).toEqual(trace);
  });

  test('that has fired beside its task is not set again when the task is retried, the others are', () => {
    const { state } = last(play(twice, ['nudge fires', 'a fails E', 'a retried']));
    expect(state.timers.map(({ node, dueAt }) => [node, dueAt])).toEqual([['late', 903]]);
  });

  test('is due the given time after the task began, and gone when the task is', () => {
    expect(play(twice, ['a done']).steps.map(({ state }) => state.timers.map(({ dueAt }) => dueAt))).toEqual([
      [500, 900],
      [],
    ]);
  });
});

function interruptibleIncident() {
  return diagram(
    {
      s: startEvent(),
      p: subProcess('ps'),
      ps: startEvent('p'),
      a: task('p'),
      late: alarm('p', 500),
      x: task(),
    },
    's -> p',
    'ps -> a',
    'late -> x',
  );
}
