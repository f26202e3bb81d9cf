import type { PageRequest } from '@latchkey/contract';
import type { Actor } from '../access/actor.ts';
import { auditInsert, auditValues } from '../audit/audit-insert.ts';
import { byOrder } from '../db/order.ts';
import type { Sql, Statement } from '../db/sql.ts';
import type { RelyingParty, RelyingPartyInput } from './relying-party.ts';

const columns = `
  r.id, r.rp_id as "relyingPartyId", r.name, r.origins as "restrictedOrigins",
  r.related_origins as "relatedOrigins", r.enroll_url as "enrollUrl", r.manage_url as "manageUrl",
  r.created_at as "createdAt", r.created_by as "createdBy", r.updated_at as "updatedAt", r.updated_by as "updatedBy"`;

const find: Statement = {
  name: 'relying-party.find',
  text: `select ${columns} from relying_parties r where r.tenant_id = $1 and r.store_id = $2 and r.rp_id = $3`,
};

const count: Statement = {
  name: 'relying-party.count',
  text: 'select count(*) as total from relying_parties where tenant_id = $1 and store_id = $2',
};

const list = byOrder(
  'relying-party.list',
  { relyingPartyId: 'r.rp_id', name: 'r.name', createdDtm: 'r.created_at' },
  { fallback: 'relyingPartyId,asc', last: 'r.id' },
  (order) => `select ${columns} from relying_parties r where r.tenant_id = $1 and r.store_id = $2
               order by ${order} limit $3 offset $4`,
);

const insert: Statement = {
  name: 'relying-party.insert',
  text: `
with made as (
  insert into relying_parties as r (tenant_id, store_id, id, rp_id, name, origins, related_origins,
    enroll_url, manage_url, created_by, updated_by)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)
  returning ${columns}
), audited as (${auditInsert('made', 11)})
select * from made`,
};

const update: Statement = {
  name: 'relying-party.update',
  text: `
with changed as (
  update relying_parties r set name = $4, origins = $5, related_origins = $6, enroll_url = $7, manage_url = $8,
         updated_by = $9, updated_at = clock_timestamp()
   where r.tenant_id = $1 and r.store_id = $2 and r.rp_id = $3
  returning ${columns}
), audited as (${auditInsert('changed', 10)})
select * from changed`,
};

const remove: Statement = {
  name: 'relying-party.delete',
  text: `
with removed as (
  delete from relying_parties where tenant_id = $1 and store_id = $2 and rp_id = $3 returning id
), audited as (${auditInsert('removed', 4)})
select id from removed`,
};

const target = { kind: 'relying-party' } as const;

/** A relying party of a store by its relying party id. */
export const findRelyingParty = (sql: Sql, tenant: string, storeId: string, relyingPartyId: string) =>
  sql.row<RelyingParty>(find, [tenant, storeId, relyingPartyId]);

/** One page of a store's relying parties, and how many there are. */
export async function listRelyingPartiesOf(
  sql: Sql,
  tenant: string,
  storeId: string,
  { page = 0, size = 10, sort }: PageRequest,
): Promise<{ readonly relyingParties: readonly RelyingParty[]; readonly total: number }> {
  const counted = await sql.row<{ readonly total: number }>(count, [tenant, storeId]);
  const relyingParties = await sql.rows<RelyingParty>(list(sort), [tenant, storeId, size, page * size]);
  return { relyingParties, total: counted?.total ?? 0 };
}

/** Adds a relying party, with its audit row. */
export const insertRelyingParty = (
  sql: Sql,
  actor: Actor,
  storeId: string,
  id: string,
  { relyingPartyId, name, restrictedOrigins, relatedOrigins, enrollUrl, manageUrl }: RelyingPartyInput,
) =>
  sql.row<RelyingParty>(insert, [
    actor.tenant,
    storeId,
    id,
    relyingPartyId,
    name,
    restrictedOrigins,
    relatedOrigins,
    enrollUrl,
    manageUrl,
    actor.name,
    ...auditValues(actor, {
      action: 'relying-party.created',
      target,
      facts: { relyingPartyId, restrictedOrigins, relatedOrigins },
    }),
  ]);

/** Changes a relying party, with its audit row; `undefined` when it is gone. */
export const updateRelyingPartyOf = (
  sql: Sql,
  actor: Actor,
  storeId: string,
  { relyingPartyId, name, restrictedOrigins, relatedOrigins, enrollUrl, manageUrl }: RelyingPartyInput,
) =>
  sql.row<RelyingParty>(update, [
    actor.tenant,
    storeId,
    relyingPartyId,
    name,
    restrictedOrigins,
    relatedOrigins,
    enrollUrl,
    manageUrl,
    actor.name,
    ...auditValues(actor, {
      action: 'relying-party.changed',
      target,
      facts: { relyingPartyId, restrictedOrigins, relatedOrigins },
    }),
  ]);

/** Deletes a relying party and its policies, with its audit row; false when there is none. */
export async function deleteRelyingPartyOf(sql: Sql, actor: Actor, storeId: string, relyingPartyId: string) {
  const fact = { action: 'relying-party.deleted', target, facts: { relyingPartyId } };
  const values = [actor.tenant, storeId, relyingPartyId, ...auditValues(actor, fact)];
  return (await sql.row(remove, values)) !== undefined;
}
