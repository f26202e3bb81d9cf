import { toBase64url } from '@latchkey/kernel';
import type { Covered } from '../passkeys/passkey-seals.ts';

/** What makes an operator's passkey the one that was registered. */
export type OperatorPasskeyFacts = {
  readonly tenant: string;
  readonly passkeyId: string;
  readonly operatorId: string;
  readonly handle: Uint8Array;
  readonly rpId: string;
  readonly credentialId: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly algorithm: number;
  readonly backupEligible: boolean;
};

/** A passkey of an operator as its HMAC covers it. */
export const coveredOperatorPasskey = (passkey: OperatorPasskeyFacts): Covered => ({
  table: 'operator_credentials',
  tenant: passkey.tenant,
  id: passkey.passkeyId,
  facts: [
    passkey.operatorId,
    toBase64url(passkey.handle),
    passkey.rpId,
    toBase64url(passkey.credentialId),
    toBase64url(passkey.publicKey),
    passkey.algorithm,
    passkey.backupEligible,
  ],
});
