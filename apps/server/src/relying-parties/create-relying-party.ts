import type { NewId } from '@latchkey/kernel';
import type { Actor } from '../access/actor.ts';
import { violatedUnique } from '../db/database-problems.ts';
import type { Sql } from '../db/sql.ts';
import { findStore } from '../stores/find-store.ts';
import { insertRelyingParty } from './relying-parties.sql.ts';
import {
  type RelyingParty,
  type RelyingPartyInput,
  relyingPartyProblems,
  requireValidRelyingParty,
} from './relying-party.ts';

/**
 * Adds a relying party to a store. Throws `store.not-found`, `relying-party.invalid` and
 * `relying-party.id-not-unique`.
 */
export function createRelyingParty({ newId }: { readonly newId: NewId }) {
  return async (
    sql: Sql,
    actor: Actor,
    { storeName, ...input }: RelyingPartyInput & { readonly storeName: string },
  ): Promise<RelyingParty> => {
    const { id: storeId } = await findStore(sql, actor.tenant, storeName);
    requireValidRelyingParty(input);
    try {
      return (await insertRelyingParty(sql, actor, storeId, newId(), input)) as RelyingParty;
    } catch (cause) {
      if (violatedUnique(cause) === undefined) throw cause;
      throw relyingPartyProblems.create('relying-party.id-not-unique', { cause });
    }
  };
}
