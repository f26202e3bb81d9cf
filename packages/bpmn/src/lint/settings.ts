/** What the tenant's own configuration says of what a diagram names: the part that warnings look at. */
export type Settings = {
  readonly policies: readonly PolicySettings[];
  readonly relyingParties: readonly RelyingPartySettings[];
};

export type PolicySettings = {
  readonly storeName: string;
  readonly relyingPartyId: string;
  readonly name: string;
  readonly timeoutMs: number;
  /** COSE algorithm identifiers. */
  readonly algorithms: readonly number[];
  readonly attestation: string;
  /** Whether it allows or denies authenticators by their model (AAGUID). */
  readonly namesAuthenticators: boolean;
  /** Whether the server refuses a passkey to a user whom nothing proves. */
  readonly requiresUserProof: boolean;
};

export type RelyingPartySettings = {
  readonly storeName: string;
  readonly relyingPartyId: string;
  /** Origins of other domains that may use its passkeys. */
  readonly relatedOrigins: readonly string[];
};

/** Nothing is known of the configuration: only what the diagram says itself is looked at. */
export const noSettings: Settings = Object.freeze({ policies: [], relyingParties: [] });
