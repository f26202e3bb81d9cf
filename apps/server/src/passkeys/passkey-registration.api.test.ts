import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  publicOrigin,
  registrationWorld,
  type Started,
} from '../../../../test/support/registration-world.ts';

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
});
