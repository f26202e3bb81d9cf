import type { State } from '@latchkey/engine';
import { describe, expect, test } from 'vitest';
import { dueAtOf, statusOf } from './instance-outcome.ts';
import { recordCheck } from './session-data/checks.ts';
import { type Decision, recordDecision } from './session-data/decision.ts';

const state = (more: Partial<State>): State => ({
  version: 1,
  status: 'completed',
  tokens: [],
  timers: [],
  next: 1,
  ...more,
});
const incident = { id: 't1', node: 'N', status: 'incident' } as const;
const timer = { id: 'c1', token: 't1', node: 'N', dueAt: 50 };
const failed = (code: string, at = 1) =>
  recordCheck({}, `k${at}`, { outcome: 'FAILED', activity: 'a', code, at });
const decided = (decision: Decision) => recordDecision({}, decision);

describe('the status of an instance', () => {
  test.each([
    ['moves', state({ status: 'active' }), {}, 'ACTIVE'],
    ['passed', state({}), decided('PASS'), 'COMPLETED_ENDED_SUCCESS'],
    ['failed', state({}), decided('FAIL'), 'COMPLETED_ENDED_ERROR'],
    ['is to be reviewed', state({}), decided('REVIEW'), 'REVIEW'],
    ['ended undecided, nothing failed', state({}), {}, 'COMPLETED_ENDED_SUCCESS'],
    ['ended undecided, a check failed', state({}), failed('user.not-found'), 'COMPLETED_ENDED_ERROR'],
    ['timed out', state({}), recordDecision(failed('form.timed-out'), 'FAIL'), 'COMPLETED_TERMINATED'],
    [
      'ended at an error end',
      state({ status: 'failed', error: 'x' }),
      decided('PASS'),
      'COMPLETED_ENDED_ERROR',
    ],
    ['was cancelled', state({ status: 'terminated' }), decided('PASS'), 'COMPLETED_TERMINATED'],
    ['rests on an incident', state({ status: 'failed', tokens: [incident] }), {}, 'COMPLETED_PROCESS_ERROR'],
  ] as const)('that %s', (_name, given, data, expected) => expect(statusOf(given, data)).toBe(expected));

  test('a timeout counts only as the last failure', () => {
    const later = recordCheck(failed('form.timed-out', 1), 'k2', {
      outcome: 'FAILED',
      activity: 'b',
      code: 'x.y',
      at: 2,
    });
    expect(statusOf(state({}), recordDecision(later, 'FAIL'))).toBe('COMPLETED_ENDED_ERROR');
  });
});

describe('the due moment of an instance', () => {
  test('is that of its next timer or its deadline, whichever comes first', () => {
    const active = state({ status: 'active', timers: [timer] });
    expect(dueAtOf(active, null)).toBe(50);
    expect(dueAtOf(active, 40)).toBe(40);
    expect(dueAtOf(active, 60)).toBe(50);
    expect(dueAtOf(state({ status: 'active' }), null)).toBeNull();
  });

  test('is none when it has ended, and no deadline hides an incident', () => {
    expect(dueAtOf(state({}), 40)).toBeNull();
    expect(dueAtOf(state({ status: 'failed', tokens: [incident] }), 40)).toBeNull();
  });
});
