import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicUrl, type TestClient, type TestServer, testServer } from '../../../../test/support/server.ts';

let server: TestServer;
let client: TestClient;
const party = '/api/identity-store/stores/customers/relyingParties/localhost';
const trialOf = (policy: string) => `${party}/registrationPolicies/${policy}/trial`;

beforeAll(async () => {
  server = await testServer();
  client = await server.client('demo');
  await client.call('POST', '/api/identity-store/stores', { name: 'customers' });
  await client.call('POST', `${party.replace('/localhost', '')}`, {
    relyingPartyId: 'localhost',
    name: 'Customers',
  });
  await client.call('POST', `${party}/registrationPolicies`, { name: 'open' });
  await client.call('POST', `${party}/registrationPolicies`, {
    name: 'strict',
    userVerification: 'required',
    residentKey: 'required',
  });
});
afterAll(() => server.close());

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by what the tests expect of them.
const post = async (path: string, body?: unknown): Promise<any> =>
  (await client.call('POST', path, body)).body;

async function tried(policy: string, device = createSoftAuthenticator(), origin = publicUrl) {
  const { trial, clientRequest } = await post(trialOf(policy));
  const clientResponse = device.createCredential(clientRequest, { origin });
  return post(`${trialOf(policy)}/verdict`, { trial, clientResponse });
}

describe('a trial of a policy', () => {
  test('tells every check and what the passkey would be, and keeps nothing', async () => {
    const before = await rowsLeft();
    const verdict = await tried('strict');
    expect(verdict).toMatchObject({
      accepted: true,
      facts: {
        userVerified: true,
        algorithm: expect.any(Number),
        attestationFormat: 'none',
        origin: publicUrl,
      },
    });
    expect(verdict.checks.length).toBeGreaterThan(20);
    expect(verdict.checks.every(({ outcome }: { outcome: string }) => outcome === 'PASSED')).toBe(true);
    expect(await rowsLeft()).toEqual(before);
  });

  test('says which check fails, what was found, and what was not looked at', async () => {
    const verdict = await tried('strict', createSoftAuthenticator(), 'https://elsewhere.example');
    expect(verdict).toMatchObject({
      accepted: false,
      problem: { code: 'passkey.origin-not-allowed', step: 'WebAuthn L3 7.1 step 9' },
    });
    const outcomes = Object.fromEntries(
      verdict.checks.map(({ code, outcome }: { code: string; outcome: string }) => [code, outcome]),
    );
    expect(outcomes).toMatchObject({
      'passkey.challenge-mismatch': 'PASSED',
      'passkey.origin-not-allowed': 'FAILED',
      'passkey.user-not-verified': 'NOT_REACHED',
    });
  });

  test('is judged only for the one who started it, by its policy, unaltered and in time', async () => {
    const { trial, clientRequest } = await post(trialOf('open'));
    const clientResponse = createSoftAuthenticator().createCredential(clientRequest, { origin: publicUrl });
    const over = { code: 'registration-policy.trial-over' };
    expect(await post(`${trialOf('strict')}/verdict`, { trial, clientResponse })).toMatchObject(over);
    const [text] = trial.split('.');
    for (const bad of ['x', `${text}.AAAA`, `${text}A.${trial.split('.')[1]}`, `${text}.`])
      expect(await post(`${trialOf('open')}/verdict`, { trial: bad, clientResponse })).toMatchObject(over);
    const another = await server.client('demo');
    const theirs = await another.call('POST', `${trialOf('open')}/verdict`, { trial, clientResponse });
    expect(theirs.body).toMatchObject(over);
    expect(await post(`${trialOf('open')}/verdict`, { trial, clientResponse })).toMatchObject({
      accepted: true,
    });
    server.clock.now += 700_000;
    expect(await post(`${trialOf('open')}/verdict`, { trial, clientResponse })).toMatchObject(over);
  });

  test('of a policy that is not there is not found', async () => {
    expect(await post(trialOf('none'))).toMatchObject({ code: 'registration-policy.not-found' });
  });
});

const rowsLeft = () =>
  server.database.row({
    name: 'test.rows-left',
    text: `select (select count(*) from registration_sessions) as sessions, (select count(*) from credentials) as passkeys,
      (select count(*) from user_handles) as handles, (select count(*) from users) as users`,
  });
