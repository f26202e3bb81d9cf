import { defineProblems } from '@latchkey/kernel';

export type PasskeyStatus = 'ACTIVE' | 'BLOCKED';

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
