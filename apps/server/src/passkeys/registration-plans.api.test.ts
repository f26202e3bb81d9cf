import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../test/support/postgres.ts';
import { actorOf } from '../../../../test/support/registration-world.ts';
import type { Sql, Statement } from '../db/sql.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { registrationSessions } from './registration-sessions.sql.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase({ poolSize: 1 });
});
afterAll(() => db.close());

const bytes = new Uint8Array(16);
const draft = {
  sessionId: 'S',
  auditId: 'A',
  storeName: 'people',
  relyingPartyId: 'localhost',
  registrationPolicy: 'policy1',
  challengeHash: bytes,
  givenChallengeBytes: null,
  handle: bytes,
  isHandleGiven: false,
  publicOrigin: 'http://localhost',
};
const address = { tenant: 'demo', sessionId: 'S', storeName: 'people', user: { id: 'U' } };
const actor = actorOf('demo');

/** The plan that a connection keeps for a statement after its first runs. */
async function keptPlanOf(run: (sql: Sql) => Promise<unknown>): Promise<string> {
  const given: Statement[] = [];
  const row = async (statement: Statement) => void given.push(statement);
  await run({ ...db.database, row } as unknown as Sql).catch(() => undefined);
  const { name, text } = given[0] as Statement;
  const count = Math.max(...[...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)));
  const plan = `p${name.replace(/\W/g, '_')}`;
  const say = (sentence: string) =>
    inTenant('demo', () => db.database.rows<Record<string, string>>({ name: '', text: sentence }));
  await say('set plan_cache_mode = force_generic_plan');
  await say(`prepare ${plan} as ${text}`);
  const lines = await say(`explain execute ${plan}(${Array(count).fill('null').join(',')})`);
  return lines.map((line) => line['QUERY PLAN']).join('\n');
}

/** Plans made on a fresh database are kept while it fills, until autovacuum has counted. */
test.each<[string, (sql: Sql) => Promise<unknown>, readonly string[]]>([
  [
    'a start by id',
    (sql) => registrationSessions.start(sql, actor, { ...draft, user: { id: 'U' } }),
    ['users_pkey', 'user_handles_pkey'],
  ],
  [
    'a start by external id',
    (sql) => registrationSessions.start(sql, actor, { ...draft, user: { externalId: 'E' } }),
    ['users_tenant_id_store_id_external_id_key', 'user_handles_pkey'],
  ],
  [
    'a session read',
    (sql) => registrationSessions.find(sql, address),
    ['registration_sessions_pkey', 'users_pkey'],
  ],
])('%s looks up by whole keys on tables that nobody has counted', async (_what, run, keys) => {
  const plan = await keptPlanOf(run);
  expect(plan).not.toContain('Seq Scan');
  for (const key of keys) expect(plan).toContain(key);
});
