import { setTimeout as sleep } from 'node:timers/promises';
import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asTenant } from '../../../../test/support/as-tenant.ts';
import {
  type Answer,
  publicOrigin,
  registrationWorld,
  type Started,
  serve,
} from '../../../../test/support/registration-world.ts';
import { openDatabase } from '../db/open-database.ts';
import type { Database } from '../db/sql.ts';
import { sessionKeyOf } from './session-key.ts';

let world: Awaited<ReturnType<typeof registrationWorld>>;
let secondPool: Database;
let second: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  world = await registrationWorld({ poolSize: 20 });
  secondPool = openDatabase(world.connectionString, { poolSize: 20 });
  second = await serve(secondPool, world.keys);
});
afterAll(async () => {
  await second.close();
  await secondPool.close();
  await world.close();
});

const place = { origin: publicOrigin } as const;
const respond = (session: Started) =>
  createSoftAuthenticator().createCredential(session.clientRequest, place);
const pathOf = (userId: string, session: Started) =>
  `${world.store}/users/${userId}/passkeys/registrations/sessions/${session.sessionId}`;

async function begin() {
  const user = await world.newUser();
  const { body } = await world.call<Started>('POST', world.startOf(user.id), {});
  return { user, session: body, path: pathOf(user.id, body) };
}

const passkeysOf = async (userId: string) =>
  (await world.call<{ totalElements: number }>('GET', `${world.store}/users/${userId}/passkeys`)).body
    .totalElements;

const tally = (answers: readonly Answer[]) => {
  const counts: Record<string, number> = {};
  for (const { status, body } of answers) {
    const key = status === 200 ? '200' : `${status} ${body.code}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
};

describe('one session, many answers at once', () => {
  test('forty different answers through two servers give exactly one passkey', async () => {
    const { user, session, path } = await begin();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) => {
        const { call } = at % 2 === 0 ? world : second;
        return call('POST', path, { clientResponse: respond(session) });
      }),
    );
    expect(tally(answers)).toEqual({ '200': 1, '409 passkey.session-used': 39 });
    expect(await passkeysOf(user.id)).toBe(1);
  });

  test('forty times the same answer gives forty times the same passkey', async () => {
    const { user, session, path } = await begin();
    const clientResponse = respond(session);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        (at % 2 === 0 ? world : second).call('POST', path, { clientResponse }),
      ),
    );
    expect(tally(answers)).toEqual({ '200': 40 });
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await passkeysOf(user.id)).toBe(1);
  });

  test('one credential offered to many sessions is kept once', async () => {
    const sessions = await Promise.all(Array.from({ length: 10 }, begin));
    const seed = `shared-${sessions[0]?.user.id}`;
    const answers = await Promise.all(
      sessions.map(({ session, path }) => {
        const clientResponse = createSoftAuthenticator({ seed }).createCredential(
          session.clientRequest,
          place,
        );
        return world.call('POST', path, { clientResponse });
      }),
    );
    expect(tally(answers)).toEqual({ '200': 1, '409 passkey.already-registered': 9 });
  });

  test('twenty first starts of one user share one user handle', async () => {
    const user = await world.newUser();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        (at % 2 === 0 ? world : second).call<Started>('POST', world.startOf(user.id), {}),
      ),
    );
    expect(new Set(answers.map(({ body }) => body.clientRequest.user.id)).size).toBe(1);
  });
});

describe('a replay', () => {
  const age = (sessionId: string) =>
    world.owner.change(
      {
        name: 'test.age-session',
        text: "update registration_sessions set ended_at = ended_at - interval '11 minutes' where id = $1",
      },
      [sessionKeyOf(sessionId)],
    );

  test('of the winning answer gets the same result for ten minutes, then 409; any other gets 409', async () => {
    const { session, path } = await begin();
    const clientResponse = respond(session);
    const won = await world.call('POST', path, { clientResponse });
    expect(await second.call('POST', path, { clientResponse })).toEqual(won);
    const other = await world.call('POST', path, { clientResponse: respond(session) });
    expect(other).toMatchObject({ status: 409, body: { code: 'passkey.session-used' } });
    await age(session.sessionId);
    const late = await world.call('POST', path, { clientResponse });
    expect(late).toMatchObject({ status: 409, body: { code: 'passkey.session-used' } });
  });

  test('after the passkey was deleted does not bring it back', async () => {
    const { user, session, path } = await begin();
    const clientResponse = respond(session);
    const won = await world.call<{ passkey: { id: string } }>('POST', path, { clientResponse });
    await world.call('DELETE', `${world.store}/users/${user.id}/passkeys/${won.body.passkey.id}`);
    expect(await world.call('POST', path, { clientResponse })).toMatchObject({ status: 409 });
    expect(await passkeysOf(user.id)).toBe(0);
  });
});

const isWaiting = {
  name: 'test.is-waiting',
  text: `select 1 as yes from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock' and query like '%registration_sessions%'`,
};
const isExpired = {
  name: 'test.is-expired',
  text: 'select 1 as yes from registration_sessions where id = $1 and expires_at <= clock_timestamp()',
};

async function until(fact: () => Promise<unknown>): Promise<void> {
  while (!(await fact())) await sleep(10);
}

test('a complete that waits for the row beyond the expiry is refused, although it began in time', async () => {
  const { user, session, path } = await begin();
  const soon = {
    name: 'test.expire-soon',
    text: "update registration_sessions set expires_at = clock_timestamp() + interval '3 seconds' where id = $1",
  };
  const lock = {
    name: 'test.lock-session',
    text: 'select 1 as yes from registration_sessions where id = $1 for update',
  };
  const held = asTenant(secondPool, 'demo');
  await held.change(soon, [sessionKeyOf(session.sessionId)]);
  const answer = await held.transaction(async (sql) => {
    await sql.row(lock, [sessionKeyOf(session.sessionId)]);
    const pending = world.call('POST', path, { clientResponse: respond(session) });
    await until(() => world.owner.row(isWaiting));
    expect(await world.owner.row(isExpired, [sessionKeyOf(session.sessionId)])).toBeUndefined();
    await until(() => world.owner.row(isExpired, [sessionKeyOf(session.sessionId)]));
    // The answer arrives only after this transaction let the row go.
    return { pending };
  });
  expect(await answer.pending).toMatchObject({ status: 410, body: { code: 'passkey.session-expired' } });
  expect(await passkeysOf(user.id)).toBe(0);
});
