import type { AuthenticatorData } from '../authenticator-data/read-authenticator-data.ts';
import { ensure } from '../fault.ts';
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
