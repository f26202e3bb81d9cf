import type { AuthenticatorData } from '../authenticator-data/read-authenticator-data.ts';
import { ensure } from '../fault.ts';
import type { AuthenticatorDemands, BackupDemand } from '../policy/authenticator-demands.ts';
import type { Attachment, CredentialProtection, ResidentKey } from '../policy/registration-policy.ts';
import type { RegistrationExpectations } from './registration-expectations.ts';

/** What the policy demands, the browser must at least claim. Throws a Fault. */
export function ensureAttachment(claimed: Attachment | undefined, asked: Attachment | undefined): void {
  ensure(asked === undefined || claimed === asked, `The authenticator is not attached as ${asked}.`);
}

/** A missing `credProps.rk` is unknown, not false: several browsers leave it out. Throws a Fault. */
export function ensureDiscoverable(claimed: boolean | undefined, asked: ResidentKey): void {
  ensure(asked !== 'required' || claimed !== false, 'The browser says that the passkey is not discoverable.');
}

/** The values of `credProtect` in authenticator data (CTAP 2.1 section 12.1). */
const levels: Readonly<Record<CredentialProtection, number>> = {
  userVerificationOptional: 1,
  userVerificationOptionalWithCredentialIDList: 2,
  userVerificationRequired: 3,
};

/** When the policy enforces a protection, the authenticator must have signed at least that level. Throws a Fault. */
export function ensureCredentialProtection(data: AuthenticatorData, asked: RegistrationExpectations): void {
  if (!asked.enforceCredentialProtection || asked.credentialProtection === undefined) return;
  const level = data.extensions.get('credProtect');
  ensure(
    typeof level === 'number' && level >= levels[asked.credentialProtection] && level <= 3,
    `The authenticator does not grant ${asked.credentialProtection}.`,
  );
}

const keeps: Readonly<Record<BackupDemand, (data: AuthenticatorData) => boolean>> = {
  'device-bound': ({ backupEligible }) => !backupEligible,
  eligible: ({ backupEligible }) => backupEligible,
  'backed-up': ({ backedUp }) => backedUp,
};

/** Synchronised or bound to its device, as the authenticator signed it. Throws a Fault. */
export function ensureBackup(data: AuthenticatorData, asked: BackupDemand | undefined): void {
  ensure(asked === undefined || keeps[asked](data), `The passkey is not ${asked}.`);
}

/** The shortest PIN, as the authenticator signed it (CTAP 2.1 section 12.4). */
export function pinLengthOf({ extensions }: AuthenticatorData): number | undefined {
  const length = extensions.get('minPinLength');
  return typeof length === 'number' ? length : undefined;
}

/** Who does not say how short a PIN may be is refused. Throws a Fault. */
export function ensurePinLength(data: AuthenticatorData, { leastPinLength }: AuthenticatorDemands): void {
  if (leastPinLength === undefined) return;
  const length = pinLengthOf(data);
  ensure(
    length !== undefined && length >= leastPinLength,
    `PINs of ${leastPinLength} are asked; the authenticator says ${length ?? 'nothing'}.`,
  );
}

/** What the policy requires, the browser must at least claim. Throws a Fault. */
export function ensureClaimed(claimed: boolean | undefined, isRequired: boolean): void {
  ensure(!isRequired || claimed === true, 'The browser does not say that the authenticator can.');
}
