import { newId } from '@latchkey/kernel';
import type { AuthenticationRequest } from '@latchkey/passkeys';
import { createSoftAuthenticator, type SoftCeremony } from '@latchkey/passkeys/soft-authenticator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicUrl as origin } from '../../../../test/support/composed.ts';
import { registrationWorld } from '../../../../test/support/registration-world.ts';

type Started = { readonly clientRequest: AuthenticationRequest; readonly sessionId: string };

let world: Awaited<ReturnType<typeof registrationWorld>>;
beforeAll(async () => {
  world = await registrationWorld();
});
afterAll(() => world.close());

const party = 'passkeys/relyingParties/localhost/authentications';
const post = (path: string, body: object = {}, key?: string) => world.call('POST', path, body, key);
const started = async (path: string, body: object = {}): Promise<Started> =>
  (await post(`${world.store}/${path}`, body)).body as unknown as Started;
const ended = ({ sessionId }: Started, body: object, key?: string) =>
  post(`${world.store}/passkeys/authentications/sessions/${sessionId}`, body, key);

/** A user with a passkey. */
async function registered(device = createSoftAuthenticator({ seed: newId(), hasCounter: true })) {
  const user = await world.newUser({ externalId: newId() });
  const { body } = await post(world.startOf(user.id));
  const clientResponse = device.createCredential(body.clientRequest as never, { origin });
  await post(`${world.store}/passkeys/registrations/sessions/${body.sessionId}`, { clientResponse });
  const answerTo = ({ clientRequest }: Started, ceremony: Partial<SoftCeremony> = {}) =>
    device.getAssertion(clientRequest, { origin, ...ceremony });
  return { ...user, device, answerTo };
}

describe('a back end signs users in', () => {
  test('by id, by external id, or as whoever the passkey tells', async () => {
    const ada = await registered();
    for (const path of [`users/${ada.id}/${party}`, `users/${ada.externalId}/${party}/ext`, party]) {
      const session = await started(path);
      expect(session.clientRequest).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
      expect(session.clientRequest.allowCredentials).toHaveLength(path === party ? 0 : 1);
      const { status, body } = await ended(session, { clientResponse: ada.answerTo(session) });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        sessionId: session.sessionId,
        user: { id: ada.id, externalId: ada.externalId },
        passkey: { userId: ada.id },
        userVerified: true,
      });
    }
  });

  test('says whether the device verified the person, and says the same when the answer comes again', async () => {
    const ada = await registered();
    for (const [fault, userVerified] of [
      [undefined, true],
      ['user-not-verified', false],
    ] as const) {
      const session = await started(party, { userVerification: 'preferred' });
      const answer = ada.answerTo(session, fault && { fault });
      for (const _ of ['first', 'again'])
        expect((await ended(session, answer)).body).toMatchObject({ user: { id: ada.id }, userVerified });
    }
  });

  test('takes the browser’s answer as it is, and the winning answer again gets its result again', async () => {
    const ada = await registered();
    const session = await started(party);
    const answer = ada.answerTo(session);
    const first = await ended(session, answer);
    expect((await ended(session, answer)).body).toEqual(first.body);
    const other = await ended(session, ada.answerTo(session));
    expect(other.body.code).toBe('passkey.authentication-used');
  });

  test('counts one of many answers at once', async () => {
    const ada = await registered();
    const session = await started(party);
    const answers = Array.from({ length: 8 }, () => ada.answerTo(session));
    const codes = (await Promise.all(answers.map((answer) => ended(session, answer)))).map(
      ({ status, body }) => (status === 200 ? 'signed in' : body.code),
    );
    expect(codes.filter((code) => code === 'signed in')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['signed in', 'passkey.authentication-used']));
  });

  test('counts one of two authenticators with one counter', async () => {
    const seed = newId();
    const ada = await registered(createSoftAuthenticator({ seed, hasCounter: true }));
    for (let round = 0; round < 5; round += 1) {
      const sessions = await Promise.all(Array.from({ length: 4 }, () => started(party)));
      const [credential] = ada.device.credentials;
      const before = credential?.signCount ?? 0;
      const answers = sessions.map((session) => {
        if (credential) credential.signCount = before;
        return ada.answerTo(session);
      });
      const ends = await Promise.all(answers.map((answer, at) => ended(sessions[at] as Started, answer)));
      const codes = ends.map(({ status, body }) => (status === 200 ? 'signed in' : body.code)).sort();
      expect(codes).toEqual([...Array(3).fill('passkey.counter-not-increased'), 'signed in']);
    }
  });

  test.each([
    ['a wrong origin', { fault: 'wrong-origin' }, 'passkey.origin-not-allowed'],
    ['another challenge', { fault: 'wrong-challenge' }, 'passkey.challenge-mismatch'],
    ['nobody verified', { fault: 'user-not-verified' }, 'passkey.user-not-verified'],
  ] as const)('refuses %s, and burns the session', async (_what, ceremony, code) => {
    const ada = await registered();
    const session = await started(party);
    expect((await ended(session, ada.answerTo(session, ceremony))).body.code).toBe(code);
    expect((await ended(session, ada.answerTo(session))).body.code).toBe('passkey.authentication-used');
  });

  test('refuses what comes after its time, and an empty body burns nothing', async () => {
    const ada = await registered();
    const session = await started(party);
    expect((await ended(session, {})).body.code).toBe('passkey.response-malformed');
    await world.owner.change({
      name: 'test.expire-authentications',
      text: 'update authentication_sessions set expires_at = clock_timestamp()',
    });
    const late = await ended(session, ada.answerTo(session));
    expect([late.status, late.body.code]).toEqual([410, 'passkey.authentication-expired']);
  });

  test('proves nothing to a journey', async () => {
    const ada = await registered();
    const session = await started(party);
    await ended(session, ada.answerTo(session));
    expect(
      await world.owner.rows(
        { name: 'test.proofs-of', text: 'select kind from user_proofs where user_id = $1' },
        [ada.id],
      ),
    ).toEqual([]);
  });

  test('finds no session of another tenant or store', async () => {
    const ada = await registered();
    const session = await started(party);
    expect((await ended(session, ada.answerTo(session), 'other')).status).toBe(404);
    await post('/api/identity-store/stores', { name: 'elsewhere' });
    const elsewhere = `/api/identity-store/stores/elsewhere/passkeys/authentications/sessions/${session.sessionId}`;
    expect((await post(elsewhere, ada.answerTo(session))).body.code).toBe('passkey.authentication-not-found');
    expect((await ended(session, ada.answerTo(session))).status).toBe(200);
  });
});
