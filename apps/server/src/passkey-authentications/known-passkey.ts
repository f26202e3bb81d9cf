import { coveredPasskey, type PasskeyFacts } from '../passkeys/covered-passkey.ts';
import type { Covered } from '../passkeys/passkey-seals.ts';

/** A kept passkey as a sign-in is judged by it, and whose it is. */
export type KnownPasskey = Omit<PasskeyFacts, 'handle' | 'isUserVerified' | 'isBackupEligible'> & {
  readonly userExternalId: string;
  readonly signCount: number;
  readonly backupEligible: boolean;
  readonly userVerified: boolean;
  readonly userHandle: Uint8Array;
  readonly mac: Uint8Array | null;
};

/** What the HMAC of the passkey covers. */
export const coveredKnown = (known: KnownPasskey): Covered =>
  coveredPasskey({
    ...known,
    handle: known.userHandle,
    isUserVerified: known.userVerified,
    isBackupEligible: known.backupEligible,
  });
