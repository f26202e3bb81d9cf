import type { NewId } from '@latchkey/kernel';
import { systemActor } from '../access/system-actor.ts';
import type { Sql } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { backofficeRelyingParty } from './backoffice-relying-party.ts';
import { replaceFirstInvitation } from './invitations.sql.ts';
import { newOneTimeSecret, setUpLink } from './one-time-secret.ts';

const lifetimeSeconds = 24 * 3600;

/**
 * The one-time link by which the first administrator of a tenant registers a passkey, good for a day; `undefined`
 * once there is an administrator. Made anew at each start: only the newest link of a tenant works, and none does as
 * soon as there is an administrator. One whose passkeys are all for another host cannot sign in here and does not
 * count: passkeys do not move along when `publicUrl` does.
 */
export async function ensureSetUpLink(
  sql: Sql,
  tenant: string,
  { newId, publicUrl }: { readonly newId: NewId; readonly publicUrl: string },
): Promise<string | undefined> {
  const { secret, hash } = newOneTimeSecret();
  const rpId = backofficeRelyingParty(publicUrl).id;
  const invitation = { id: newId(), hash, lifetimeSeconds, rpId };
  const isMade = await inTenant(tenant, () => replaceFirstInvitation(sql, systemActor(tenant), invitation));
  return isMade ? setUpLink(publicUrl, secret) : undefined;
}
