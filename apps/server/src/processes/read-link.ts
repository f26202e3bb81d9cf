import { isId } from '@latchkey/kernel';
import type { Sql } from '../db/sql.ts';
import { isSame } from './claim-instance.ts';
import { findInstance } from './process-instances.sql.ts';
import { isCounted, refusalOf } from './process-token.ts';
import { findStartable } from './process-tokens.sql.ts';
import { readStartAddress, startKeyHash } from './start-link.ts';

/** A link that starts something now: whose it is, which definition, and whether starting uses it up. */
export type UsableLink = {
  readonly tenant: string;
  readonly definitionId: string;
  readonly isUsedUp: boolean;
  /** The parameter `lang` of the process token: the language in which its people are met. */
  readonly language?: string;
};

/** What the link of a process token would do at `now` (milliseconds); `undefined` when nothing. Changes nothing. */
export async function readTokenLink(sql: Sql, tokenId: string, now: number): Promise<UsableLink | undefined> {
  const token = isId(tokenId) ? await findStartable(sql, tokenId) : undefined;
  if (token === undefined || token.definitionId === null || refusalOf(token, now) !== undefined)
    return undefined;
  const { tenant, definitionId, parameters } = token;
  return { tenant, definitionId, isUsedUp: isCounted(token), ...spoken(parameters) };
}

/** What a start address would do for the browser with `visitorHash`; `undefined` when nothing. Changes nothing. */
export async function readStartLink(
  sql: Sql,
  ps: string,
  visitorHash: (instanceId: string) => Uint8Array | undefined,
): Promise<UsableLink | undefined> {
  const link = readStartAddress(ps);
  const instance = link && isId(link.instanceId) ? await findInstance(sql, link.instanceId) : undefined;
  if (link === undefined || instance === undefined) return undefined;
  if (!isSame(instance.startKeyHash, startKeyHash(link.key))) return undefined;
  const visitor = visitorHash(instance.id);
  const isTheirs = visitor !== undefined && isSame(instance.visitorHash, visitor);
  const { tenant, definitionId, status } = instance;
  return status === 'PENDING' || isTheirs
    ? { tenant, definitionId, isUsedUp: true, ...spoken(instance.storedData._initial) }
    : undefined;
}

function spoken(parameters: unknown): Pick<UsableLink, 'language'> {
  const { lang } = (parameters ?? {}) as { readonly lang?: unknown };
  return typeof lang === 'string' ? { language: lang } : {};
}
