import type { State } from '@latchkey/engine';
import { describe, expect, test } from 'vitest';
import { endOf, reachedBy, reaches } from './insight.ts';
import { addAuthentication, changeAuthentication } from './session-data/passkey-authentications.ts';
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

/** An attempt to sign in, beside what is there. */
const signIn = (data: SessionData, change: Parameters<typeof changeAuthentication>[2]): SessionData =>
  changeAuthentication(
    addAuthentication(data, 'k', {
      storeName: 's',
      relyingPartyName: 'n',
      startPasskeyAuthenticationResponse: { clientRequest: {} as never, sessionId: 'S' },
    }),
    'k',
    change,
  );
const signedIn = {
  promptedAt: 2,
  browserOutcome: 'asserted',
  completePasskeyAuthenticationResponse: { user: {} },
};

describe('how far an instance has come', () => {
  test.each([
    ['runs', state({ status: 'active' }), {}, reaches.started],
    ['waits at a form', waiting, begun, reaches.formShown],
    ['has opened the prompt', waiting, attempt({ promptedAt: 1 }), reaches.promptShown],
    ['has opened the prompt to sign in', waiting, signIn({}, { promptedAt: 1 }), reaches.promptShown],
    ['has signed somebody in', state({}), signIn({}, signedIn), reaches.promptShown],
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
    ['signed in', state({}), signIn({}, signedIn), 'signed-in'],
    ['closed the prompt to sign in', state({}), signIn({}, { browserOutcome: 'cancelled' }), 'cancelled'],
    ['let the sign-in time out', state({}), signIn({}, { browserOutcome: 'timed-out' }), 'timed-out'],
    ['was refused', state({}), signIn({}, { browserOutcome: 'asserted', failure: 'x' }), 'failed'],
    ['signed in, met an error', state({ status: 'failed', error: 'x' }), signIn({}, signedIn), 'failed'],
    [
      'signed in, then closed the prompt for another',
      state({}),
      signIn(attempt({ promptedAt: 3, browserOutcome: 'cancelled' }), signedIn),
      'cancelled',
    ],
    [
      'signed in, then could have none',
      state({}),
      signIn(attempt({ browserOutcome: 'unsupported' }), signedIn),
      'failed',
    ],
    [
      'closed the prompt for one, then signed in',
      state({}),
      signIn(attempt({ promptedAt: 1, browserOutcome: 'cancelled' }), signedIn),
      'signed-in',
    ],
    [
      'registered one and closed the prompt to sign in',
      state({}),
      signIn(attempt({ completePasskeyRegistrationResponse: {} }), { browserOutcome: 'cancelled' }),
      'registered',
    ],
  ] as const)('that %s', (_name, given, data, expected) =>
    expect(endOf({ state: given, data, now: 5 }, null)).toBe(expected),
  );

  test('is a timeout when its deadline ended it', () =>
    expect(endOf({ state: state({ status: 'terminated' }), data: {}, now: 5 }, 5)).toBe('timed-out'));
});
