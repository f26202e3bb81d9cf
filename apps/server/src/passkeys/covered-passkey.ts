import { toBase64url } from '@latchkey/kernel';
import type { Covered } from './passkey-seals.ts';

/** What makes a passkey the one that was registered. Counters, names, findings and the status change, and are not of it. */
export type PasskeyFacts = {
  readonly tenant: string;
  readonly id: string;
  readonly storeId: string;
  /** The relying party's row; `relyingPartyId` is what browsers call it. */
  readonly partyId: string;
  readonly relyingPartyId: string;
  readonly userId: string;
  /** The user handle at that relying party; `null` when its row is gone. */
  readonly handle: Uint8Array | null;
  readonly credentialId: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly algorithm: number;
  readonly aaguid: string;
  readonly isUserVerified: boolean;
  readonly isBackupEligible: boolean;
};

/** A passkey of a user as its HMAC covers it. */
export const coveredPasskey = (passkey: PasskeyFacts): Covered => ({
  table: 'credentials',
  tenant: passkey.tenant,
  id: passkey.id,
  facts: [
    passkey.storeId,
    passkey.partyId,
    passkey.relyingPartyId,
    passkey.userId,
    passkey.handle && toBase64url(passkey.handle),
    toBase64url(passkey.credentialId),
    toBase64url(passkey.publicKey),
    passkey.algorithm,
    passkey.aaguid,
    passkey.isUserVerified,
    passkey.isBackupEligible,
  ],
});
