import pg from 'pg';
import { policiesOf, programFunctions, rightsOn } from './policies.ts';
import {
  type GuardedTable,
  type OwnersFunction,
  selectGuardedTables,
  selectOwnersFunctions,
  selectQueueRight,
  selectRights,
} from './table-guard.sql.ts';

/**
 * Lets `role` work on every table of the schema, and puts the policies on those of tenants that lack them: a table that
 * a migration has just made needs no line for it. Functions that run as the owner are for the role alone, and only those
 * that the program calls. Runs as the owner, in a transaction of the caller's.
 */
export async function guardTables(client: pg.Client, role: string): Promise<void> {
  const { rows: tables } = await client.query<GuardedTable>(selectGuardedTables);
  const { rows: held } = await client.query<Rights>(selectRights, [role]);
  const { rows: functions } = await client.query<OwnersFunction>(selectOwnersFunctions, [role]);
  const { rows: schemas } = await client.query<{ name: string }>('select current_schema() as name');
  const rightsOf = new Map(held.map(({ name, rights }) => [name, rights.join()]));
  const changed = tables.filter(({ name }) => rightsOf.get(name) !== rightsOn(name).join());
  const [to, schema] = [role, schemas[0]?.name ?? ''].map(pg.escapeIdentifier);
  const texts = [
    ...tables.flatMap(missingGuards),
    `grant usage on schema ${schema} to ${to}`,
    ...changed
      .map(({ name }) => pg.escapeIdentifier(name))
      .map((table) => `revoke all on ${table} from ${to}`),
    ...changed.map(({ name }) => `grant ${rightsOn(name).join()} on ${pg.escapeIdentifier(name)} to ${to}`),
    `grant usage on all sequences in schema ${schema} to ${to}`,
    ...functions.flatMap((one) => callsOf(one, to)),
  ];
  await client.query(texts.join(';\n'));
  await openQueue(client, role, to ?? '');
}

/** The job queue has a schema and tables of its own, which hold ids alone; the role works on them and owns none. */
async function openQueue(client: pg.Client, role: string, to: string): Promise<void> {
  const { rows } = await client.query<{ readonly isOpen: boolean | null }>(selectQueueRight, [role]);
  if (rows[0]?.isOpen !== false) return;
  await client.query(`grant usage on schema pgboss to ${to};
    grant select, insert, update, delete on all tables in schema pgboss to ${to}`);
}

type Rights = { readonly name: string; readonly rights: readonly string[] };

function callsOf(
  { name, signature, isPublic, isCallable }: OwnersFunction,
  to: string | undefined,
): readonly string[] {
  const isOurs = programFunctions.includes(name);
  if (!isPublic && isCallable === isOurs) return [];
  const closed = `revoke all on function ${signature} from public, ${to}`;
  return isOurs ? [closed, `grant execute on function ${signature} to ${to}`] : [closed];
}

function missingGuards({
  name,
  isView,
  isForced,
  hasTenant,
  hasStore,
  policies,
}: GuardedTable): readonly string[] {
  const hasOwner = hasTenant || name === 'tenants';
  const wanted = hasOwner && !isView ? policiesOf(name, hasStore) : [];
  if (wanted.length === 0) return [];
  const table = pg.escapeIdentifier(name);
  const created = wanted
    .filter((policy) => !policies.includes(policy.name))
    .map((policy) => `create policy ${pg.escapeIdentifier(policy.name)} on ${table} ${policy.text}`);
  const forced = `alter table ${table} enable row level security, force row level security`;
  return isForced ? created : [forced, ...created];
}
