import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/postgres.ts';
import { addTenant } from '../tenants/tenant.ts';
import { findDueEffects, findDueInstances } from './owners.sql.ts';

let world: Awaited<ReturnType<typeof testDatabase>>;
/** In the order in which they fell due: all of the flood before the first of anybody else. */
const due = [
  ['flood', 200],
  ['quiet', 3],
  ['still', 1],
] as const;

beforeAll(async () => {
  world = await testDatabase();
  for (const [tenant] of due) await addTenant(world.database, { id: tenant, name: tenant });
  // What an instance refers to is not what this is about.
  await world.owner.transaction(async (sql) => {
    const run = (name: string, text: string, values: readonly unknown[] = []) =>
      sql.change({ name: `test.turns-${name}`, text }, values);
    await run(
      'alone',
      'alter table process_instances drop constraint if exists process_instances_tenant_id_definition_id_fkey',
    );
    let second = 0;
    for (const [tenant, many] of due) {
      await run(
        'instances',
        `insert into process_instances (tenant_id, id, definition_id, status, version, state, data, created_by, due_at)
         select $1, $1 || n, 'd', 'ACTIVE', 1, '{}', '{}', 'test', '2026-01-01'::timestamptz + ($2 + n) * interval '1 second'
           from generate_series(1, $3::integer) n`,
        [tenant, second, many],
      );
      await run(
        'effects',
        `insert into outbox (tenant_id, id, instance_id, effect, available_at)
         select $1, $1 || n, $1 || n, '{}', '2026-01-01'::timestamptz + ($2 + n) * interval '1 second'
           from generate_series(1, $3::integer) n`,
        [tenant, second, many],
      );
      second += many;
    }
  });
});
afterAll(() => world.close());

const turns = ['flood1', 'quiet1', 'still1', 'flood2', 'quiet2', 'flood3', 'quiet3', 'flood4'];

test('when more is due than one look takes, tenants take turns, each its longest due first', async () => {
  const found = await findDueInstances(world.database, Date.now(), 50);
  expect(found.map(({ id }) => id).slice(0, 8)).toEqual(turns);
  expect(found).toHaveLength(50);
});

test('effects that were left for later are taken by turns too', async () => {
  const found = await findDueEffects(world.database, 50);
  expect(found.map(({ id }) => id).slice(0, 8)).toEqual(turns);
});
