import type { AuthenticatorDemands, CeremonyDemands } from './authenticator-demands.ts';

export type UserVerification = 'required' | 'preferred' | 'discouraged';
export type ResidentKey = 'required' | 'preferred' | 'discouraged';
export type AttestationConveyance = 'none' | 'indirect' | 'direct' | 'enterprise';
export type Attachment = 'platform' | 'cross-platform';
export type Hint = 'security-key' | 'client-device' | 'hybrid';

/** `credProtect` of CTAP2.1 section 12.1, by the names that browsers take, weakest first. */
export type CredentialProtection =
  | 'userVerificationOptional'
  | 'userVerificationOptionalWithCredentialIDList'
  | 'userVerificationRequired';

/** What a relying party asks of a new passkey. Plain data, by name, several per relying party. */
export type RegistrationPolicy = AuthenticatorDemands &
  CeremonyDemands & {
    readonly name: string;
    readonly attachment?: Attachment;
    readonly residentKey: ResidentKey;
    readonly userVerification: UserVerification;
    readonly attestation: AttestationConveyance;
    /** COSE algorithm identifiers, most wanted first. */
    readonly algorithms: readonly number[];
    /** Allows RS1 (-65535) and the draft id of ES256K (-43) among the algorithms. Default false. */
    readonly legacyAlgorithms?: boolean;
    /** How long the browser waits, 30,000 to 600,000 ms. */
    readonly timeoutMs: number;
    readonly hints: readonly Hint[];
    /** Whether to ask if the passkey became discoverable. */
    readonly credProps: boolean;
    readonly credentialProtection?: CredentialProtection;
    /** Refuses an authenticator that cannot protect as asked. */
    readonly enforceCredentialProtection: boolean;
    /** Whether the caller of start may bring a challenge. */
    readonly allowExternalChallenge: boolean;
  };

/** A policy for ordinary passkeys, without its name. */
export const defaultRegistrationPolicy: Omit<RegistrationPolicy, 'name'> = Object.freeze({
  residentKey: 'preferred',
  userVerification: 'preferred',
  attestation: 'none',
  algorithms: Object.freeze([-8, -7, -257]),
  timeoutMs: 300_000,
  hints: Object.freeze([]),
  credProps: true,
  enforceCredentialProtection: false,
  allowExternalChallenge: false,
});
