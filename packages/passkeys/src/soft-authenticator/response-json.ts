/** A browser's `RegistrationResponseJSON` (WebAuthn L3 section 5.1). */
export type RegistrationResponseJson = {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly authenticatorAttachment: 'platform' | 'cross-platform';
  readonly clientExtensionResults: {
    readonly credProps?: { readonly rk: boolean };
    readonly prf?: { readonly enabled: boolean };
    readonly largeBlob?: { readonly supported: boolean };
  };
  readonly response: {
    readonly clientDataJSON: string;
    readonly attestationObject: string;
    readonly authenticatorData: string;
    readonly transports: readonly string[];
    readonly publicKey: string;
    readonly publicKeyAlgorithm: number;
  };
};

/** What `get()` is asked: the members of PublicKeyCredentialRequestOptionsJSON that matter here. */
export type AssertionRequest = {
  readonly challenge: string;
  readonly rpId: string;
  readonly allowCredentials?: readonly { readonly id: string }[];
};

/** A browser's `AuthenticationResponseJSON` (WebAuthn L3 section 5.1). */
export type AuthenticationResponseJson = {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly authenticatorAttachment: 'platform' | 'cross-platform';
  readonly clientExtensionResults: Readonly<Record<string, never>>;
  readonly response: {
    readonly clientDataJSON: string;
    readonly authenticatorData: string;
    readonly signature: string;
    readonly userHandle: string;
  };
};
