import { hash } from 'node:crypto';
import { toBase64url } from '@latchkey/kernel';
import { type AttestationAuthority, makeAttestationAuthority } from './attestation-authority.ts';
import { type KeyPair, makeKeyPair, signableAlgorithms } from './key-pair.ts';
import { randomSource } from './random-source.ts';
import type { SoftAuthenticatorOptions } from './soft-authenticator-options.ts';

/** A credential inside a software authenticator. */
export type SoftCredential = {
  readonly id: Uint8Array;
  readonly rpId: string;
  readonly userHandle: string;
  readonly keys: KeyPair;
  signCount: number;
};

/** The inside of an authenticator, shared by its two ceremonies. */
export type SoftAuthenticatorState = {
  readonly options: Required<Omit<SoftAuthenticatorOptions, 'seed' | 'flags' | 'authority'>> & {
    readonly flags: Required<NonNullable<SoftAuthenticatorOptions['flags']>>;
  };
  readonly credentials: SoftCredential[];
  readonly newCredentialId: () => Uint8Array;
  readonly newKeys: (algorithm: number) => KeyPair;
  readonly authority: () => AttestationAuthority;
};

/** The inside of a new authenticator, with every default filled in. */
export function stateOf(options: SoftAuthenticatorOptions): SoftAuthenticatorState {
  const random = randomSource(options.seed);
  const completed = completedOptions(options);
  return {
    options: completed,
    credentials: [],
    newCredentialId: () => random(completed.credentialIdLength),
    newKeys: completed.reuseKeys
      ? remembered((algorithm) => makeKeyPair(algorithm, random))
      : (algorithm) => makeKeyPair(algorithm, random),
    authority: once(
      () =>
        options.authority ??
        makeAttestationAuthority(completed.aaguid, randomSource(options.seed && `${options.seed}/authority`)),
    ),
  };
}

function completedOptions({
  seed,
  flags,
  ...options
}: SoftAuthenticatorOptions): SoftAuthenticatorState['options'] {
  const { attestation = 'none', attachment = 'platform' } = options;
  return {
    algorithms: signableAlgorithms,
    aaguid: attestation === 'none' ? new Uint8Array(16) : softAaguid,
    transports: attachment === 'platform' ? ['internal'] : ['usb'],
    credentialIdLength: 32,
    hasCounter: false,
    reuseKeys: false,
    ...options,
    attestation,
    attachment,
    flags: { userPresent: true, userVerified: true, backupEligible: false, backedUp: false, ...flags },
  };
}

/** The AAGUID of authenticators that attest, unless told. */
const softAaguid = new Uint8Array(
  hash('sha256', 'Latchkey software authenticator', 'buffer').subarray(0, 16),
);

function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

function once<Value>(make: () => Value): () => Value {
  const get = remembered(make);
  return () => get(undefined);
}

/** Finds a credential by its base64url id. */
export const findCredential = (state: SoftAuthenticatorState, id: string): SoftCredential | undefined =>
  state.credentials.find((one) => toBase64url(one.id) === id);
