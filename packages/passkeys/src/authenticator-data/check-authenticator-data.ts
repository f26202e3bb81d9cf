import { hash } from 'node:crypto';
import { ensure } from '../fault.ts';
import type { AuthenticatorData } from './read-authenticator-data.ts';

/** Refuses a passkey of another relying party. Throws a Fault. */
export function ensureRelyingParty(data: AuthenticatorData, rpId: string): void {
  const expected = hash('sha256', rpId, 'buffer');
  ensure(expected.equals(data.rpIdHash), `The passkey is not for ${rpId}.`);
}

/** Refuses a passkey that claims to be backed up although it never can be. Throws a Fault. */
export function ensureBackupState(data: AuthenticatorData): void {
  ensure(data.backupEligible || !data.backedUp, 'The passkey is backed up, yet not eligible for backup.');
}
