import { randomBytes } from 'node:crypto';
import type { Database, Transaction } from '../../db/sql.ts';
import { inTenant } from '../../db/tenant-scope.ts';
import {
  addLinks,
  beginChain,
  type Chain,
  lockChain,
  moveHead,
  type NewLink,
  overtakenRecords,
  recordsToLink,
  tenantsBehind,
} from './audit-chain.sql.ts';
import { commitmentOf, firstHash, type LinkedRecord, linkHash } from './link.ts';

/** Few, because a server answers nobody while it computes the links of a batch. */
export const linkedAtOnce = 100;
const saltBytes = 16;

/**
 * Links what the audit has gained, up to `linkedAtOnce` records of each tenant in one transaction of its own. Answers how
 * many. Any number of processes may do it at once: a chain that another one works on is left to it.
 */
export async function linkRecords(database: Database): Promise<number> {
  let linked = 0;
  for (const tenant of await tenantsBehind(database)) {
    linked += await inTenant(tenant, () => database.transaction((sql) => linkTenant(sql, tenant)));
  }
  return linked;
}

async function linkTenant(sql: Transaction, tenant: string): Promise<number> {
  await beginChain(sql, tenant, firstHash(tenant));
  const chain = await lockChain(sql, tenant);
  if (chain === undefined) return 0;
  const overtaken = chain.isToSearch ? await overtakenRecords(sql, tenant, linkedAtOnce) : [];
  const late = linksOf(chain, overtaken);
  const head = late.at(-1) ?? chain;
  const fresh = linksOf(head, await recordsToLink(sql, tenant, linkedAtOnce));
  await addLinks(sql, tenant, [...late, ...fresh]);
  const { position, hash } = fresh.at(-1) ?? head;
  // A search that filled its batch has not seen everything: the next one goes on.
  const hasSearched = chain.isToSearch && late.length < linkedAtOnce;
  await moveHead(sql, tenant, { position, hash, reachedId: fresh.at(-1)?.recordId, hasSearched });
  return late.length + fresh.length;
}

/** The records as links behind `head`, each holding the hash of the one before. */
function linksOf(
  head: Pick<Chain, 'position' | 'hash'>,
  records: readonly LinkedRecord[],
): readonly NewLink[] {
  let { position, hash } = head;
  const salts = randomBytes(records.length * saltBytes);
  return records.map((record, index) => {
    const salt = salts.subarray(index * saltBytes, (index + 1) * saltBytes);
    const commitment = commitmentOf(salt, record);
    position += 1;
    hash = linkHash(hash, position, record, commitment);
    return { recordId: record.id, position, salt, commitment, hash };
  });
}
