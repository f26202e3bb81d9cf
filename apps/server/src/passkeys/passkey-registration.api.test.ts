import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  publicOrigin,
  registrationWorld,
  type Started,
} from '../../../../test/support/registration-world.ts';
import { sessionKeyOf } from './session-key.ts';

type Completed = {
  readonly sessionId: string;
  readonly passkey: { readonly id: string; readonly credentialId: string; readonly name: string };
  readonly user: { readonly id: string };
};

let world: Awaited<ReturnType<typeof registrationWorld>>;
beforeAll(async () => {
  world = await registrationWorld();
});
afterAll(() => world.close());

const place = { origin: publicOrigin } as const;
const browser = () => createSoftAuthenticator();

async function started(user: { id: string }, body: unknown = {}) {
  const answer = await world.call<Started>('POST', world.startOf(user.id), body);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body;
}

const sessionOf = (userId: string, sessionId: string) =>
  `${world.store}/users/${userId}/passkeys/registrations/sessions/${sessionId}`;

describe('the requests of the guide', () => {
  test('start answers every member of the example and what browsers need', async () => {
    const user = await world.newUser({ email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' });
    const { clientRequest, sessionId } = await started(user);
    expect(sessionId).toMatch(/^[A-Z2-7]{26}$/);
    expect(clientRequest).toEqual({
      rp: { name: 'passkeyConfig', id: 'localhost' },
      user: { id: expect.any(String), name: 'ada@example.com', displayName: 'Ada Lovelace' },
      challenge: expect.any(String),
      pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
      timeout: 300_000,
      excludeCredentials: [],
      authenticatorSelection: expect.any(Object),
      authenticatorSelectionCriteria: {
        residentKey: 'preferred',
        requireResidentKey: false,
        userVerification: 'preferred',
      },
      hints: [],
      attestation: 'none',
      extensions: { credProps: true },
    });
    expect(clientRequest.authenticatorSelection).toEqual(clientRequest.authenticatorSelectionCriteria);
    expect(Buffer.from(clientRequest.challenge, 'base64url')).toHaveLength(64);
    expect(Buffer.from(clientRequest.user.id, 'base64url')).toHaveLength(32);
  });

  test('complete on the session path gives the passkey', async () => {
    const user = await world.newUser();
    const { clientRequest, sessionId } = await started(user);
    const clientResponse = browser().createCredential(clientRequest, place);
    const answer = await world.call<Completed>('POST', sessionOf(user.id, sessionId), { clientResponse });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        sessionId,
        user: { id: user.id, externalId: user.externalId },
        passkey: {
          userId: user.id,
          credentialId: clientResponse.id,
          relyingPartyId: 'localhost',
          name: expect.stringMatching(/^Passkey on this device, \d{4}-\d\d-\d\d$/),
          status: 'ACTIVE',
          origin: publicOrigin,
          hints: { transports: ['internal'], attachment: 'platform', discoverable: true },
          createdBy: 'API Key: demo',
        },
      },
    });
  });

  test.each([
    ['its raw form', (response: object) => response],
    ['clientResponse', (clientResponse: object) => ({ clientResponse })],
  ])('complete takes the response as %s', async (_name, wrapped) => {
    const user = await world.newUser();
    const { clientRequest, sessionId } = await started(user);
    const response = browser().createCredential(clientRequest, place);
    const answer = await world.call('POST', sessionOf(user.id, sessionId), wrapped(response));
    expect(answer).toMatchObject({ status: 200, body: { passkey: { credentialId: response.id } } });
  });

  test('start takes an absent body', async () => {
    const user = await world.newUser();
    expect(await world.call('POST', world.startOf(user.id))).toMatchObject({ status: 200 });
  });
});

describe('every path', () => {
  const external = (path: string) => `${world.store}/users/ext%2F1%20%C3%A9/passkeys/${path}/ext`;
  const policyPath = 'relyingParties/localhost/registrations/policy1';

  test('by external id, start and complete end in /ext and ask for the other permission', async () => {
    await world.newUser({ externalId: 'ext/1 é' });
    const forbidden = await world.call('POST', external(policyPath), {}, 'byId');
    expect(forbidden).toMatchObject({ status: 403, body: { code: 'access.forbidden' } });
    const { body } = await world.call<Started>('POST', external(policyPath), {}, 'byExtId');
    const clientResponse = browser().createCredential(body.clientRequest, place);
    const path = external(`registrations/sessions/${body.sessionId}`);
    const answer = await world.call('POST', path, { clientResponse }, 'byExtId');
    expect(answer).toMatchObject({ status: 200, body: { user: { externalId: 'ext/1 é' } } });
  });

  test.each(['byId', 'byExtId'])('the session path of the store serves the holder of %s', async (token) => {
    const { clientRequest, sessionId } = await started(await world.newUser());
    const clientResponse = browser().createCredential(clientRequest, place);
    const path = `${world.store}/passkeys/registrations/sessions/${sessionId}`;
    expect(await world.call('POST', path, { clientResponse }, 'poor')).toMatchObject({ status: 403 });
    expect(await world.call('POST', path, { clientResponse }, token)).toMatchObject({ status: 200 });
  });

  test('the start path completes when the body names a session, as the prose of the guide says', async () => {
    const user = await world.newUser();
    const { clientRequest, sessionId } = await started(user);
    const clientResponse = browser().createCredential(clientRequest, place);
    const answer = await world.call<Completed>('POST', world.startOf(user.id), { sessionId, clientResponse });
    expect(answer).toMatchObject({ status: 200, body: { sessionId, passkey: { userId: user.id } } });
    expect(answer.body).not.toHaveProperty('clientRequest');
  });
});

describe('what the caller may give', () => {
  test('names and user handle appear in the options; the handle stays for the user', async () => {
    const user = await world.newUser();
    const userHandle = Buffer.alloc(24, 7).toString('base64url');
    const first = await started(user, { userHandle, userName: 'ada', userDisplayName: 'Ada' });
    expect(first.clientRequest.user).toEqual({ id: userHandle, name: 'ada', displayName: 'Ada' });
    expect((await started(user)).clientRequest.user.id).toBe(userHandle);
  });

  test('a challenge is taken only by a policy that allows it', async () => {
    const challenge = Buffer.alloc(32, 9).toString('base64url');
    const user = await world.newUser();
    const refused = await world.call('POST', world.startOf(user.id), { challenge });
    expect(refused).toMatchObject({ status: 422, body: { code: 'passkey.challenge-not-allowed' } });
    const policies = `${world.store}/relyingParties/localhost/registrationPolicies`;
    await world.call('POST', policies, { name: 'external', allowExternalChallenge: true });
    const path = world.startOf(user.id).replace('policy1', 'external');
    const { body } = await world.call<Started>('POST', path, { challenge });
    expect(body.clientRequest.challenge).toBe(challenge);
  });
});

test('a second registration excludes the first passkey and keeps the handle', async () => {
  const user = await world.newUser();
  const one = browser();
  const first = await started(user);
  const clientResponse = one.createCredential(first.clientRequest, place);
  await world.call('POST', sessionOf(user.id, first.sessionId), { clientResponse });
  const second = await started(user);
  expect(second.clientRequest.excludeCredentials).toEqual([
    { type: 'public-key', id: clientResponse.id, transports: ['internal'] },
  ]);
  expect(second.clientRequest.user.id).toBe(first.clientRequest.user.id);
  expect(() => one.createCredential(second.clientRequest, place)).toThrow('twice');
});

test('start and complete are in the audit with actor and target', async () => {
  const user = await world.newUser();
  const { clientRequest, sessionId } = await started(user);
  const clientResponse = browser().createCredential(clientRequest, place);
  const { body } = await world.call<Completed>('POST', sessionOf(user.id, sessionId), { clientResponse });
  const trail = await world.call<{ content: object[] }>(
    'GET',
    `/api/audit?targetKind=user&targetId=${user.id}&size=5&sort=at,asc`,
  );
  expect(trail.body.content.slice(-2)).toMatchObject([
    {
      action: 'passkey-registration.started-for-user',
      outcome: 'SUCCESS',
      actor: 'API Key: demo',
      facts: { sessionHash: sessionKeyOf(sessionId) },
    },
    {
      action: 'passkey-registration.completed',
      outcome: 'SUCCESS',
      facts: { sessionHash: sessionKeyOf(sessionId), passkeyId: body.passkey.id },
    },
  ]);
});
