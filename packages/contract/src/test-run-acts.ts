import { type Static, Type } from 'typebox';
import { Closed, OptionalText, Words } from './fields.ts';

/** What a tester can let happen. */
export const testRunActs = [
  'run',
  'run-on',
  'fail',
  'submit',
  'create-passkey',
  'sign-in',
  'close-prompt',
  'pass-time',
  'retry',
] as const;

/** What a prompt can come to without a passkey. */
export const promptOutcomes = [
  'cancelled',
  'timed-out',
  'already-registered',
  'unsupported',
  'blocked',
  'configuration-error',
] as const;

export const simulatedAttestations = [
  'none',
  'packed-self',
  'packed-certified',
  'packed-enterprise',
  'tpm',
  'android-key',
  'android-safetynet',
  'apple',
  'fido-u2f',
  'compound',
] as const;

/** What can be wrong with what the simulated authenticator answers. */
export const simulatedFaults = [
  'wrong-challenge',
  'wrong-origin',
  'foreign-frame',
  'wrong-type',
  'wrong-relying-party',
  'user-not-present',
  'user-not-verified',
  'backed-up-but-not-eligible',
  'broken-client-data',
  'broken-attestation-object',
  'broken-key',
  'unknown-algorithm',
  'broken-signature',
  'expired-certificate',
  'future-certificate',
  'unknown-critical-extension',
  'issuer-is-no-authority',
] as const;

/** A simulated authenticator. */
export const SimulatedAuthenticator = Closed(
  {
    backup: Type.Optional(
      Words(['device-bound', 'synced'], 'Whether the passkey leaves the device; device-bound unless told'),
    ),
    userVerified: Type.Optional(
      Type.Boolean({ description: 'Whether the device checks the person; true unless told' }),
    ),
    attachment: Type.Optional(
      Words(['platform', 'cross-platform'], 'This device or another; what the policy asks for unless told'),
    ),
    attestation: Type.Optional(Words(simulatedAttestations, 'How it attests; none unless told')),
    fault: Type.Optional(Words(simulatedFaults, 'What is wrong with its answer')),
  },
  { description: 'How the simulated authenticator behaves' },
);
export type SimulatedAuthenticator = Static<typeof SimulatedAuthenticator>;

const values = Type.Record(Type.String({ maxLength: 128 }), Type.Unknown(), {
  maxProperties: 128,
  description: 'What is entered in the form; what stands in it when left out',
});

/** One step of a test run. */
export const TestRunAct = Closed(
  {
    kind: Words(
      testRunActs,
      '`run` runs the activity that waits, `run-on` all up to the next form, `fail` lets it fail with `code`; ' +
        '`submit` sends a form, or what a Custom Page sends; `create-passkey` and `close-prompt` answer the prompt of a ' +
        'passkey form, or of a Custom Page in the place of its script; `sign-in` answers the prompt of a form that signs in; ' +
        '`pass-time` lets the next timer be due; `retry` tries incidents again',
    ),
    token: OptionalText(64, 'The wait that is meant, where there are several'),
    code: OptionalText(128, 'With `fail`: a code that the activity declares'),
    values: Type.Optional(values),
    person: OptionalText(128, 'With `sign-in`: the external ID of who signs in; whoever can unless told'),
    outcome: Type.Optional(Words(promptOutcomes, 'With `close-prompt`: what the prompt came to')),
    authenticator: Type.Optional(SimulatedAuthenticator),
  },
  { description: 'What the tester lets happen' },
);
export type TestRunAct = Static<typeof TestRunAct>;
