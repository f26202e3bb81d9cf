import type { AuditRecord, HistoryEntry } from '@latchkey/contract';
import { expect, test } from 'vitest';
import { timelineEntries } from './timeline-entries.ts';

const event = (version: number, at: string, more: Partial<HistoryEntry>): HistoryEntry => ({
  version,
  at,
  actor: 'Journey',
  event: 'activity-completed',
  ...more,
});
const fact = (action: string, at: string): AuditRecord => ({
  id: action,
  at,
  actorKind: 'journey',
  actor: 'Journey',
  action,
  outcome: 'SUCCESS',
  facts: {},
});

test('history and audit are told in one order with the time between', () => {
  const lines = timelineEntries(
    [
      event(1, '2026-11-24T10:00:01.000Z', { name: 'Form', event: 'activity-waiting' }),
      event(2, '2026-11-24T10:00:09.500Z', { activity: 'customDataForm' }),
      event(3, '2026-11-24T10:00:09.500Z', { event: 'timer-resolved' }),
    ],
    [
      fact('process-instance.started', '2026-11-24T10:00:00.000Z'),
      fact('store.read', '2026-11-24T10:00:05.000Z'),
    ],
  );
  expect(lines.map(({ title, sinceMs }) => [title, sinceMs])).toEqual([
    ['Begun in the browser', 0],
    ['Form: waits for the person', 1000],
    ['customDataForm: done', 8500],
  ]);
});

test('what an activity judged stands before what became of it, although the audit was written later', () => {
  const activity = 'completePasskeyAuthentication';
  const step = '2026-11-24T10:00:09.500Z';
  const lines = timelineEntries(
    [
      event(1, '2026-11-24T10:00:01.000Z', { activity, event: 'activity-failed' }),
      event(2, step, { activity: 'passkeyAuthenticationForm' }),
      event(3, step, { activity }),
      event(4, step, { name: 'Form', event: 'activity-waiting' }),
    ],
    [fact('passkey-authentication.completed', '2026-11-24T10:00:09.531Z')],
  );
  expect(lines.map(({ title }) => title)).toEqual([
    'completePasskeyAuthentication: failed',
    'passkeyAuthenticationForm: done',
    'Signed in with a passkey',
    'completePasskeyAuthentication: done',
    'Form: waits for the person',
  ]);
});

test.each([
  ['passkey-registration.completed', 'Passkey registered', 'Passkey refused'],
  ['passkey-authentication.completed', 'Signed in with a passkey', 'Sign-in refused'],
])('%s that was refused is not told as one that was done', (action, done, refused) => {
  const told = fact(action, '2026-11-24T10:00:00.000Z');
  expect(timelineEntries([], [told])).toMatchObject([{ title: done, tone: 'good' }]);
  expect(timelineEntries([], [{ ...told, outcome: 'FAILURE' }])).toMatchObject([
    { title: refused, tone: 'bad' },
  ]);
});
