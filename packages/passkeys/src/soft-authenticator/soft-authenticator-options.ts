import type { CborMap } from '../cbor/cbor-value.ts';
import type { AttestationAuthority } from './attestation-authority.ts';
import type { SoftAttestation } from './attestation-statements.ts';
import type { AuthenticatorFlags } from './write-authenticator-data.ts';
import type { CeremonyPlace } from './write-client-data.ts';

/** What a software authenticator is like. Every member has a default. */
export type SoftAuthenticatorOptions = {
  /** Keys and ids depend on it alone; random without one. (ECDSA signatures differ all the same.) */
  readonly seed?: string;
  /** Default `none`. */
  readonly attestation?: SoftAttestation;
  /** Algorithms it offers, of ES256 (-7), EdDSA (-8), RS256 (-257); the request's order decides. Default all. */
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
  /** Signs with certificates of one's own instead of made ones. */
  readonly authority?: AttestationAuthority;
  /** Whether each assertion counts. Default false: the counter stays 0. */
  readonly hasCounter?: boolean;
  /** Makes one key pair for each algorithm and uses it for every credential: fast, for benches. Default false. */
  readonly reuseKeys?: boolean;
};

/** Deliberate faults, put in before anything is signed, so that every signature is right. */
export type Alterations = {
  readonly clientData?: (json: string) => string | Uint8Array;
  readonly coseKey?: (key: CborMap) => CborMap;
  readonly authenticatorData?: (bytes: Uint8Array) => Uint8Array;
  /** After signing. */
  readonly statement?: (statement: CborMap) => CborMap;
  readonly attestationObject?: (bytes: Uint8Array) => Uint8Array;
};

/** Where the ceremony runs, and what goes wrong. */
export type SoftCeremony = CeremonyPlace & { readonly alter?: Alterations };
