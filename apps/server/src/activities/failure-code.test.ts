import type { BoundaryEvent, Definition } from '@latchkey/engine';
import { describe, expect, test } from 'vitest';
import type { Activity } from './define-activity.ts';
import { catches, failureCode } from './failure-code.ts';

const activity = {
  boundaryEvents: [
    { code: 'a.main', label: 'Main', docs: '' },
    { code: 'a.special', label: 'Special', docs: '', fallback: 'a.main' },
    { code: 'a.alone', label: 'Alone', docs: '' },
  ],
  otherFailures: 'a.main',
} as unknown as Activity;

/** A task within a sub-process, with boundary events at either. */
function drawn(at: 'Task' | 'Sub', ...codes: readonly (string | undefined)[]): Definition {
  const common = { incoming: [], outgoing: [] };
  const events = codes.map((errorCode, number): BoundaryEvent => {
    const trigger =
      errorCode === undefined ? { kind: 'error' as const } : { kind: 'error' as const, errorCode };
    return { ...common, kind: 'boundary', id: `E${number}`, attachedTo: at, interrupting: true, trigger };
  });
  const use = { type: 'a', version: 1, parameters: {} };
  const nodes = [
    { ...common, kind: 'sub-process', id: 'Sub', start: 'Start' },
    { ...common, kind: 'task', id: 'Task', scope: 'Sub', activity: use },
    ...events,
  ] as const;
  return { flows: {}, nodes: Object.fromEntries(nodes.map((node) => [node.id, node])) };
}

describe('a failure leaves', () => {
  test.each([
    ['as itself where it is drawn', 'a.special', ['a.main', 'a.special'], 'a.special'],
    ['as its fallback where only that is drawn', 'a.special', ['a.main'], 'a.main'],
    ['as itself where neither is drawn', 'a.special', [], 'a.special'],
    ['as itself to an event without a code', 'a.special', [undefined], 'a.special'],
    ['as the activity’s other failure where nobody named it', 'x.unknown', ['a.main'], 'a.main'],
    ['as itself where it is named without a fallback', 'a.alone', ['a.main'], 'a.alone'],
  ])('%s', (_name, code, codes, expected) => {
    for (const at of ['Task', 'Sub'] as const) {
      expect(failureCode(drawn(at, ...codes), 'Task', activity, code)).toBe(expected);
    }
  });

  test('by what is drawn at the task or around it, not elsewhere', () => {
    expect(catches(drawn('Sub', 'a.main'), 'Task', 'a.main')).toBe(true);
    expect(catches(drawn('Task', 'a.main'), 'Sub', 'a.main')).toBe(false);
  });
});
