import { hash } from 'node:crypto';
import { toBase64url } from '@latchkey/kernel';
import {
  type CertificateHierarchy,
  type HierarchyChanges,
  makeCertificateHierarchy,
} from './attestation-authority.ts';
import { attestationModels, type ModelAttestation } from './attestation-models.ts';
import type { SoftAttestation } from './attestation-statements.ts';
import { type KeyPair, makeKeyPair, signableAlgorithms } from './key-pair.ts';
import { type RandomSource, randomSource } from './random-source.ts';
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
  readonly hierarchy: () => CertificateHierarchy;
  /** The key and the certificates of the model, with the faults that were asked for. */
  readonly attestor: (model: ModelAttestation, changes: HierarchyChanges) => Attestor;
  readonly root: () => Uint8Array;
};

export type Attestor = { readonly keys: KeyPair; readonly certificates: readonly Uint8Array[] };

/** The inside of a new authenticator, with every default filled in. */
export function stateOf(options: SoftAuthenticatorOptions): SoftAuthenticatorState {
  const random = randomSource(options.seed);
  const completed = completedOptions(options);
  const makeKeys = (algorithm: number): KeyPair => makeKeyPair(algorithm, random);
  const randomAuthority = randomSource(options.seed && `${options.seed}/authority`);
  const hierarchy = once(() => makeCertificateHierarchy(randomAuthority, completed.sendsRoot));
  return {
    options: completed,
    credentials: [],
    newCredentialId: () => random(completed.credentialIdLength),
    newKeys: completed.reuseKeys ? remembered(makeKeys) : makeKeys,
    hierarchy,
    attestor: attestorOf(options, completed, hierarchy, randomAuthority),
    root: () => options.authority?.root ?? hierarchy().root,
  };
}

function attestorOf(
  { authority }: SoftAuthenticatorOptions,
  { aaguid, attestationAlgorithm }: SoftAuthenticatorState['options'],
  hierarchy: () => CertificateHierarchy,
  random: RandomSource,
): SoftAuthenticatorState['attestor'] {
  const keys = once(() => makeKeyPair(attestationAlgorithm, random));
  const issued = (model: ModelAttestation, changes: HierarchyChanges) =>
    hierarchy().issue({ ...attestationModels[model](aaguid), publicKey: keys().publicKey }, changes);
  const usual = remembered((model: ModelAttestation) => issued(model, {}));
  return (model, changes) => {
    if (authority) return authority;
    const isUsual = !changes.certificate && !changes.issuer;
    return { keys: keys(), certificates: isUsual ? usual(model) : issued(model, changes) };
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
    attestationAlgorithm: -7,
    sendsRoot: false,
    aaguid: hasAaguid(attestation) ? softAaguid : new Uint8Array(16),
    signCount: 0,
    transports: attachment === 'platform' ? ['internal'] : ['usb'],
    credentialIdLength: 32,
    hasCounter: false,
    reuseKeys: false,
    minPinLength: 0,
    hasPrf: false,
    hasLargeBlob: false,
    ...options,
    attestation,
    attachment,
    flags: { userPresent: true, userVerified: true, backupEligible: false, backedUp: false, ...flags },
  };
}

/** Without attestation nobody vouches for an AAGUID, and U2F knows none. */
const hasAaguid = (attestation: SoftAttestation): boolean =>
  attestation !== 'none' && attestation !== 'fido-u2f';

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
