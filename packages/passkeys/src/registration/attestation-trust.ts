/** What the world is like when an attestation is judged. */
export type AttestationTrust = {
  /** Milliseconds since the epoch, for the validity of certificates. */
  readonly now: number;
  /** Trust anchors in DER: certificates, or bare keys as SubjectPublicKeyInfo. Give the same arrays again: they are kept. */
  readonly anchors?: readonly Uint8Array[];
};
