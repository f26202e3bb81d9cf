import type { MetadataBlob } from '../metadata/metadata-blob.ts';

/** What the world is like when an attestation is judged. */
export type AttestationTrust = {
  /** Milliseconds since the epoch, for the validity of certificates. */
  readonly now: number;
  /** Trust anchors in DER: certificates, or bare keys as SubjectPublicKeyInfo. Give the same arrays again: they are kept. */
  readonly anchors?: readonly Uint8Array[];
  /** Trust anchors of one model alone, by its AAGUID (a UUID in lower case), as metadata tell them. Like `anchors`. */
  readonly anchorsFor?: (aaguid: string) => readonly Uint8Array[];
  /** What is known about models; without it, demands on them cannot be met. */
  readonly metadata?: MetadataBlob;
  /** Whether a certificate of the path was revoked, by lists that the caller keeps. Default none. */
  readonly isRevoked?: (certificate: RevocableCertificate) => boolean;
};

/** What lists of revoked certificates name: serial numbers (Android's list), issuers and serial numbers, fingerprints. */
export type RevocableCertificate = {
  /** Lower-case hex without leading zeros. */
  readonly serialNumber: string;
  /** SHA-256 of the certificate in lower-case hex. */
  readonly fingerprint: string;
  /** DER. */
  readonly der: Uint8Array;
  /** The certificate of its issuer, DER, where the path holds it. */
  readonly issuer?: Uint8Array;
};
