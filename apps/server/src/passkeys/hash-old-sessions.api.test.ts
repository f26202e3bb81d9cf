import { randomBytes } from 'node:crypto';
import { newId, toBase64url } from '@latchkey/kernel';
import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publicOrigin, registrationWorld } from '../../../../test/support/registration-world.ts';
import { hashOldSessions } from './hash-old-sessions.ts';
import { sessionKeyOf } from './session-key.ts';

let world: Awaited<ReturnType<typeof registrationWorld>>;
beforeAll(async () => {
  world = await registrationWorld();
});
afterAll(() => world.close());

/** Starts a session, and stores it as the version before did: id and challenge in clear. */
async function startedBefore() {
  const user = await world.newUser({ externalId: newId() });
  const path = `${world.store}/users/${user.id}/passkeys`;
  const start = `${path}/relyingParties/localhost/registrations/policy1`;
  const { sessionId, clientRequest } = (
    await world.call<{ sessionId: string; clientRequest: never }>('POST', start, {})
  ).body;
  // Another process, which has not started it itself.
  const id = newId();
  const challenge = randomBytes(64);
  const old = 'update registration_sessions set id = $2, challenge = $3, challenge_hash = null where id = $1';
  await world.owner.change({ name: 'test.old', text: old }, [sessionKeyOf(sessionId), id, challenge]);
  const request = Object.assign({}, clientRequest, { challenge: toBase64url(challenge) });
  const answer = createSoftAuthenticator().createCredential(request as never, { origin: publicOrigin });
  const complete = () =>
    world.call('POST', `${path}/registrations/sessions/${id}`, { clientResponse: answer });
  return { id, challenge, complete };
}

const rows = () =>
  world.owner.rows<{ id: string; challenge: Uint8Array | null; challengeHash: Uint8Array | null }>({
    name: 'test.sessions',
    text: 'select id, challenge, challenge_hash as "challengeHash" from registration_sessions',
  });

test('a session that the version before started is ended by this one, and kept as hashes after it is over', async () => {
  const [going, over] = [await startedBefore(), await startedBefore()];
  expect(await over.complete()).toMatchObject({ status: 200, body: { sessionId: over.id } });
  expect(await hashOldSessions(world.database)).toBe(1);
  expect(await hashOldSessions(world.database)).toBe(0);
  const stored = await rows();
  expect(stored).toContainEqual({ id: going.id, challenge: going.challenge, challengeHash: null });
  expect(stored.map(({ id }) => id)).not.toContain(over.id);
  expect(stored.map(({ id }) => id)).toContain(sessionKeyOf(over.id));
  expect(await over.complete()).toMatchObject({ status: 200, body: { sessionId: over.id } });
  expect(await going.complete()).toMatchObject({ status: 200 });
  expect(await hashOldSessions(world.database)).toBe(1);
  expect((await rows()).filter(({ challenge }) => challenge !== null)).toEqual([]);
});

test('what is stored of a session does not end it', async () => {
  const user = await world.newUser({ externalId: newId() });
  const path = `${world.store}/users/${user.id}/passkeys`;
  const { body } = await world.call<{ sessionId: string }>(
    'POST',
    `${path}/relyingParties/localhost/registrations/policy1`,
    {},
  );
  const [row] = (await rows()).filter(({ id }) => id === sessionKeyOf(body.sessionId));
  expect(row?.id).toHaveLength(43);
  const answer = { clientResponse: { id: 'AAAA' } };
  const { status } = await world.call('POST', `${path}/registrations/sessions/${row?.id}`, answer);
  expect([400, 404]).toContain(status);
  const body2 = { sessionId: row?.id, ...answer };
  const again = await world.call('POST', `${path}/relyingParties/localhost/registrations/policy1`, body2);
  expect(again).toMatchObject({ status: 404, body: { code: 'passkey.session-not-found' } });
});
