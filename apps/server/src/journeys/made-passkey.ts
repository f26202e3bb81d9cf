import type { JourneyView } from '@latchkey/journey';
import { toBase64url } from '@latchkey/kernel';
import type { Sql } from '../db/sql.ts';
import {
  completedRegistration,
  type PasskeyRegistrationRecord,
} from '../processes/session-data/passkey-registrations.ts';
import { acceptedCredentials, type Journey } from './journeys.sql.ts';

type Ended = Extract<JourneyView, { readonly kind: 'ended' }>;
type Response = {
  readonly passkey: { readonly id: string; readonly provider?: string };
};

/**
 * What the page tells of the passkey that a journey made: the name of its provider, and for the Signal API all the
 * person's passkeys that count, blocked ones too, since a block may end. Nothing for a passkey that is deleted by now.
 */
export async function madePasskey(
  sql: Sql,
  { tenant, data }: Journey,
): Promise<Pick<Ended, 'provider' | 'accepted'>> {
  const record = completedRegistration(data);
  if (record === undefined) return {};
  const { passkey } = record.completePasskeyRegistrationResponse as Response;
  const ids = await acceptedCredentials(sql, tenant, passkey.id);
  if (ids.length === 0) return {};
  const { provider } = passkey;
  return { ...(provider !== undefined && { provider }), accepted: acceptedBy(record, ids) };
}

function acceptedBy(record: PasskeyRegistrationRecord, ids: readonly Uint8Array[]) {
  const { rp, user } = record.startPasskeyRegistrationResponse.clientRequest;
  return { rpId: rp.id, userId: user.id, allAcceptedCredentialIds: ids.map((id) => toBase64url(id)) };
}
