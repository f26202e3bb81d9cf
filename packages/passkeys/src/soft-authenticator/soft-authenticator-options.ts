import type { CborMap, CborValue } from '../cbor/cbor-value.ts';
import type { AttestationAuthority, HierarchyChanges } from './attestation-authority.ts';
import type { SoftAttestation } from './attestation-statements.ts';
import type { SoftKeyDescription } from './extension-values.ts';
import type { SoftFault } from './soft-faults.ts';
import type { AuthenticatorFlags } from './write-authenticator-data.ts';
import type { CeremonyPlace } from './write-client-data.ts';

/** What a software authenticator is like. Every member has a default. */
export type SoftAuthenticatorOptions = {
  /** Keys and ids depend on it alone; random without one. (ECDSA signatures differ all the same.) */
  readonly seed?: string;
  /** Default `none`. */
  readonly attestation?: SoftAttestation;
  /** Algorithms it offers, of all that can be verified; the request's order decides. Default all. */
  readonly algorithms?: readonly number[];
  /** Default present and verified, not eligible for backup. */
  readonly flags?: Partial<AuthenticatorFlags>;
  /** 16 bytes. Default zeros without attestation, else a fixed AAGUID. */
  readonly aaguid?: Uint8Array;
  /** Default `platform`. */
  readonly attachment?: 'platform' | 'cross-platform';
  /** Default `internal` for a platform authenticator, else `usb`. */
  readonly transports?: readonly string[];
  /** Default 32. */
  readonly credentialIdLength?: number;
  /** The algorithm of the model's attestation key. Default ES256 (-7). */
  readonly attestationAlgorithm?: number;
  /** Whether chains of certificates hold their root, as Android's do. Default false. */
  readonly sendsRoot?: boolean;
  /** Signs with certificates of one's own instead of made ones. */
  readonly authority?: AttestationAuthority;
  /** The counter of a new credential. Default 0. */
  readonly signCount?: number;
  /** Whether each assertion counts. Default false: the counter stays 0. */
  readonly hasCounter?: boolean;
  /** The shortest PIN that it takes, told where it is asked; 0 tells nothing. Default 0. */
  readonly minPinLength?: number;
  /** Default false. */
  readonly hasPrf?: boolean;
  /** Default false. */
  readonly hasLargeBlob?: boolean;
  /** Makes one key pair for each algorithm and uses it for every credential: fast, for benches. Default false. */
  readonly reuseKeys?: boolean;
};

/** Deliberate faults, put in before anything is signed, so that every signature is right. */
export type Alterations = HierarchyChanges & {
  readonly clientData?: (json: string) => string | Uint8Array;
  readonly coseKey?: (key: CborMap) => CborMap;
  readonly authenticatorData?: (bytes: Uint8Array) => Uint8Array;
  /** The TPM's structures; the signature is over them as changed. */
  readonly pubArea?: (bytes: Uint8Array) => Uint8Array;
  readonly certInfo?: (bytes: Uint8Array) => Uint8Array;
  /** What Android's certificate says about the key. */
  readonly keyDescription?: (description: SoftKeyDescription) => SoftKeyDescription;
  /** SafetyNet's answer. */
  readonly safetynet?: (payload: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
  /** Apple's nonce. */
  readonly nonce?: (nonce: Uint8Array) => Uint8Array;
  /** The statements of a compound one. */
  readonly parts?: (parts: readonly CborMap[]) => readonly CborValue[];
  /** After signing. */
  readonly statement?: (statement: CborMap) => CborMap;
  readonly attestationObject?: (bytes: Uint8Array) => Uint8Array;
};

/** Where the ceremony runs, and what goes wrong. */
export type SoftCeremony = CeremonyPlace & {
  readonly alter?: Alterations;
  /** A deliberate fault by its name, before `alter`. */
  readonly fault?: SoftFault;
  /** The device's clock, in milliseconds since the epoch; only SafetyNet tells it. Default now. */
  readonly now?: number;
};
