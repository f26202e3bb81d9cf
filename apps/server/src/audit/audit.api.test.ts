import { Problem } from '@latchkey/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asTenant } from '../../../../test/support/as-tenant.ts';
import { type TestClient, type TestServer, testServer } from '../../../../test/support/server.ts';
import type { Actor } from '../access/actor.ts';
import { systemActor } from '../access/system-actor.ts';
import type { Database } from '../db/sql.ts';
import { audited } from './audited.ts';
import { recordAudit } from './record-audit.ts';

let server: TestServer;
let demo: TestClient;
let system: Actor;
let database: Database;

beforeAll(async () => {
  server = await testServer();
  demo = await server.client('demo');
  database = asTenant(server.database, 'demo');
  system = systemActor('demo');
});
afterAll(() => server.close());

const list = async (query: string) => (await demo.call('GET', `/api/audit?${query}`)).body.content;

describe('the audit', () => {
  test('keeps a fact with its actor, target, instance and facts', async () => {
    await recordAudit(database, system, {
      action: 'thing.done',
      target: { kind: 'thing', id: 't1' },
      instanceId: 'I1',
      facts: { colour: 'red' },
    });
    const record = {
      action: 'thing.done',
      outcome: 'SUCCESS',
      actor: 'System',
      actorKind: 'system',
      targetKind: 'thing',
      targetId: 't1',
      instanceId: 'I1',
      facts: { colour: 'red' },
    };
    expect(await list('action=thing.done')).toEqual([
      { ...record, id: expect.any(String), at: expect.stringMatching(/Z$/) },
    ]);
    expect(await list('targetKind=thing&targetId=t1')).toHaveLength(1);
    const [{ id }] = await list('action=thing.done');
    expect(await list(`id=${id}`)).toHaveLength(1);
    expect(await list('id=01K00000000000000000000000')).toHaveLength(0);
    expect(await list('instanceId=I1')).toHaveLength(1);
    expect(await list('instanceId=I2')).toHaveLength(0);
  });

  test('a failure is kept though the transaction that failed is undone', async () => {
    const fact = { action: 'thing.broken', target: { kind: 'thing' } };
    const work = () =>
      database.transaction(async (sql) => {
        await recordAudit(sql, system, fact);
        throw new Problem('thing.impossible', { title: 'No.', status: 409 });
      });
    await expect(audited(database, system, fact, work)).rejects.toThrow('No.');
    const records = await list('action=thing.broken');
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ outcome: 'FAILURE', code: 'thing.impossible' });
    expect(await list('outcome=SUCCESS&action=thing.broken')).toEqual([]);
  });

  test('is read newest first, by time, and only in its tenant', async () => {
    const other = await server.client('other');
    const created = await list('action=api-key.created');
    expect(created.length).toBeGreaterThan(0);
    expect((await other.call('GET', '/api/audit?action=thing.done')).body.totalElements).toBe(0);
    const all = await list('size=100');
    const times = all.map(({ at }: { at: string }) => at);
    expect(times).toEqual([...times].sort().reverse());
    expect(await list('from=2999-01-01T00:00:00Z')).toEqual([]);
    expect((await list('to=2999-01-01T00:00:00Z&size=100')).length).toBe(all.length);
    const refused = await demo.call('GET', '/api/audit?from=yesterday');
    expect([refused.status, refused.body.code]).toEqual([400, 'audit.invalid']);
  });
});
