import type { IssuedChallenge } from '../client-data/issued-challenge.ts';
import type { AuthenticatorDemands } from '../policy/authenticator-demands.ts';
import type {
  Attachment,
  AttestationConveyance,
  CredentialProtection,
  ResidentKey,
  UserVerification,
} from '../policy/registration-policy.ts';

/** Everything that the end of a registration is judged by, frozen at its start. Plain JSON: it is stored as it is. */
export type RegistrationExpectations = IssuedChallenge & {
  /** Exact origins, as browsers write them. */
  readonly origins: readonly string[];
  /** Exact origins of pages that may frame the ceremony; empty refuses every frame of another site. */
  readonly topOrigins: readonly string[];
  readonly rpId: string;
  /** COSE algorithm identifiers that were offered. */
  readonly algorithms: readonly number[];
  readonly userVerification: UserVerification;
  /** Whether a person must have been present; false only for conditional create. Default true. */
  readonly userPresence?: boolean;
  readonly attestation: AttestationConveyance;
  /** Whether the attestation must end at a trust anchor. Default false. */
  readonly requireTrustAnchor?: boolean;
  /** Whether attestation formats of the past (android-safetynet) count. Default false. */
  readonly legacyAttestation?: boolean;
  readonly residentKey: ResidentKey;
  readonly attachment?: Attachment;
  readonly credentialProtection?: CredentialProtection;
  readonly enforceCredentialProtection?: boolean;
  /** What else the policy demands of the authenticator. Default nothing but that its model is not revoked. */
  readonly demands?: AuthenticatorDemands;
};
