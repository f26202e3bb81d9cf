import type { Sql, Statement } from '../db/sql.ts';

const name = 'passkeys-sealed';

const isDone: Statement = {
  name: 'passkey-seals.is-done',
  text: `select 1 as done from upgrades where tenant_id = $1 and name = '${name}'`,
};

/** Versions may run beside each other for a day; what comes without an HMAC later is of none of them. */
const isOver = `exists (
     select from migrations where name like '%passkey-seals%' and applied_at < clock_timestamp() - interval '1 day')`;

/** A process of the version before cannot read what newer ones sealed: what it said of passkeys meanwhile is said anew. */
const finish: Statement = {
  name: 'passkey-seals.finish',
  text: `
with done as (
  insert into upgrades (tenant_id, name)
  select $1, '${name}'
   where ${isOver}
     and not exists (select from credentials where tenant_id = $1 and mac is null)
     and not exists (select from operator_credentials where tenant_id = $1 and mac is null)
  on conflict do nothing
  returning tenant_id
)
insert into reassessments (tenant, cause) select tenant_id, 'passkeys.sealed' from done`,
};

const open: Statement = {
  name: 'passkey-seals.open-tenants',
  text: `
select t.id from tenants t
 where t.sandbox_of is null and t.id > $1
   and not exists (select from upgrades u where u.tenant_id = t.id and u.name = '${name}')
   and (${isOver}
     or exists (select from credentials c where c.tenant_id = t.id and c.mac is null)
     or exists (select from operator_credentials c where c.tenant_id = t.id and c.mac is null))
 order by t.id limit 200`,
  way: 'seal-passkeys',
};

/** Whether every passkey of the tenant has an HMAC, so that one without is none of ours. */
export const isSealingDone = async (sql: Sql, tenant: string): Promise<boolean> =>
  (await sql.row(isDone, [tenant])) !== undefined;

/** Notes that, if it is so; answers 1 when it was noted now. */
export const finishSealing = (sql: Sql, tenant: string): Promise<number> => sql.change(finish, [tenant]);

/** The next tenants behind `after` for which it is not noted and there is something to do. */
export const tenantsToSeal = async (sql: Sql, after: string): Promise<readonly string[]> =>
  (await sql.rows<{ readonly id: string }>(open, [after])).map(({ id }) => id);
