import type { ProcessToken } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { withoutNulls } from '../db/without-nulls.ts';
import { invitedBy, mayInvite } from './invitation.ts';
import type { StoredToken } from './manage-tokens.sql.ts';
import { openedLink, type TokenLinks } from './token-link.ts';

/**
 * A token as the API shows it. Its address lacks the origin, which only the rim knows. Who may not register passkeys for
 * users sees an invitation by its key alone. Throws `process-token.unreadable`.
 */
export async function shownToken(
  links: TokenLinks,
  actor: Actor,
  stored: StoredToken,
): Promise<ProcessToken> {
  const { key, linkSealed, ...row } = stored;
  const isHidden = invitedBy(row.parameters) !== undefined && !mayInvite(actor);
  const id = isHidden ? key : await openedLink(links, { tenant: row.tenantId, key }, linkSealed);
  return withoutNulls({
    ...row,
    id,
    auditId: key,
    notBeforeDtm: row.notBeforeDtm?.toISOString() ?? null,
    notAfterDtm: row.notAfterDtm?.toISOString() ?? null,
    createdDtm: row.createdDtm.toISOString(),
    lastUpdatedDtm: row.lastUpdatedDtm.toISOString(),
    forTest: false,
    startProcessAddress: `/api/process-manager/processInstances?tn=${row.tenantId}&pt=${id}`,
  }) as ProcessToken;
}
