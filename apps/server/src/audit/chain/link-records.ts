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

const batch = 1_000;

/**
 * Links what the audit has gained, up to a thousand records of each tenant in one transaction of its own. Answers how
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
  const overtaken = chain.isToSearch ? await overtakenRecords(sql, tenant, batch) : [];
  const late = linksOf(chain, overtaken);
  const head = late.at(-1) ?? chain;
  const fresh = linksOf(head, await recordsToLink(sql, tenant, batch));
  await addLinks(sql, tenant, [...late, ...fresh]);
  const { position, hash } = fresh.at(-1) ?? head;
  // A search that filled its batch has not seen everything: the next one goes on.
  const hasSearched = chain.isToSearch && late.length < batch;
  await moveHead(sql, tenant, { position, hash, reachedId: fresh.at(-1)?.recordId, hasSearched });
  return late.length + fresh.length;
}

/** The records as links behind `head`, each holding the hash of the one before. */
function linksOf(
  head: Pick<Chain, 'position' | 'hash'>,
  records: readonly LinkedRecord[],
): readonly NewLink[] {
  let { position, hash } = head;
  return records.map((record) => {
    const salt = randomBytes(16);
    const commitment = commitmentOf(salt, record);
    position += 1;
    hash = linkHash(hash, position, record, commitment);
    return { recordId: record.id, position, salt, commitment, hash };
  });
}
