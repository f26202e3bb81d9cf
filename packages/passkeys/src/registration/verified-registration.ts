import type { KeyProtection } from '../attestation/attestation-format.ts';
import type { Attachment } from '../policy/registration-policy.ts';

/**
 * How much an attestation proves (WebAuthn L3 section 6.5.3). `…-unanchored`: certificates came along, but end at no
 * trust anchor, so the authenticator's model is only claimed.
 */
export type AttestationType =
  | 'none'
  | 'self'
  | 'basic'
  | 'attca'
  | 'anonca'
  | 'basic-unanchored'
  | 'attca-unanchored'
  | 'anonca-unanchored';

/** A registration that passed every step: what a credential record is made of (WebAuthn L3 section 7.1 step 27). */
export type VerifiedRegistration = {
  /** 1 to 1023 bytes. */
  readonly credentialId: Uint8Array;
  /** The COSE key as the authenticator wrote it. */
  readonly publicKey: Uint8Array;
  /** Its COSE algorithm identifier. */
  readonly algorithm: number;
  readonly signCount: number;
  readonly userVerified: boolean;
  readonly backupEligible: boolean;
  readonly backedUp: boolean;
  /** Claimed by the browser. */
  readonly transports: readonly string[];
  /** Claimed by the browser. */
  readonly attachment?: Attachment;
  /** Whether the passkey is discoverable, as claimed by the browser; absent is unknown. */
  readonly residentKey?: boolean;
  /** A UUID in lower case. */
  readonly aaguid: string;
  /** Whether an attestation that ends at a trust anchor vouches for the AAGUID. */
  readonly aaguidVerified: boolean;
  readonly attestationFormat: string;
  readonly attestationType: AttestationType;
  /** DER, the attestation certificate first, a certificate that is the trust anchor last; empty without certificates. */
  readonly trustPath: readonly Uint8Array[];
  /** Where an Android key lives, as an anchored attestation says; absent is unknown. */
  readonly keyProtection?: KeyProtection;
  /** The device's serial number in hex; only in enterprise attestation that ends at a trust anchor. */
  readonly deviceSerialNumber?: string;
  /** Codes of what is to be remembered about the model though it was accepted. */
  readonly findings: readonly string[];
  /** What the metadata call the model. */
  readonly model?: string;
  /** FIDO's certification of the model, as the metadata say. */
  readonly certificationLevel?: string;
  /** The shortest PIN that the authenticator takes; signed. */
  readonly minPinLength?: number;
  /** Claimed by the browser. */
  readonly prf?: boolean;
  /** Claimed by the browser. */
  readonly largeBlob?: boolean;
  readonly attestationObject: Uint8Array;
  readonly clientDataJson: Uint8Array;
  readonly origin: string;
  readonly crossOrigin: boolean;
  /** The page that framed the ceremony. */
  readonly topOrigin?: string;
};
