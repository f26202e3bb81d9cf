import { type RegistrationExpectations, verifyRegistration } from '../src/index.ts';
import {
  type Alterations,
  createSoftAuthenticator,
  type SoftAttestation,
  type SoftAuthenticatorOptions,
} from '../src/soft-authenticator/index.ts';
import { describeProblem, now, origin, startedRegistration } from './started-registration.ts';

export type Attested = {
  readonly alter?: Alterations;
  readonly authenticator?: SoftAuthenticatorOptions;
  readonly asked?: Partial<RegistrationExpectations>;
  readonly algorithm?: number;
  /** The moment of the verification; the device's clock stays. */
  readonly at?: number;
  /** Default the authenticator's own root. */
  readonly anchors?: readonly Uint8Array[];
};

/** Registers with that attestation: how much it proves, or the problem, its step and its sentence. */
export function attestedOutcome(attestation: SoftAttestation, attested: Attested = {}): string {
  const { alter, authenticator, asked, algorithm = -7, at = now } = attested;
  const { clientRequest, expectations } = startedRegistration({
    attestation: 'enterprise',
    algorithms: [algorithm],
    legacyAlgorithms: true,
    legacyAttestation: true,
  });
  const soft = createSoftAuthenticator({ seed: 'attested', attestation, ...authenticator });
  const answer = soft.createCredential(clientRequest, { origin, now, ...(alter && { alter }) });
  const anchors = attested.anchors ?? [soft.attestationRoot()];
  try {
    return verifyRegistration({ ...expectations, ...asked }, answer, { now: at, anchors }).attestationType;
  } catch (error) {
    return `${describeProblem(error)}: ${(error as Error).message}`;
  }
}

/** A statement that is not correct. */
export const refused = (sentence: string): string =>
  `passkey.attestation-invalid at 7.1 step 22: ${sentence}`;

/** A path that does not hold. */
export const notTrusted = (sentence: string): string =>
  `passkey.attestation-invalid at 7.1 step 23: ${sentence}`;

/** One byte of some bytes changed. */
export const flipped =
  (at: number, bit = 1) =>
  (bytes: Uint8Array): Uint8Array =>
    bytes.map((byte, index) => (index === (at < 0 ? bytes.length + at : at) ? byte ^ bit : byte));

/** Bytes put in at some place. */
export const inserted =
  (at: number, ...more: number[]) =>
  (bytes: Uint8Array): Uint8Array =>
    new Uint8Array([...bytes.slice(0, at), ...more, ...bytes.slice(at)]);
