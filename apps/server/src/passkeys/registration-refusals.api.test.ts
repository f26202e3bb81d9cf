import { hash } from 'node:crypto';
import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  publicOrigin,
  registrationWorld,
  type Started,
} from '../../../../test/support/registration-world.ts';
import { sessionKeyOf } from './session-key.ts';

let world: Awaited<ReturnType<typeof registrationWorld>>;
let user: { readonly id: string; readonly externalId: string };
beforeAll(async () => {
  world = await registrationWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  user = await world.newUser();
});

const place = { origin: publicOrigin } as const;
const start = async (path = world.startOf(user.id)) => (await world.call<Started>('POST', path, {})).body;
const respond = ({ clientRequest }: Started, origin: string = publicOrigin) =>
  createSoftAuthenticator().createCredential(clientRequest, { origin });
const pathOf = ({ sessionId }: Started, userId = user.id) =>
  `${world.store}/users/${userId}/passkeys/registrations/sessions/${sessionId}`;
const complete = (session: Started, clientResponse: unknown = respond(session), token = 'demo') =>
  world.call('POST', pathOf(session), { clientResponse }, token);
const set = (text: string, values: readonly unknown[]) =>
  world.owner.change({ name: `test.${hash('sha1', text)}`, text }, values);
const policies = () => `${world.store}/relyingParties/localhost/registrationPolicies`;
const refusal = (status: number, code: string) => ({ status, body: { code, status } });

describe('a start is refused', () => {
  test.each([
    ['of an unknown store', (path: string) => path.replace('people', 'nobody'), 'store.not-found'],
    ['for an unknown user', (path: string) => path.replace(/users\/\w+/, 'users/nobody'), 'user.not-found'],
    [
      'at an unknown relying party',
      (path: string) => path.replace('localhost', 'a.test'),
      'relying-party.not-found',
    ],
    [
      'by an unknown policy',
      (path: string) => path.replace('policy1', 'none'),
      'registration-policy.not-found',
    ],
  ])('%s', async (_name, changed, code) => {
    expect(await world.call('POST', changed(world.startOf(user.id)), {})).toMatchObject(refusal(404, code));
  });

  test('to another tenant as if nothing were there, byte by byte', async () => {
    const foreign = await world.call('POST', world.startOf(user.id), {}, 'other');
    const absent = await world.call('POST', world.startOf(user.id).replace('people', 'nobody'), {}, 'other');
    expect(foreign).toMatchObject(refusal(404, 'store.not-found'));
    const same = ({ body: { title, detail, code, type } }: typeof foreign) => ({ title, detail, code, type });
    expect(same(foreign)).toEqual(same(absent));
  });

  test.each(['LOCKED', 'TEMP_LOCKED', 'DISABLED'])('for a user who is %s, and audited', async (status) => {
    await set('update users set status = $2 where id = $1', [user.id, status]);
    const answer = await world.call('POST', world.startOf(user.id), {});
    expect(answer).toMatchObject(refusal(409, 'passkey.user-not-allowed'));
    const trail = await world.call<{ content: object[] }>(
      'GET',
      `/api/audit?targetId=${user.id}&outcome=FAILURE`,
    );
    expect(trail.body.content).toMatchObject([
      { action: 'passkey-registration.started-for-user', code: 'passkey.user-not-allowed' },
    ]);
  });

  test('when the user holds as many passkeys as the store allows', async () => {
    const first = await start();
    expect(await complete(first)).toMatchObject({ status: 200 });
    await set('update stores set max_passkeys_per_user = 1', []);
    expect(await world.call('POST', world.startOf(user.id), {})).toMatchObject(
      refusal(409, 'passkey.limit-reached'),
    );
    await set('update stores set max_passkeys_per_user = 20 where true', []);
  });

  test('with a user handle that is short, an identifier, another user’s, or not the user’s own', async () => {
    const give = (userHandle: string, id = user.id) => world.call('POST', world.startOf(id), { userHandle });
    const bytes = (text: string) => Buffer.from(text).toString('base64url');
    expect(await give(bytes('short'))).toMatchObject(refusal(422, 'passkey.user-handle-invalid'));
    expect(await give(bytes(user.id))).toMatchObject(refusal(409, 'passkey.user-handle-conflict'));
    const taken = bytes(`handle-of-${user.id}`);
    expect(await give(taken)).toMatchObject({ status: 200 });
    expect(await give(taken)).toMatchObject({ status: 200 });
    expect(await give(bytes(`another-of-${user.id}`))).toMatchObject(
      refusal(409, 'passkey.user-handle-conflict'),
    );
    const other = await world.newUser();
    expect(await give(taken, other.id)).toMatchObject(refusal(409, 'passkey.user-handle-conflict'));
  });

  test('with a challenge that is too short', async () => {
    expect(await world.call('POST', world.startOf(user.id), { challenge: 'AAAA' })).toMatchObject(
      refusal(422, 'passkey.challenge-invalid'),
    );
  });
});

describe('a complete is refused', () => {
  test.each([
    ['from another origin', 'https://evil.test', 'passkey.origin-not-allowed'],
    ['from another port', 'http://localhost:3001', 'passkey.origin-not-allowed'],
  ])('%s, which burns the session and is audited', async (_name, origin, code) => {
    const session = await start();
    expect(await complete(session, respond(session, origin))).toMatchObject(refusal(422, code));
    expect(await complete(session)).toMatchObject(refusal(409, 'passkey.session-used'));
    const trail = await world.call<{ content: object[] }>(
      'GET',
      `/api/audit?targetId=${user.id}&outcome=FAILURE`,
    );
    expect(trail.body.content).toMatchObject([
      {
        action: 'passkey-registration.completed',
        code,
        facts: { sessionHash: sessionKeyOf(session.sessionId), step: 'WebAuthn L3 7.1 step 9' },
      },
    ]);
  });

  test('with the challenge of another session', async () => {
    const [one, other] = [await start(), await start()];
    expect(await complete(one, respond(other))).toMatchObject(refusal(422, 'passkey.challenge-mismatch'));
  });

  test('without a response, which leaves the session as it is', async () => {
    const session = await start();
    expect(await world.call('POST', pathOf(session), {})).toMatchObject(
      refusal(400, 'passkey.response-malformed'),
    );
    expect(await complete(session)).toMatchObject({ status: 200 });
  });

  test.each([
    ['under the id of another user', async () => pathOf(await start(), (await world.newUser()).id)],
    [
      'in another store',
      async () => {
        await world.call('POST', '/api/identity-store/stores', { name: 'others' });
        return pathOf(await start()).replace('people', 'others');
      },
    ],
    ['that does not exist', async () => pathOf({ ...(await start()), sessionId: 'A'.repeat(26) })],
  ])('for a session %s', async (_name, path) => {
    const answer = await world.call('POST', await path(), { clientResponse: { id: 'AAAA' } });
    expect(answer).toMatchObject(refusal(404, 'passkey.session-not-found'));
  });

  test('to another tenant, which does not burn the session', async () => {
    const session = await start();
    expect(await complete(session, { id: 'AAAA' }, 'other')).toMatchObject(
      refusal(404, 'passkey.session-not-found'),
    );
    expect(await complete(session)).toMatchObject({ status: 200 });
  });

  test('for a session of a process instance, which that instance alone completes', async () => {
    const session = await start();
    await set('update registration_sessions set instance_id = $2 where id = $1', [
      sessionKeyOf(session.sessionId),
      'I1',
    ]);
    expect(await complete(session)).toMatchObject(refusal(404, 'passkey.session-not-found'));
  });

  test('after the session expired, for ever', async () => {
    const session = await start();
    await set('update registration_sessions set expires_at = now() where id = $1', [
      sessionKeyOf(session.sessionId),
    ]);
    expect(await complete(session)).toMatchObject(refusal(410, 'passkey.session-expired'));
    await set("update registration_sessions set expires_at = now() + interval '1 hour' where id = $1", [
      sessionKeyOf(session.sessionId),
    ]);
    expect(await complete(session)).toMatchObject(refusal(410, 'passkey.session-expired'));
  });

  test('when the user was locked meanwhile', async () => {
    const session = await start();
    await set('update users set status = $2 where id = $1', [user.id, 'LOCKED']);
    expect(await complete(session)).toMatchObject(refusal(409, 'passkey.user-not-allowed'));
  });

  test('when the limit was reached meanwhile', async () => {
    const [one, other] = [await start(), await start()];
    expect(await complete(one)).toMatchObject({ status: 200 });
    await set('update stores set max_passkeys_per_user = 1', []);
    expect(await complete(other)).toMatchObject(refusal(409, 'passkey.limit-reached'));
    await set('update stores set max_passkeys_per_user = 20 where true', []);
  });

  test('when the passkey is already registered, saying nothing of its owner', async () => {
    const owner = user;
    const first = await start();
    const authenticator = createSoftAuthenticator({ seed: `twice-${owner.id}` });
    const answer = authenticator.createCredential(first.clientRequest, place);
    expect(await complete(first, answer)).toMatchObject({ status: 200 });
    user = await world.newUser();
    const second = await start();
    const again = createSoftAuthenticator({ seed: `twice-${owner.id}` });
    const same = again.createCredential(second.clientRequest, place);
    expect(same.id).toBe(answer.id);
    const refused = await complete(second, same);
    expect(refused).toMatchObject(refusal(409, 'passkey.already-registered'));
    expect(JSON.stringify(refused.body)).not.toContain(owner.id);
    expect(await complete(second, same)).toMatchObject(refusal(409, 'passkey.session-used'));
  });
});

describe('a policy that changed meanwhile', () => {
  const withPolicy = async (name: string, settings: object) => {
    await world.call('POST', policies(), { name, ...settings });
    return await start(world.startOf(user.id).replace('policy1', name));
  };

  test('and asks for more refuses what the old one took', async () => {
    const session = await withPolicy('stricter', { userVerification: 'preferred' });
    await world.call('POST', `${policies()}/stricter`, { userVerification: 'required' });
    const unverified = createSoftAuthenticator({ flags: { userVerified: false } });
    const answer = unverified.createCredential(session.clientRequest, place);
    expect(await complete(session, answer)).toMatchObject(refusal(422, 'passkey.user-not-verified'));
  });

  test('and asks for less still refuses what the old one refused', async () => {
    const session = await withPolicy('laxer', { userVerification: 'required' });
    await world.call('POST', `${policies()}/laxer`, { userVerification: 'discouraged' });
    const unverified = createSoftAuthenticator({ flags: { userVerified: false } });
    const answer = unverified.createCredential(session.clientRequest, place);
    expect(await complete(session, answer)).toMatchObject(refusal(422, 'passkey.user-not-verified'));
  });

  test('takes what both take', async () => {
    const session = await withPolicy('both', {});
    await world.call('POST', `${policies()}/both`, { userVerification: 'required' });
    expect(await complete(session)).toMatchObject({ status: 200 });
  });

  test('and contradicts the old one, or is gone, refuses everything', async () => {
    const contrary = await withPolicy('contrary', { attachment: 'platform' });
    await world.call('POST', `${policies()}/contrary`, { attachment: 'cross-platform' });
    expect(await complete(contrary)).toMatchObject(refusal(409, 'passkey.withdrawn'));
    const gone = await withPolicy('gone', {});
    await world.call('DELETE', `${policies()}/gone`);
    expect(await complete(gone)).toMatchObject(refusal(409, 'passkey.withdrawn'));
  });

  test('origins that were restricted meanwhile hold at once', async () => {
    const rp = `${world.store}/relyingParties/localhost`;
    const session = await start();
    await world.call('POST', rp, { restrictedOrigins: ['https://login.localhost'] });
    expect(await complete(session)).toMatchObject(refusal(409, 'passkey.withdrawn'));
    await world.call('POST', rp, { restrictedOrigins: [] });
  });
});
