import type { NewId } from '@latchkey/kernel';
import { systemActor } from '../access/system-actor.ts';
import type { Database, Transaction } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { findUnsealed, giveKey, lockUnsealed, type Unsealed } from './seal-links.sql.ts';
import type { TokenLinks } from './token-link.ts';

type Needs = { readonly database: Database; readonly links: TokenLinks; readonly newId: NewId };

const batch = 100;

/**
 * Gives every process token of an earlier version a key of its own, and keeps its id as a hash and under the secret key
 * only; its links work on. Each token is a transaction, so that what is interrupted goes on at the next start, and of
 * several processes each does some. Answers how many it was.
 */
export async function sealLinks(needs: Needs): Promise<number> {
  let sealed = 0;
  for (;;) {
    const found = await findUnsealed(needs.database, batch);
    for (const token of found) if (await inTenant(token.tenant, () => sealLink(needs, token))) sealed += 1;
    if (found.length < batch) return sealed;
  }
}

const sealLink = ({ database, links, newId }: Needs, token: Unsealed): Promise<boolean> =>
  database.transaction(async (sql: Transaction) => {
    if (!(await lockUnsealed(sql, token))) return false;
    const key = newId();
    const link = await links.store({ tenant: token.tenant, key }, token.id);
    await giveKey(sql, systemActor(token.tenant), { id: token.id, key, link });
    return true;
  });
