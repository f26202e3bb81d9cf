import { hash, randomBytes } from 'node:crypto';
import { newId } from '@latchkey/kernel';
import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asTenant } from '../../../../test/support/as-tenant.ts';
import { keptPasskeys } from '../../../../test/support/kept-passkeys.ts';
import { publicOrigin, registrationWorld } from '../../../../test/support/registration-world.ts';
import { systemActor } from '../access/system-actor.ts';
import type { Sql, Statement } from '../db/sql.ts';
import type { CompleteInput } from './complete-passkey-registration.ts';
import { registrationUseCases } from './registration-use-cases.ts';
import { sessionKeyOf } from './session-key.ts';
import type { StartResult } from './start-passkey-registration.ts';

const actor = systemActor('demo');
let world: Awaited<ReturnType<typeof registrationWorld>>;
let user: { readonly id: string; readonly externalId: string };
beforeAll(async () => {
  world = await registrationWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  user = await world.newUser();
});

/** Works where the routes of the tenant do. */
const database = () => asTenant(world.database, 'demo');

/** One server process: it remembers what it started. */
const process = () =>
  registrationUseCases({
    newId,
    now: Date.now,
    randomBytes,
    trustOf: (_tenant: string, now: number) => ({ now }),
    publicOrigin: () => publicOrigin,
    ...keptPasskeys(world.database),
  });
type Process = ReturnType<typeof process>;

const start = ({ startPasskeyRegistration }: Process, sql: Sql = database()) =>
  startPasskeyRegistration(sql, actor, {
    storeName: 'people',
    user: { id: user.id },
    relyingPartyId: 'localhost',
    registrationPolicy: 'policy1',
  });
const respond = ({ clientRequest }: StartResult, origin: string = publicOrigin) =>
  createSoftAuthenticator().createCredential(clientRequest, { origin });
const complete = (
  { completePasskeyRegistration }: Process,
  started: StartResult,
  change: Partial<CompleteInput> = {},
  sql: Sql = database(),
) =>
  completePasskeyRegistration(sql, actor, {
    sessionId: started.sessionId,
    storeName: 'people',
    user: { id: user.id },
    clientResponse: respond(started),
    ...change,
  });
const set = (text: string, values: readonly unknown[]) =>
  world.owner.change({ name: `test.${hash('sha1', text)}`, text }, values);

/** The database, and the names of the statements that it was given. */
function listening(): { readonly sql: Sql; readonly heard: string[] } {
  const heard: string[] = [];
  const row: Sql['row'] = (statement: Statement, values) => {
    heard.push(statement.name);
    return database().row(statement, values);
  };
  return { sql: { ...database(), row }, heard };
}

describe('the process that started a registration', () => {
  test('completes it in one statement', async () => {
    const here = process();
    const started = await start(here);
    const { sql, heard } = listening();
    const { passkey } = await complete(here, started, {}, sql);
    expect(passkey.userId).toBe(user.id);
    expect(heard).toEqual(['registration-session.complete']);
  });

  test.each<[string, Partial<CompleteInput>]>([
    ['of another store', { storeName: 'strangers' }],
    ['of another user', { user: { id: 'NOBODY' } }],
    ['of another external id', { user: { externalId: 'nobody' } }],
    ['of an instance', { instanceId: 'INSTANCE' }],
  ])('lets no request %s end it, and its own can still', async (_name, change) => {
    const here = process();
    const started = await start(here);
    await expect(complete(here, started, change)).rejects.toMatchObject({
      code: 'passkey.session-not-found',
    });
    expect(await complete(here, started)).toMatchObject({ sessionId: started.sessionId });
  });

  test('knows the user by the external id of now, not of the start', async () => {
    const here = process();
    const started = await start(here);
    await set('update users set external_id = $2 where id = $1', [user.id, `new-${user.id}`]);
    const old = { user: { externalId: user.externalId } };
    await expect(complete(here, started, old)).rejects.toMatchObject({ code: 'passkey.session-not-found' });
    const present = { user: { externalId: `new-${user.id}` } };
    expect(await complete(here, started, present)).toMatchObject({ user: { id: user.id } });
  });

  test('burns the session of an answer that does not hold', async () => {
    const here = process();
    const started = await start(here);
    const forged = { clientResponse: respond(started, 'https://evil.test') };
    await expect(complete(here, started, forged)).rejects.toMatchObject({
      code: 'passkey.origin-not-allowed',
    });
    await expect(complete(here, started)).rejects.toMatchObject({ code: 'passkey.session-used' });
  });

  test('judges by the policy of now', async () => {
    const here = process();
    const started = await start(here);
    await set('update registration_policies set version = version + 1, algorithms = $1', [[-257]]);
    await expect(complete(here, started)).rejects.toMatchObject({ code: 'passkey.algorithm-not-allowed' });
    await set('update registration_policies set version = version + 1, algorithms = $1', [[-8, -7, -257]]);
  });

  test('refuses what has expired since', async () => {
    const here = process();
    const started = await start(here);
    await set('update registration_sessions set expires_at = now() where id = $1', [
      sessionKeyOf(started.sessionId),
    ]);
    await expect(complete(here, started)).rejects.toMatchObject({ code: 'passkey.session-expired' });
  });

  test('finds nothing of a start that was rolled back', async () => {
    const here = process();
    let started: StartResult | undefined;
    const rolledBack = database().transaction(async (sql) => {
      started = await start(here, sql);
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');
    await expect(complete(here, started as StartResult)).rejects.toMatchObject({
      code: 'passkey.session-not-found',
    });
  });
});

test('another process completes it after a read, once', async () => {
  const [here, elsewhere] = [process(), process()];
  const started = await start(here);
  const { sql, heard } = listening();
  expect(await complete(elsewhere, started, {}, sql)).toMatchObject({ sessionId: started.sessionId });
  expect(heard).toEqual(['registration-session.find', 'registration-session.complete']);
  await expect(complete(here, started)).rejects.toMatchObject({ code: 'passkey.session-used' });
});
