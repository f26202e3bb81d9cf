import { Type } from 'typebox';
import type { CancelRegistrationSession } from '../../passkeys/cancel-registration-session.ts';
import type { JudgePasskeyRegistration } from '../../passkeys/complete-passkey-registration.ts';
import { registrationProblems } from '../../passkeys/registration-problems.ts';
import { shownPasskey } from '../../passkeys/shown-passkey.ts';
import {
  changeRegistration,
  completeRegistration,
  currentRegistration,
} from '../../processes/session-data/passkey-registrations.ts';
import { defineActivity, type Outcome, type Run } from '../define-activity.ts';
import { flag, parameters, passkeyRegistrationKey } from '../parameter.ts';
import { browserCodes, browserEvents, serverEvents } from './boundary-events.ts';

type Needs = {
  readonly judgePasskeyRegistration: JudgePasskeyRegistration;
  readonly cancelRegistrationSession: CancelRegistrationSession;
};

/** Judges what the browser made, and keeps the passkey. */
export const completePasskeyRegistration = (needs: Needs) =>
  defineActivity({
    id: 'completePasskeyRegistration',
    version: 1,
    label: 'Complete Passkey Registration',
    group: 'Passkeys',
    icon: 'key-check',
    docs: 'Checks the browser’s answer and keeps the passkey for the user for whom the registration was started.',
    parameters: parameters({
      failCheckOnCancel: flag('Fail Check on Cancel', 'Whether cancelling counts as a failed check.'),
      passkeyRegistrationBrowserResponse: Type.Optional(
        Type.Unknown({
          title: 'Passkey Registration Browser Response',
          description: 'The browser’s answer, where a Custom Page asked for it: an object or its JSON text.',
        }),
      ),
      passkeyRegistrationKey,
    }),
    boundaryEvents: [...browserEvents, ...serverEvents],
    otherFailures: 'identity-store.unavailable',
    needsSavepoint: false,
    checkKey: (given) => `completePasskeyRegistration:${given.passkeyRegistrationKey}`,
    failsCheck: ({ failCheckOnCancel }, code) =>
      failCheckOnCancel || !browserEvents.some((event) => event.code === code),
    execute: async ({ passkeyRegistrationBrowserResponse: given, passkeyRegistrationKey: key }, run) => {
      const record = currentRegistration(run.data, key);
      if (record === undefined) throw registrationProblems.create('passkey.session-not-found');
      const { sessionId } = record.startPasskeyRegistrationResponse;
      const response = given === undefined ? record.passkeyRegistrationBrowserResponse : parsed(given);
      if (response !== undefined) return judged(needs, run, { key, sessionId, response });
      const code = browserCodes[record.browserOutcome ?? ''] ?? 'passkey.cancelled';
      const session = { sessionId, instanceId: run.instance.id };
      await needs.cancelRegistrationSession(run.sql, run.actor, session, code);
      return { kind: 'failed', data: changeRegistration(run.data, key, { failure: code }), code };
    },
  });

type Answer = { readonly key: string; readonly sessionId: string; readonly response: unknown };

/** A refusal is no exception here: the session that it burnt, and its audit, stay. */
async function judged(
  needs: Needs,
  run: Run,
  { key, sessionId, response: clientResponse }: Answer,
): Promise<Outcome> {
  const verdict = await needs.judgePasskeyRegistration(run.sql, run.actor, {
    sessionId,
    instanceId: run.instance.id,
    clientResponse,
  });
  if (verdict.kind === 'refused') {
    const { code } = verdict.problem;
    return { kind: 'failed', data: changeRegistration(run.data, key, { failure: code }), code };
  }
  const { passkey, user } = verdict.registration;
  const response = { sessionId, passkey: shownPasskey(passkey), user };
  return { kind: 'completed', data: completeRegistration(run.data, key, response) };
}

function parsed(given: unknown): unknown {
  if (typeof given !== 'string') return given;
  try {
    return JSON.parse(given);
  } catch {
    return given;
  }
}
