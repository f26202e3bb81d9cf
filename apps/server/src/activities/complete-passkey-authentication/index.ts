import { authenticationProblems } from '../../passkey-authentications/authentication-problems.ts';
import type { CancelAuthenticationSession } from '../../passkey-authentications/cancel-authentication-session.ts';
import type { JudgePasskeyAuthentication } from '../../passkey-authentications/judge-passkey-authentication.ts';
import { shownPasskey } from '../../passkeys/shown-passkey.ts';
import {
  currentAuthentication,
  endAuthentication,
  type PasskeyAuthenticationRecord,
} from '../../processes/session-data/passkey-authentications.ts';
import { recordUser } from '../../processes/session-data/users.ts';
import type { getUser as readUser } from '../../users/get-user.ts';
import { defineActivity, type Outcome, type Run } from '../define-activity.ts';
import { authenticatedOutputs, userOutputs } from '../outputs.ts';
import { flag, parameters, passkeyAuthenticationKey, text } from '../parameter.ts';
import { sessionUser } from '../session-user.ts';
import { browserCodes, browserEvents, serverEvents } from './boundary-events.ts';

type Needs = {
  readonly judgePasskeyAuthentication: JudgePasskeyAuthentication;
  readonly cancelAuthenticationSession: CancelAuthenticationSession;
  readonly getUser: typeof readUser;
};

/**
 * Judges the browser's answer and tells who signed in. With the person verified it proves for twenty minutes that they
 * are that user: enough to add another passkey in the same process.
 */
export const completePasskeyAuthentication = (needs: Needs) =>
  defineActivity({
    id: 'completePasskeyAuthentication',
    version: 1,
    label: 'Complete Passkey Authentication',
    group: 'Passkeys',
    icon: 'key-check',
    docs: 'Checks the browser’s answer and keeps who signed in: for twenty minutes, proof enough to add another passkey.',
    parameters: parameters({
      failCheckOnCancel: flag('Fail Check on Cancel', 'Whether cancelling counts as a failed check.'),
      passkeyAuthenticationKey,
      userKey: text('User Key', 'The key under which the session data keeps who signed in.', {
        default: 'user1',
      }),
    }),
    boundaryEvents: [...browserEvents, ...serverEvents],
    otherFailures: 'identity-store.unavailable',
    outputs: [...userOutputs, ...authenticatedOutputs],
    needsSavepoint: false,
    checkKey: (given) => `completePasskeyAuthentication:${given.passkeyAuthenticationKey}`,
    failsCheck: ({ failCheckOnCancel }, code) =>
      failCheckOnCancel || !browserEvents.some((event) => event.code === code),
    execute: async ({ passkeyAuthenticationKey: key, userKey }, run) => {
      const record = currentAuthentication(run.data, key);
      if (record === undefined) throw authenticationProblems.create('passkey.authentication-not-found');
      if (record.passkeyAuthenticationBrowserResponse !== undefined)
        return judged(needs, run, { key, userKey, record });
      const code = browserCodes[record.browserOutcome ?? ''] ?? 'passkey.cancelled';
      const { sessionId } = record.startPasskeyAuthenticationResponse;
      const session = { sessionId, instanceId: run.instance.id };
      await needs.cancelAuthenticationSession(run.sql, run.actor, session, code);
      return failed(run, key, code);
    },
  });

type Answered = {
  readonly key: string;
  readonly userKey: string;
  readonly record: PasskeyAuthenticationRecord;
};

/** A refusal is no exception here: the session that it burnt, and its audit, stay. */
async function judged(needs: Needs, run: Run, { key, userKey, record }: Answered): Promise<Outcome> {
  const { sessionId } = record.startPasskeyAuthenticationResponse;
  const verdict = await needs.judgePasskeyAuthentication(run.sql, run.actor, {
    sessionId,
    instanceId: run.instance.id,
    clientResponse: record.passkeyAuthenticationBrowserResponse,
  });
  if (verdict.kind === 'refused') return failed(run, key, verdict.problem.code);
  const { passkey, user: found, isUserVerified } = verdict.authentication;
  const user = sessionUser(await needs.getUser(run.sql, run.actor, record.storeName, { userId: found.id }));
  const completePasskeyAuthenticationResponse = {
    sessionId,
    passkey: shownPasskey(passkey),
    user: { id: user.id, externalId: user.externalId },
    userVerified: isUserVerified,
  };
  const data = endAuthentication(run.data, key, { completePasskeyAuthenticationResponse });
  return { kind: 'completed', data: recordUser(data, userKey, user) };
}

const failed = (run: Run, key: string, code: string): Outcome => ({
  kind: 'failed',
  data: endAuthentication(run.data, key, { failure: code }),
  code,
});
