import { toBase64url } from '@latchkey/kernel';
import {
  SettingsService,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import {
  type AuthenticationExpectations,
  type RegisteredCredential,
  type RegistrationExpectations,
  verifyAuthentication,
  verifyRegistration,
} from '../../src/index.ts';

/** One answer that both judge. */
export type RegistrationCase = {
  readonly name: string;
  readonly asked: RegistrationExpectations;
  readonly response: unknown;
  readonly now: number;
};

export type AuthenticationCase = {
  readonly name: string;
  readonly asked: AuthenticationExpectations;
  readonly credential: RegisteredCredential;
  readonly response: unknown;
};

/** `verified`, or why not. */
export type Verdict = { readonly isVerified: boolean; readonly code: string; readonly detail: string };

/** The oracle brings roots of these makers; the software authenticator has one of its own for all. */
export function trustAtTheOracle(root: Uint8Array): void {
  for (const identifier of ['apple', 'android-key', 'android-safetynet'] as const) {
    const certificates = SettingsService.getRootCertificates({ identifier });
    SettingsService.setRootCertificates({
      identifier,
      certificates: [...certificates, new Uint8Array(root)],
    });
  }
}

const verified: Verdict = { isVerified: true, code: 'verified', detail: '' };

/** Our verdict. Anything that is thrown but a Problem of ours is a defect and thrown on. */
export function ourVerdict(judge: () => unknown): Verdict {
  try {
    judge();
    return verified;
  } catch (error) {
    const { code, message } = error as { code?: unknown; message: string };
    if (typeof code !== 'string' || !code.startsWith('passkey.')) throw error;
    return { isVerified: false, code, detail: message };
  }
}

export const ourRegistrationVerdict = ({ asked, response, now }: RegistrationCase): Verdict =>
  ourVerdict(() => verifyRegistration(asked, response, { now }));

export const ourAuthenticationVerdict = ({ asked, credential, response }: AuthenticationCase): Verdict =>
  ourVerdict(() => verifyAuthentication(asked, credential, response));

/** The oracle's verdict, given the same expectations as far as it can be told them. */
export async function theirRegistrationVerdict({ asked, response }: RegistrationCase): Promise<Verdict> {
  return theirVerdict(() =>
    verifyRegistrationResponse({
      response: response as never,
      expectedChallenge: asked.challenge ?? '',
      expectedOrigin: [...asked.origins],
      expectedRPID: asked.rpId,
      requireUserPresence: asked.userPresence ?? true,
      requireUserVerification: asked.userVerification === 'required',
      supportedAlgorithmIDs: [...asked.algorithms],
    }),
  );
}

export async function theirAuthenticationVerdict(one: AuthenticationCase): Promise<Verdict> {
  const { asked, credential, response } = one;
  return theirVerdict(() =>
    verifyAuthenticationResponse({
      response: response as never,
      expectedChallenge: asked.challenge ?? '',
      expectedOrigin: [...asked.origins],
      expectedRPID: asked.rpId,
      ...(asked.topOrigins.length > 0 && { expectedTopOrigin: [...asked.topOrigins] }),
      requireUserVerification: asked.userVerification === 'required',
      credential: {
        id: toBase64url(credential.credentialId),
        publicKey: new Uint8Array(credential.publicKey),
        counter: credential.signCount,
      },
    }),
  );
}

async function theirVerdict(judge: () => Promise<{ verified: boolean }>): Promise<Verdict> {
  try {
    const answer = await judge();
    return answer.verified ? verified : { isVerified: false, code: 'refused', detail: 'verified: false' };
  } catch (error) {
    return { isVerified: false, code: 'refused', detail: String(error) };
  }
}
