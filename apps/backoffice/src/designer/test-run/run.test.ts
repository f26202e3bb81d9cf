import type { Definition, Node } from '@latchkey/engine';
import { expect, test } from 'vitest';
import { begin, choicesOf, choose } from './run.ts';
import { writePath } from './write-path.ts';

const task = (id: string, incoming: string, outgoing: string): Node => ({
  id,
  kind: 'task',
  incoming: [incoming],
  outgoing: [outgoing],
  activity: { type: id, version: 1, parameters: {} },
});

const definition: Definition = {
  nodes: {
    start: { id: 'start', kind: 'start', incoming: [], outgoing: ['a'] },
    decide: task('decide', 'a', 'b'),
    late: {
      id: 'late',
      kind: 'boundary',
      incoming: [],
      outgoing: ['e'],
      attachedTo: 'decide',
      interrupting: true,
      trigger: { kind: 'error', errorCode: 'x' },
    },
    way: { id: 'way', kind: 'exclusive', incoming: ['b'], outgoing: ['c', 'd'], defaultFlow: 'd' },
    good: { id: 'good', kind: 'end', end: 'plain', incoming: ['c'], outgoing: [] },
    bad: { id: 'bad', kind: 'end', end: 'error', incoming: ['d', 'e'], outgoing: [] },
  },
  flows: {
    a: { id: 'a', source: 'start', target: 'decide' },
    b: { id: 'b', source: 'decide', target: 'way' },
    c: { id: 'c', source: 'way', target: 'good', condition: '$' + '{_decision == "PASS"}' },
    d: { id: 'd', source: 'way', target: 'bad' },
    e: { id: 'e', source: 'late', target: 'bad' },
  },
};

const known = { codesOf: () => ['x'], decides: () => true };
const same = (_: string, data: Readonly<Record<string, unknown>>) => data;
const picked = (kind: string, decision?: string) => {
  const run = begin(definition);
  const choice = choicesOf(run, known).find(
    (one) =>
      one.kind === kind && (decision === undefined || ('decision' in one && one.decision === decision)),
  );
  if (!choice) throw new Error(`No ${kind}.`);
  return choose(run, choice, same);
};

test('a step offers its ends and the failures that its activity declares', () => {
  expect(choicesOf(begin(definition), known).map(({ kind }) => kind)).toEqual([
    'complete',
    'complete',
    'complete',
    'fail',
  ]);
});

test('a decision goes the way that the sample data tells', () => {
  expect(picked('complete', 'PASS').state.status).toBe('completed');
  expect(picked('complete', 'FAIL').state.status).toBe('failed');
});

test('a failure leaves by its boundary event', () => {
  const run = picked('fail');
  expect([run.state.status, run.trail]).toEqual(['failed', [{ node: 'decide', outcome: 'x' }]]);
});

test('samples are written where expressions read them', () => {
  expect(writePath({ a: { b: 1 } }, 'a.users["x-y"].id', 'u')).toEqual({
    a: { b: 1, users: { 'x-y': { id: 'u' } } },
  });
});
