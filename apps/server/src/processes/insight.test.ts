import type { State } from '@latchkey/engine';
import { describe, expect, test } from 'vitest';
import { endOf, reachedBy, reaches } from './insight.ts';
import { addRegistration, changeRegistration } from './session-data/passkey-registrations.ts';
import type { SessionData } from './session-data/session-data.ts';

const state = (more: Partial<State>): State => ({
  version: 1,
  status: 'completed',
  tokens: [],
  timers: [],
  next: 1,
  ...more,
});
const waiting = state({
  status: 'active',
  tokens: [{ id: 't1', node: 'N', status: 'working', isAwaiting: true }],
});
const begun = addRegistration({}, 'k', {
  userId: 'U',
  storeName: 's',
  startPasskeyRegistrationResponse: { clientRequest: {} as never, sessionId: 'S' },
});
const attempt = (change: Parameters<typeof changeRegistration>[2]): SessionData =>
  changeRegistration(begun, 'k', change);

describe('how far an instance has come', () => {
  test.each([
    ['runs', state({ status: 'active' }), {}, reaches.started],
    ['waits at a form', waiting, begun, reaches.formShown],
    ['has opened the prompt', waiting, attempt({ promptedAt: 1 }), reaches.promptShown],
    [
      'has its passkey',
      state({}),
      attempt({ promptedAt: 1, completePasskeyRegistrationResponse: {} }),
      reaches.registered,
    ],
  ])('that %s', (_name, given, data, expected) => expect(reachedBy(given, data, 0)).toBe(expected));

  test('is never less far than before', () =>
    expect(reachedBy(state({}), {}, reaches.promptShown)).toBe(reaches.promptShown));
});

describe('how an instance ended', () => {
  test.each([
    ['moves', waiting, begun, null],
    ['registered', state({}), attempt({ completePasskeyRegistrationResponse: {} }), 'registered'],
    ['was cancelled', state({ status: 'terminated' }), {}, 'cancelled'],
    ['closed the prompt', state({}), attempt({ browserOutcome: 'cancelled' }), 'cancelled'],
    ['let the prompt time out', state({}), attempt({ browserOutcome: 'timed-out' }), 'timed-out'],
    ['had no authenticator', state({}), attempt({ browserOutcome: 'unsupported' }), 'failed'],
    ['met an error end', state({ status: 'failed', error: 'x' }), {}, 'failed'],
    ['needed no passkey', state({}), {}, 'completed'],
  ] as const)('that %s', (_name, given, data, expected) =>
    expect(endOf({ state: given, data, now: 5 }, null)).toBe(expected),
  );

  test('is a timeout when its deadline ended it', () =>
    expect(endOf({ state: state({ status: 'terminated' }), data: {}, now: 5 }, 5)).toBe('timed-out'));
});
