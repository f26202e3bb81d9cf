import { defineProblems } from '@latchkey/kernel';
import type { PasskeyFacts } from './covered-passkey.ts';

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
  /** Whether it is as it was registered: if not, its key is nobody's. */
  readonly isIntact: boolean;
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

/** A passkey as its row holds it: nothing says yet that it is the one that was registered. */
export type StoredPasskey = Omit<Passkey, 'isIntact'> & PasskeyFacts & { readonly mac: Uint8Array | null };

export const passkeyRecordProblems = defineProblems({
  'passkey.tampered': {
    title: 'The stored passkey is not the one that was registered.',
    status: 409,
  },
  'passkey.not-found': { title: 'There is no such passkey.', status: 404 },
});
