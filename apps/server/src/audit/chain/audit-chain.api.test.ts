import { newId } from '@latchkey/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asTenant } from '../../../../../test/support/as-tenant.ts';
import { type TestClient, type TestServer, testServer } from '../../../../../test/support/server.ts';
import type { Actor } from '../../access/actor.ts';
import { systemActor } from '../../access/system-actor.ts';
import type { Database } from '../../db/sql.ts';
import { recordAudit } from '../record-audit.ts';
import { forgetOldRecords } from './forget-records.ts';
import { linkRecords } from './link-records.ts';

let server: TestServer;
let database: Database;
let acme: TestClient;

const run = (text: string) => server.owner.change({ name: `test.${text}`.slice(0, 60), text });
const record = (action: string, tenant = 'acme', facts = {}) =>
  recordAudit(asTenant(database, tenant), systemActor(tenant), { action, facts });
/** Makes what is not linked yet old enough for it. */
const age = () =>
  run(`update audit set at = at - interval '4 seconds'
    where not exists (select from audit_links l where l.record_id = audit.id)`);
const verify = async (body: object = {}, client = acme) =>
  (await client.call('POST', '/api/audit/chain/verify', body)).body;
const chain = async () => (await acme.call('GET', '/api/audit/chain')).body;

async function linkAll(): Promise<void> {
  await age();
  while ((await linkRecords(database)) > 0);
}

beforeEach(async () => {
  server = await testServer();
  database = server.database;
  acme = await server.client('acme');
  for (let n = 0; n < 20; n += 1) await record(`thing.${n}`, 'acme', { n, nested: { b: 1, a: [n] } });
  await linkAll();
});
afterEach(() => server.close());

describe('the chain of the audit', () => {
  test('is whole, and its records say where they are in it', async () => {
    const { newest } = await chain();
    expect(newest.position).toBeGreaterThanOrEqual(20);
    expect(await verify()).toEqual({ checked: newest.position, erased: 0, reached: newest, isEnd: true });
    const { content } = (await acme.call('GET', '/api/audit?action=thing.3')).body;
    expect(content[0]).toMatchObject({
      position: expect.any(Number),
      hash: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  test('leaves what is seconds old for later', async () => {
    await record('thing.new');
    expect(await linkRecords(database)).toBe(0);
    const { content } = (await acme.call('GET', '/api/audit?action=thing.new')).body;
    expect(content[0]).not.toHaveProperty('position');
    await linkAll();
    expect((await verify()).fault).toBeUndefined();
  });

  test.each([
    ['its action', "update audit set action = 'thing.other' where action = 'thing.7'", 'changed'],
    ['its actor', "update audit set actor = 'Nobody' where action = 'thing.7'", 'changed'],
    ['a fact', `update audit set facts = '{"n":8}' where action = 'thing.7'`, 'changed'],
    ['its moment', "update audit set at = at - interval '1 microsecond' where action = 'thing.7'", 'changed'],
    ['its outcome', "update audit set outcome = 'FAILURE' where action = 'thing.7'", 'changed'],
    ['that it is there', "delete from audit where action = 'thing.7'", 'record-missing'],
    [
      'its salt, as if it were erased',
      "update audit_links set salt = null where record_id = (select id from audit where action = 'thing.7')",
      'changed',
    ],
    [
      'its link',
      "delete from audit_links where record_id = (select id from audit where action = 'thing.7')",
      'link-missing',
    ],
    [
      'the end of the chain',
      "delete from audit_links where position >= (select position from audit_links where record_id = (select id from audit where action = 'thing.7'))",
      'head-missing',
    ],
  ])('shows that somebody changed %s', async (_what, change, kind) => {
    const { reached } = await verify();
    expect(await run(change)).toBeGreaterThan(0);
    const { fault } = await verify();
    expect(fault).toMatchObject({ kind });
    expect(fault.position).toBeLessThanOrEqual(reached.position);
    const { content } = (await acme.call('GET', '/api/audit?action=audit.verified')).body;
    expect(content[0]).toMatchObject({ outcome: 'FAILURE', code: `audit.${kind}` });
  });

  test('shows a record that was put in afterwards', async () => {
    await run(`insert into audit (tenant_id, id, at, actor_kind, actor, action, outcome)
      values ('acme', 'FORGED', now() - interval '2 days', 'client', 'Portal', 'user.created', 'SUCCESS')`);
    await linkAll();
    expect((await verify()).fault).toEqual({ kind: 'record-not-linked', recordId: 'FORGED' });
  });

  test('passes a place that was kept, and shows when it was made anew since', async () => {
    const { newest } = await chain();
    await record('thing.later');
    await linkAll();
    expect((await verify({ anchor: newest })).fault).toBeUndefined();
    await run('delete from audit_links');
    await run('delete from audit_chains');
    await run("delete from audit where action = 'thing.7'");
    await linkAll();
    expect((await verify()).fault).toBeUndefined();
    expect((await verify({ anchor: newest })).fault).toMatchObject({ kind: 'place-differs' });
  });

  test('can be checked in parts', async () => {
    const { content } = (await acme.call('GET', '/api/audit?action=thing.9')).body;
    const from = { position: content[0].position, hash: content[0].hash };
    const { checked, reached, isEnd } = await verify({ from });
    expect({ checked, isEnd }).toEqual({ checked: reached.position - from.position, isEnd: true });
    const other = { position: from.position, hash: 'A'.repeat(43) };
    expect((await verify({ from: other })).fault).toEqual({ kind: 'place-differs', position: from.position });
  });

  test('takes in a record whose transaction ended late', async () => {
    const { promise: held, resolve: finish } = Promise.withResolvers<void>();
    const { promise: written, resolve: wrote } = Promise.withResolvers<void>();
    const slow = asTenant(database, 'acme').transaction(async (sql) => {
      await recordAudit(sql, systemActor('acme'), { action: 'thing.late' });
      wrote();
      await held;
    });
    await written;
    await record('thing.overtaking');
    await linkAll();
    finish();
    await slow;
    await age();
    await run("update audit_chains set searched_at = now() - interval '15 minutes'");
    expect(await linkRecords(database)).toBe(1);
    expect((await verify()).fault).toBeUndefined();
  });

  test('is linked once by several processes at a time', async () => {
    for (let n = 0; n < 50; n += 1) await record(`more.${n}`);
    await record('other.thing', 'acme');
    await age();
    const linked = await Promise.all(Array.from({ length: 8 }, () => linkRecords(database)));
    expect(linked.reduce((sum, each) => sum + each, 0)).toBeGreaterThanOrEqual(51);
    expect((await verify()).fault).toBeUndefined();
  });

  test('of one tenant says nothing of another', async () => {
    const other = await server.client('other');
    await linkAll();
    await run("delete from audit where tenant_id = 'acme' and action = 'thing.7'");
    expect((await verify({}, other)).fault).toBeUndefined();
    const { newest } = await chain();
    expect((await verify({ from: newest }, other)).fault).toMatchObject({ kind: 'place-differs' });
  });
});

describe('what is kept', () => {
  test('is as long as the tenant says, and the rest stays whole', async () => {
    await run("update audit set at = at - interval '40 days' where action in ('thing.0', 'thing.1')");
    await run('delete from audit_links');
    await run('delete from audit_chains');
    await linkAll();
    expect(await forgetOldRecords(database)).toBe(0);
    const set = await acme.call('POST', '/api/audit/chain', { keepDays: 30 });
    expect(set).toMatchObject({ status: 200, body: { keepDays: 30 } });
    expect(await forgetOldRecords(database)).toBe(2);
    expect(await forgetOldRecords(database)).toBe(0);
    expect((await acme.call('GET', '/api/audit?action=thing.0')).body.content).toEqual([]);
    expect((await chain()).keptFrom.position).toBe(2);
    expect((await verify()).fault).toBeUndefined();
    await run("delete from audit where action = 'thing.2'");
    expect((await verify()).fault).toMatchObject({ kind: 'record-missing' });
  });

  test.each([29, 36_501, 1.5, '30'])('is not %j days', async (keepDays) => {
    expect((await acme.call('POST', '/api/audit/chain', { keepDays })).status).toBe(400);
  });

  test('loses the name and the facts of an operator who asks for it, not that something happened', async () => {
    const operator: Actor = {
      kind: 'operator',
      tenant: 'acme',
      id: newId(),
      name: 'Ada Lovelace',
      permissions: new Set(),
    };
    await recordAudit(asTenant(database, 'acme'), operator, {
      action: 'thing.named',
      facts: { device: 'her phone' },
    });
    await linkAll();
    const erase = (operatorId: string) => acme.call('POST', '/api/audit/erase', { operatorId });
    expect((await erase(newId())).body).toEqual({ erased: 0 });
    expect((await erase(operator.id)).body).toEqual({ erased: 1 });
    const { content } = (await acme.call('GET', '/api/audit?action=thing.named')).body;
    expect(content[0]).toMatchObject({ actor: 'erased', facts: {} });
    expect(await verify()).toMatchObject({ erased: 1, isEnd: true });
    expect((await verify()).fault).toBeUndefined();
  });
});
