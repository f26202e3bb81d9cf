/** A kept passkey as a sign-in is judged by it, and whose it is. */
export type KnownPasskey = {
  readonly id: string;
  readonly userId: string;
  readonly userExternalId: string;
  readonly credentialId: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly signCount: number;
  readonly backupEligible: boolean;
  readonly userVerified: boolean;
  readonly userHandle: Uint8Array;
};
