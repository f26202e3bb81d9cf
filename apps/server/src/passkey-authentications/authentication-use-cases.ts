import { authenticationSessions as sessions } from './authentication-sessions.sql.ts';
import { cancelAuthenticationSession } from './cancel-authentication-session.ts';
import { judgePasskeyAuthentication } from './judge-passkey-authentication.ts';
import { promptPasskeyAuthentication } from './prompt-passkey-authentication.ts';
import { type StartAuthenticationNeeds, startPasskeyAuthentication } from './start-passkey-authentication.ts';

/** Everything that can happen to a sign-in by passkey, for routes and activities alike. */
export function authenticationUseCases(given: Omit<StartAuthenticationNeeds, 'sessions'>) {
  const needs = { ...given, sessions };
  const start = startPasskeyAuthentication(needs);
  return Object.freeze({
    startPasskeyAuthentication: start,
    promptPasskeyAuthentication: promptPasskeyAuthentication({ ...needs, start }),
    judgePasskeyAuthentication: judgePasskeyAuthentication(needs),
    cancelAuthenticationSession: cancelAuthenticationSession(needs),
  });
}

export type AuthenticationUseCases = ReturnType<typeof authenticationUseCases>;
