import type { IssuedChallenge } from '../client-data/issued-challenge.ts';
import type { UserVerification } from '../policy/registration-policy.ts';

/** Everything that the end of an authentication is judged by, frozen at its start. Plain JSON. */
export type AuthenticationExpectations = IssuedChallenge & {
  /** Exact origins, as browsers write them. */
  readonly origins: readonly string[];
  /** Exact origins of pages that may frame the ceremony; empty refuses every frame of another site. */
  readonly topOrigins: readonly string[];
  readonly rpId: string;
  readonly userVerification: UserVerification;
  /** base64url ids of the credentials that were asked for; absent or empty allows any. */
  readonly allowCredentials?: readonly string[];
};

/** The record of the credential that the caller found by the answer's id. */
export type RegisteredCredential = {
  readonly credentialId: Uint8Array;
  /** The COSE key as it was registered. */
  readonly publicKey: Uint8Array;
  readonly signCount: number;
  readonly backupEligible: boolean;
  /**
   * Whether it was made with the person verified (uvInitialized of WebAuthn L3 section 4); so unless told. One that was
   * not is a single factor for ever: who finds it could set a PIN of their own.
   */
  readonly userVerified?: boolean;
  /** The user's handle; when the answer names a user, it must be this one. */
  readonly userHandle: Uint8Array;
  /** Whether the user was known before the ceremony; if not, the answer must name one. */
  readonly isUserKnown: boolean;
};

/** An authentication that passed every step: what the credential's record is updated with. */
export type VerifiedAuthentication = {
  readonly credentialId: Uint8Array;
  readonly signCount: number;
  /** The person was verified now, and was when the passkey was made. */
  readonly userVerified: boolean;
  readonly backedUp: boolean;
  readonly origin: string;
  readonly crossOrigin: boolean;
};
