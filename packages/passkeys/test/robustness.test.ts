import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passkeyProblems, verifyAuthentication, verifyRegistration } from '../src/index.ts';
import { createSoftAuthenticator } from '../src/soft-authenticator/index.ts';
import { describeProblem, now, origin, startedRegistration } from './started-registration.ts';

const { clientRequest, expectations } = startedRegistration({ legacyAttestation: true, algorithms: [-7] });
const attestations = [
  'none',
  'packed-self',
  'packed-certified',
  'tpm',
  'android-key',
  'android-safetynet',
  'apple',
  'fido-u2f',
  'compound',
] as const;
const authenticators = attestations.map((attestation) =>
  createSoftAuthenticator({ seed: 'robustness', attestation, algorithms: [-7], reuseKeys: true }),
);
const registrations = authenticators.map((soft) => soft.createCredential(clientRequest, { origin, now }));
const anchors = authenticators.map((soft) => soft.attestationRoot());
/** U2F signs neither flags nor AAGUID, and of a compound attestation one anchored statement is enough. */
const wholly = fc.constantFrom(
  ...registrations.filter((_one, index) => !/u2f|compound/.test(attestations[index] ?? '')),
);

const codes = new Set(Object.keys(passkeyProblems.kinds));

/** The end of a ceremony on any input: `verified`, or a code of the table. Anything else fails the test. */
function endOf(ceremony: () => unknown): string {
  try {
    ceremony();
    return 'verified';
  } catch (error) {
    const problem = describeProblem(error);
    expect(codes).toContain(problem.replace(/ at 7\.[12] step \d+$/, ''));
    expect(problem).toMatch(/ at 7\.[12] step \d+$/);
    return problem;
  }
}

const register = (response: unknown): string =>
  endOf(() => verifyRegistration(expectations, response, { now }));

/** Bytes with some changed, cut out or put in. */
const edits = fc.array(
  fc.record({ at: fc.nat(), remove: fc.nat(3), insert: fc.uint8Array({ maxLength: 3 }) }),
  { minLength: 1, maxLength: 4 },
);

function edited(
  text: string,
  changes: readonly { at: number; remove: number; insert: Uint8Array }[],
): string {
  const bytes = [...Buffer.from(text, 'base64url')];
  for (const { at, remove, insert } of changes) bytes.splice(at % (bytes.length + 1), remove, ...insert);
  return Buffer.from(bytes).toString('base64url');
}

/** Without the version of a SafetyNet statement, which nothing signs. */
const signedPart = (text: string): string =>
  Buffer.from(text, 'base64url')
    .toString('latin1')
    .replace(/cver[a-w].*?hresponse/s, '');

describe('whatever comes', () => {
  test('any value ends in a problem of the table', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(register(value)).toMatch(/^passkey\.response-malformed/);
      }),
      { numRuns: 500 },
    );
  });

  test('any values in the members of a response end in a problem of the table', () => {
    const member = fc.oneof(fc.anything(), fc.base64String(), fc.constant('AAAA'));
    const response = fc.record({
      id: fc.constant('AAAA'),
      rawId: fc.constant('AAAA'),
      type: fc.constant('public-key'),
      clientExtensionResults: fc.oneof(fc.object(), fc.constant({})),
      response: fc.record({ clientDataJSON: member, attestationObject: member, transports: fc.constant([]) }),
    });
    fc.assert(
      fc.property(response, (value) => {
        expect(register(value)).toMatch(/^passkey\./);
      }),
      { numRuns: 1000 },
    );
  });

  test('an attestation object that was changed anywhere is never anchored nor signed by its own key', () => {
    fc.assert(
      fc.property(wholly, edits, (whole, changes) => {
        const attestationObject = edited(whole.response.attestationObject, changes);
        fc.pre(signedPart(attestationObject) !== signedPart(whole.response.attestationObject));
        const changed = { ...whole, response: { ...whole.response, attestationObject } };
        let type = '';
        endOf(() => {
          type = verifyRegistration(expectations, changed, { now, anchors }).attestationType;
        });
        // Without an attestation nothing is signed, and a certificate without its anchor vouches for nothing.
        expect(type).toMatch(/^(|none|.*-unanchored)$/);
      }),
      { numRuns: 3000 },
    );
  });

  test('client data that were changed anywhere never verify where they are signed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...registrations.slice(1)), edits, (whole, changes) => {
        const clientDataJSON = edited(whole.response.clientDataJSON, changes);
        fc.pre(clientDataJSON !== whole.response.clientDataJSON);
        expect(register({ ...whole, response: { ...whole.response, clientDataJSON } })).not.toBe('verified');
      }),
      { numRuns: 1000 },
    );
  });

  test('an assertion that was changed anywhere never verifies', () => {
    const soft = createSoftAuthenticator({ seed: 'assertion', algorithms: [-7] });
    const record = verifyRegistration(expectations, soft.createCredential(clientRequest, { origin }), {
      now,
    });
    const credential = { ...record, userHandle: new Uint8Array(16).fill(7), isUserKnown: true };
    const assertion = soft.getAssertion(
      { challenge: clientRequest.challenge, rpId: 'example.test' },
      { origin },
    );
    const judge = (response: unknown) =>
      endOf(() => verifyAuthentication(expectations, credential, response));
    expect(judge(assertion)).toBe('verified');
    const part = fc.constantFrom('authenticatorData', 'clientDataJSON', 'signature', 'userHandle');
    fc.assert(
      fc.property(part, edits, (name, changes) => {
        const original = assertion.response[name as 'signature'];
        const changed = edited(original, changes);
        fc.pre(changed !== original);
        expect(judge({ ...assertion, response: { ...assertion.response, [name]: changed } })).not.toBe(
          'verified',
        );
      }),
      { numRuns: 2000 },
    );
  });
});
