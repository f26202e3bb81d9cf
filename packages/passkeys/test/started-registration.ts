import {
  type ClientRequest,
  defaultRegistrationPolicy,
  type RegistrationExpectations,
  type RegistrationPolicy,
  registrationOptions,
  verifyRegistration,
} from '../src/index.ts';
import {
  createSoftAuthenticator,
  type RegistrationResponseJson,
  type SoftAuthenticatorOptions,
  type SoftCeremony,
} from '../src/soft-authenticator/index.ts';

export const origin = 'https://login.example.test';
export const now = Date.parse('2026-01-01T00:00:00Z');

/** Starts a registration at example.test with a fixed challenge and user. */
export function startedRegistration(policy: Partial<RegistrationPolicy> = {}): {
  readonly clientRequest: ClientRequest;
  readonly expectations: RegistrationExpectations;
} {
  return registrationOptions({
    policy: { ...defaultRegistrationPolicy, name: 'test', ...policy },
    relyingParty: { id: 'example.test', name: 'Example', origins: [origin] },
    user: { handle: new Uint8Array(16).fill(7), name: 'john', displayName: 'John Doe' },
    challenge: new Uint8Array(64).fill(9),
  });
}

export type Scenario = {
  readonly policy?: Partial<RegistrationPolicy>;
  readonly expectations?: Partial<RegistrationExpectations>;
  readonly authenticator?: SoftAuthenticatorOptions;
  readonly ceremony?: Partial<SoftCeremony>;
  /** Changes the browser's answer. */
  readonly response?: (response: RegistrationResponseJson) => unknown;
};

/** Runs a whole registration and tells its end: `verified`, or the problem's code and step. */
export function outcomeOf(scenario: Scenario): string {
  const { asked, response } = played(scenario);
  try {
    verifyRegistration(asked, response, { now });
    return 'verified';
  } catch (error) {
    return describeProblem(error);
  }
}

/** The expectations and the answer of a scenario. */
export function played({ policy, expectations, authenticator, ceremony, response }: Scenario): {
  readonly asked: RegistrationExpectations;
  readonly response: unknown;
} {
  const started = startedRegistration(policy);
  const answer = createSoftAuthenticator({ seed: 'scenario', ...authenticator }).createCredential(
    started.clientRequest,
    { origin, ...ceremony },
  );
  return { asked: { ...started.expectations, ...expectations }, response: response?.(answer) ?? answer };
}

/** `passkey.code at 7.1 step 8`. Anything but a Problem is thrown again: it is a defect. */
export function describeProblem(error: unknown): string {
  const { code, facts } = error as { code?: unknown; facts?: { step?: unknown } };
  if (typeof code !== 'string' || !code.startsWith('passkey.')) throw error;
  return `${code} at ${String(facts?.step).replace('WebAuthn L3 ', '')}`;
}
