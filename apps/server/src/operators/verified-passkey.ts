import { Problem } from '@latchkey/kernel';
import {
  type RegistrationExpectations,
  type VerifiedRegistration,
  verifyRegistration,
} from '@latchkey/passkeys';
import { operatorProblems } from './operator.ts';

/** Judges a browser's answer for a new passkey. Throws `operator.passkey-refused`, whose detail says why. */
export function verifiedPasskey(
  expectations: RegistrationExpectations,
  response: unknown,
): VerifiedRegistration {
  try {
    return verifyRegistration(expectations, response);
  } catch (error) {
    if (error instanceof Problem) throw passkeyRefused(error);
    throw error;
  }
}

/** The problem of a new passkey that was not accepted, for the reason of another problem. */
export const passkeyRefused = (reason: Pick<Problem, 'code' | 'title'>): Problem =>
  operatorProblems.create('operator.passkey-refused', {
    detail: reason.title,
    facts: { reason: reason.code },
    cause: reason,
  });

/** The problem of a passkey that is registered already, for anybody. */
export const alreadyRegistered = (): Problem =>
  passkeyRefused({ code: 'passkey.already-registered', title: 'This passkey is registered already.' });

/** The problem of an answer to a ceremony that is over, was answered, or never was. */
export const ceremonyOver = (): Problem =>
  passkeyRefused({ code: 'passkey.session-expired', title: 'This took too long, or was answered before.' });
