/** A BLOB of the FIDO Metadata Service, version 3, that was verified. Plain data. */
export type MetadataBlob = {
  /** `no`: rises with every BLOB. */
  readonly number: number;
  /** Milliseconds since the epoch: the end of the day until which this BLOB counts. */
  readonly nextUpdate: number;
  readonly legalHeader?: string;
  /** The models of FIDO2 and U2F; those of UAF are left out. */
  readonly entries: readonly MetadataEntry[];
};

/** What the service says about one model of authenticator (FIDO Metadata Service section 3.1.1). */
export type MetadataEntry = {
  /** A UUID in lower case; absent for U2F. */
  readonly aaguid?: string;
  /** SHA-1 of the public keys of attestation certificates, in hex; only for U2F. */
  readonly keyIdentifiers: readonly string[];
  /** The newest last, as the service orders them. */
  readonly statusReports: readonly StatusReport[];
  readonly description?: string;
  /** The trust anchors of the model, DER; those that cannot be read are left out. */
  readonly anchors: readonly Uint8Array[];
  /** `basic_full`, `basic_surrogate`, `attca`, `anonca`, `none` and the like. */
  readonly attestationTypes: readonly string[];
  /** Names of the FIDO registry, like `secp256r1_ecdsa_sha256_raw`. */
  readonly algorithms: readonly string[];
  /** `hardware`, `secure_element`, `tee`, `software` and the like. */
  readonly keyProtection: readonly string[];
  /** `fingerprint_internal`, `passcode_external` and the like: every method that occurs in any combination. */
  readonly userVerificationMethods: readonly string[];
};

/** A change of status of a model (FIDO Metadata Service section 3.1.3). */
export type StatusReport = {
  /** `FIDO_CERTIFIED_L1`, `REVOKED` and the like. */
  readonly status: string;
  /** Milliseconds since the epoch; absent: from ever. */
  readonly effectiveFrom?: number;
  /** The compromised attestation certificate or its issuer, DER; absent: all of the model. */
  readonly certificate?: Uint8Array;
};
