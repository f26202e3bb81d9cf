import type { VerifiedRegistration } from '@latchkey/passkeys';
import { passkeyName } from '../passkeys/passkey-name.ts';
import { coveredOperatorPasskey } from './covered-operator-passkey.ts';
import type { OperatorNeeds } from './operator-needs.ts';
import type { PasskeyToInsert } from './operator-passkeys.sql.ts';

type NewPasskey = {
  readonly tenant: string;
  readonly operatorId: string;
  readonly handle: Uint8Array;
  readonly rpId: string;
  readonly name?: string | undefined;
  readonly verified: VerifiedRegistration;
};

/** A passkey of an operator as it is stored, with its HMAC. Throws `secret.unreadable`. */
export async function newOperatorPasskey(
  { newId, now, seals }: Pick<OperatorNeeds, 'newId' | 'now' | 'seals'>,
  { tenant, operatorId, handle, rpId, name, verified }: NewPasskey,
): Promise<PasskeyToInsert> {
  const id = newId();
  const covered = coveredOperatorPasskey({ tenant, passkeyId: id, operatorId, handle, rpId, ...verified });
  const mac = await seals.mac(covered);
  return { id, operatorId, rpId, name: name ?? passkeyName(verified, now()), verified, mac };
}
