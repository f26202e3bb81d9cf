import type {
  Attachment,
  AttestationConveyance,
  CredentialProtection,
  Hint,
  ResidentKey,
  UserVerification,
} from '../policy/registration-policy.ts';

/** WebAuthn's AuthenticatorSelectionCriteria. */
export type AuthenticatorSelection = {
  readonly authenticatorAttachment?: Attachment;
  readonly residentKey: ResidentKey;
  readonly requireResidentKey: boolean;
  readonly userVerification: UserVerification;
};

/** Names a credential to a browser. */
export type CredentialDescriptor = {
  readonly type: 'public-key';
  /** base64url. */
  readonly id: string;
  readonly transports?: readonly string[];
};

/** What a browser is given: PublicKeyCredentialCreationOptionsJSON of WebAuthn L3 section 5.1.8, and the guide's names. */
export type ClientRequest = {
  readonly rp: { readonly name: string; readonly id: string };
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly challenge: string;
  readonly pubKeyCredParams: readonly { readonly type: 'public-key'; readonly alg: number }[];
  readonly timeout: number;
  readonly excludeCredentials: readonly CredentialDescriptor[];
  readonly authenticatorSelection: AuthenticatorSelection;
  /** The same content under the guide's name; browsers ignore it. */
  readonly authenticatorSelectionCriteria: AuthenticatorSelection;
  readonly hints: readonly Hint[];
  readonly attestation: AttestationConveyance;
  readonly extensions: {
    readonly credProps?: boolean;
    readonly credentialProtectionPolicy?: CredentialProtection;
    readonly enforceCredentialProtectionPolicy?: boolean;
    readonly minPinLength?: boolean;
    readonly prf?: Readonly<Record<string, never>>;
    readonly largeBlob?: { readonly support: 'preferred' | 'required' };
  };
  /** Stands beside `publicKey` in create(); browsers ignore it here. */
  readonly mediation?: 'conditional';
};
