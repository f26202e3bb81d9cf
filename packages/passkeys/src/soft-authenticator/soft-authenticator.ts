import type { ClientRequest } from '../registration/client-request.ts';
import { createCredentialWith } from './create-credential.ts';
import { getAssertionWith } from './get-assertion.ts';
import type {
  AssertionRequest,
  AuthenticationResponseJson,
  RegistrationResponseJson,
} from './response-json.ts';
import type { SoftAuthenticatorOptions, SoftCeremony } from './soft-authenticator-options.ts';
import { type SoftCredential, stateOf } from './soft-authenticator-state.ts';
import { withFault } from './soft-faults.ts';

/** An authenticator and the browser before it, in one. For tests, benches and customers' own journeys. */
export type SoftAuthenticator = {
  /** Answers as a browser's `create()` and `toJSON()`. Throws a DOMException where a browser would. */
  readonly createCredential: (request: ClientRequest, ceremony: SoftCeremony) => RegistrationResponseJson;
  /** Answers as a browser's `get()` and `toJSON()`. Throws a DOMException where a browser would. */
  readonly getAssertion: (request: AssertionRequest, ceremony: SoftCeremony) => AuthenticationResponseJson;
  readonly credentials: readonly SoftCredential[];
  /** The DER root that its attestation certificates end at. */
  readonly attestationRoot: () => Uint8Array;
};

/** Makes a software authenticator. */
export function createSoftAuthenticator(options: SoftAuthenticatorOptions = {}): SoftAuthenticator {
  const state = stateOf(options);
  return {
    createCredential: (request, ceremony) => createCredentialWith(state, request, withFault(ceremony)),
    getAssertion: (request, ceremony) => getAssertionWith(state, request, withFault(ceremony)),
    credentials: state.credentials,
    attestationRoot: () => state.root(),
  };
}
