import { defineProblems } from '@latchkey/kernel';

export type PasskeyStatus = 'ACTIVE' | 'BLOCKED';

/** What an authenticator told of itself. */
export type Capabilities = {
  readonly minPinLength?: number;
  readonly prf?: boolean;
  readonly largeBlob?: boolean;
  readonly keyProtection?: string;
};

/** What people have and the protocol calls a credential. */
export type Passkey = {
  readonly id: string;
  readonly userId: string;
  readonly relyingPartyId: string;
  readonly credentialId: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly algorithm: number;
  readonly signCount: number;
  readonly isUserVerified: boolean;
  readonly isBackupEligible: boolean;
  readonly isBackedUp: boolean;
  /** Claimed by the browser, like the next two. */
  readonly transports: readonly string[];
  readonly attachment: string | null;
  readonly isDiscoverable: boolean | null;
  readonly aaguid: string;
  readonly isAaguidVerified: boolean;
  readonly attestationFormat: string;
  readonly attestationType: string;
  /** SHA-256 of the certificates of the attestation, hexadecimal, the trust anchor last. */
  readonly trustPath: readonly string[];
  readonly findings: readonly string[];
  readonly model: string | null;
  readonly certificationLevel: string | null;
  readonly capabilities: Capabilities;
  readonly client: string;
  readonly topOrigin: string | null;
  readonly origin: string;
  readonly name: string;
  readonly status: PasskeyStatus;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly updatedAt: Date;
  readonly lastUsedAt: Date | null;
};

export const passkeyRecordProblems = defineProblems({
  'passkey.not-found': { title: 'There is no such passkey.', status: 404 },
});
