import type { AttestedCredential, AuthenticatorData } from '../authenticator-data/read-authenticator-data.ts';
import type { CborMap } from '../cbor/cbor-value.ts';
import type { Certificate } from '../certificates/read-certificate.ts';
import type { PublicKey } from '../cose/cose-key.ts';

/** What a statement's signature is judged by. */
export type AttestationInput = {
  readonly statement: CborMap;
  readonly authenticatorData: AuthenticatorData;
  readonly attested: AttestedCredential;
  readonly publicKey: PublicKey;
  /** SHA-256 of the client data. */
  readonly clientDataHash: Uint8Array;
};

/** A statement that is correct. Whether its certificates are trusted is another question. */
export type AttestationVerdict =
  | { readonly kind: 'none' }
  | { readonly kind: 'self' }
  /** The trust path, the attestation certificate first; at least one. */
  | { readonly kind: 'certified'; readonly path: readonly Certificate[] };

/** One attestation statement format: its identifier and its verification procedure (WebAuthn L3 section 8). */
export type AttestationFormat = {
  readonly id: string;
  /** Throws a Fault when the statement is not correct. */
  readonly verify: (input: AttestationInput) => AttestationVerdict;
};
