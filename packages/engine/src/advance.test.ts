import { describe, expect, test } from 'vitest';
import { advance } from './advance.ts';
import type { Definition } from './definition.ts';
import { alarm, diagram, endEvent, gateway, startEvent, task } from './diagram.fixture.ts';
import type { Event } from './event.ts';
import { guide, guideAnswers } from './guide.fixture.ts';
import { deepFreeze, describeState, last, play } from './play.fixture.ts';
import { start } from './start.ts';

const oneTask = diagram({ s: startEvent(), a: task(), late: alarm('a', 500), e: endEvent() }, 's -> a -> e');

describe('advancing an instance', () => {
  test('counts one version for each event that changes something', () => {
    expect(play(oneTask, ['a waits', 'a done']).steps.map(({ state }) => state.version)).toEqual([0, 1, 2]);
  });

  test.each<Event>([
    { kind: 'activity-completed', token: 't9' },
    { kind: 'activity-failed', token: '__proto__', error: 'E' },
    { kind: 'activity-waiting', token: 't9', deadlineMs: 5 },
    { kind: 'conditions-evaluated', token: 't1', results: {} },
    { kind: 'timer-resolved', timer: 'c2', dueAt: 7 },
    { kind: 'timer-fired', timer: 'c9' },
    { kind: 'timer-fired', timer: 'c2' },
    { kind: 'incident-retried', token: 't1' },
    { kind: 'toString' } as unknown as Event,
    { kind: 'from-the-future' } as unknown as Event,
  ])('gives the same state back for what concerns nobody: %j', (event) => {
    const { state } = start(oneTask, 0);
    const step = advance(oneTask, deepFreeze(state), event, 499);
    expect(step.state).toBe(state);
    expect(step.effects).toEqual([]);
  });

  test.each<Event>([
    { kind: 'activity-completed', token: 't1' },
    { kind: 'activity-failed', token: 't1', error: 'E' },
    { kind: 'timer-fired', timer: 'c2' },
    { kind: 'incident-retried', token: 't1' },
    { kind: 'cancelled' },
  ])('changes nothing after the end: %j', (event) => {
    const { state } = last(play(oneTask, ['a done']));
    expect(advance(oneTask, state, event, 1_000).state).toBe(state);
  });

  test('lets a timer and an answer race: whoever comes second changes nothing', () => {
    const { state } = last(play(oneTask, ['late fires']));
    expect(advance(oneTask, state, { kind: 'activity-completed', token: 't1' }, 501).state).toBe(state);
  });

  test('ends an instance that runs in a circle without ever waiting', () => {
    const circle = diagram(
      { s: startEvent(), x: gateway('exclusive'), y: gateway('exclusive') },
      's -> x -> y -> x',
    );
    expect(describeState(start(circle, 0).state)).toBe('failed process.endless-loop');
  });

  test('fails an instance of a definition that begins nowhere', () => {
    const nowhere: Definition = { nodes: {}, flows: {} };
    expect(describeState(start(nowhere, 0).state)).toBe('failed process.no-start');
  });
});

describe("the guide's journey", () => {
  test('goes over a cancel and a second try to its end, in a state below 2 KB at all times', () => {
    let { state } = start(guide, 0);
    const visited = [describeState(state)];
    guideAnswers.forEach((answer, index) => {
      state = advance(guide, deepFreeze(state), answer(state.tokens[0]?.id ?? ''), index).state;
      expect(JSON.stringify(state).length).toBeLessThan(2_048);
      visited.push(describeState(state));
    });
    expect(visited.filter((line, index) => line !== visited[index - 1])).toEqual([
      'addUser',
      'startRegistration',
      'registrationForm',
      'complete',
      'retryForm',
      'registrationForm',
      'complete',
      'decider',
      'completed',
    ]);
  });

  test.each([
    ['the user exists', ['addUser fails user.external-id-not-unique']],
    [
      'the form times out',
      [
        'addUser done',
        'startRegistration done',
        'registrationForm waits 500 form.timed-out',
        'registrationForm fires',
      ],
    ],
    [
      'the store fails',
      ['addUser done', 'startRegistration done', 'registrationForm done', 'complete fails store.call-failed'],
    ],
  ])('goes to the decider when %s', (_name, script) => {
    expect(play(guide, script).trace.at(-1)).toBe('decider');
  });
});
