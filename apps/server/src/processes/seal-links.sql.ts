import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import type { Sql, Statement, Transaction } from '../db/sql.ts';
import type { StoredLink } from './token-link.ts';

/** A token of an earlier version, with its id in the place of the key. */
export type Unsealed = { readonly tenant: string; readonly id: string };

const unsealed: Statement = {
  name: 'process-tokens.unsealed',
  text: 'select tenant_id as tenant, id from process_tokens where link_hash is null limit $1',
  way: 'find-owner',
};

const lock: Statement = {
  name: 'process-tokens.lock-unsealed',
  text: 'select id from process_tokens where tenant_id = $1 and id = $2 and link_hash is null for update',
};

const give: Statement = {
  name: 'process-tokens.give-key',
  text: `with done as (
    update process_tokens set id = $3, link_hash = $4, link_sealed = $5 where tenant_id = $1 and id = $2 returning id),
  audited as (${auditInsert('done', 6)})
  select id from done`,
};

/** Some of the tokens of all tenants that have no key yet. */
export const findUnsealed = (sql: Sql, limit: number): Promise<readonly Unsealed[]> =>
  sql.rows<Unsealed>(unsealed, [limit]);

/** Holds a token that has no key yet; `false` when another process has given it one. */
export const lockUnsealed = async (sql: Transaction, { tenant, id }: Unsealed) =>
  (await sql.row(lock, [tenant, id])) !== undefined;

/** Puts a key in the place of the id; instances follow. */
export const giveKey = (
  sql: Transaction,
  actor: Actor,
  { id, key, link }: { readonly id: string; readonly key: string; readonly link: StoredLink },
) => {
  const fact = { action: 'process-token.link-sealed', target: { kind: 'process-token' } };
  return sql.row(give, [actor.tenant, id, key, link.hash, link.sealed, ...auditValues(actor, fact)]);
};
