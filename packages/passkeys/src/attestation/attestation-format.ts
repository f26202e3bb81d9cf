import type { AttestedCredential, AuthenticatorData } from '../authenticator-data/read-authenticator-data.ts';
import type { CborValue } from '../cbor/cbor-value.ts';
import type { Certificate } from '../certificates/read-certificate.ts';
import type { PublicKey } from '../cose/cose-key.ts';
import type { AttestationConveyance } from '../policy/registration-policy.ts';

/** What a statement is judged by. */
export type AttestationInput = {
  /** A map, but for compound, whose statement is a list. */
  readonly statement: CborValue;
  readonly authenticatorData: AuthenticatorData;
  readonly attested: AttestedCredential;
  readonly publicKey: PublicKey;
  /** SHA-256 of the client data. */
  readonly clientDataHash: Uint8Array;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** What was asked for. */
  readonly conveyance: AttestationConveyance;
  /** Whether formats of the past count. */
  readonly isLegacyAllowed: boolean;
};

/** Whose certificates they are (WebAuthn L3 section 6.5.3): the model's, an attestation CA's, or an anonymising CA's. */
export type CertifiedType = 'basic' | 'attca' | 'anonca';

/** Where the private key lives, as the certificate says. */
export type KeyProtection = 'software' | 'trusted-environment' | 'strongbox';

/**
 * Who says which model it is. `maker`: the authenticator or its certificate. `platform`: software around it, which could
 * name any AAGUID, so that it takes an anchor of that very model. `nobody`: the AAGUID is not signed.
 */
export type ModelProof = 'maker' | 'platform' | 'nobody';

/** A statement that is correct and came with certificates. */
export type CertifiedVerdict = {
  readonly kind: 'certified';
  readonly type: CertifiedType;
  /** The certificates that came along, the attestation certificate first; at least one. */
  readonly path: readonly Certificate[];
  readonly keyProtection?: KeyProtection;
  /** What tells one device of a model from another; only in enterprise attestation. */
  readonly serialNumber?: Uint8Array;
  readonly modelProof: ModelProof;
};

/** A statement that is correct. Whether its certificates are trusted is another question. */
export type AttestationVerdict =
  | { readonly kind: 'none' }
  | { readonly kind: 'self' }
  | CertifiedVerdict
  /** The verdicts of every statement of a compound one. */
  | { readonly kind: 'compound'; readonly parts: readonly AttestationVerdict[] };

/** One attestation statement format: its identifier and its verification procedure (WebAuthn L3 section 8). */
export type AttestationFormat = {
  readonly id: string;
  /** Counts only in an explicit legacy profile. */
  readonly isLegacy?: boolean;
  /** Throws a Fault when the statement is not correct. */
  readonly verify: (input: AttestationInput) => AttestationVerdict;
};
