import { authenticationSessions as sessions } from './authentication-sessions.sql.ts';
import { cancelAuthenticationSession } from './cancel-authentication-session.ts';
import { type JudgeAuthenticationNeeds, judgePasskeyAuthentication } from './judge-passkey-authentication.ts';
import { promptPasskeyAuthentication } from './prompt-passkey-authentication.ts';
import { type StartAuthenticationNeeds, startPasskeyAuthentication } from './start-passkey-authentication.ts';

export type AuthenticationNeeds = Omit<StartAuthenticationNeeds & JudgeAuthenticationNeeds, 'sessions'>;

/** Everything that can happen to a sign-in by passkey, for routes and activities alike. */
export function authenticationUseCases(given: AuthenticationNeeds) {
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
