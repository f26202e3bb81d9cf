/** What the world is like when an attestation is judged. */
export type AttestationTrust = {
  /** Milliseconds since the epoch, for the validity of certificates. */
  readonly now: number;
  /** Trust anchors as DER certificates. */
  readonly anchors?: readonly Uint8Array[];
};
