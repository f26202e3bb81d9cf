import type { ProcessToken } from '@latchkey/contract';
import { withoutNulls } from '../db/without-nulls.ts';
import type { StoredToken } from './manage-tokens.sql.ts';
import { openedLink, type TokenLinks } from './token-link.ts';

/** A token as the API shows it. Its address lacks the origin, which only the rim knows. Throws `process-token.unreadable`. */
export function shownToken(links: TokenLinks, { key, linkSealed, ...row }: StoredToken): ProcessToken {
  const id = openedLink(links, { tenant: row.tenantId, key }, linkSealed);
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
