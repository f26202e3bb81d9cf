import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  publicOrigin,
  registrationWorld,
  type Started,
} from '../../../../test/support/registration-world.ts';

let world: Awaited<ReturnType<typeof registrationWorld>>;
beforeAll(async () => {
  world = await registrationWorld();
});
afterAll(() => world.close());

const parties = () => `${world.store}/relyingParties`;
const policies = (rpId = 'localhost') => `${parties()}/${rpId}/registrationPolicies`;
const refusal = (status: number, code: string) => ({ status, body: { code } });

describe('relying parties', () => {
  test('are created, listed, read, changed and deleted', async () => {
    const restrictedOrigins = ['https://login.example.com', 'https://example.com:8443'];
    const input = { relyingPartyId: 'example.com', name: 'Example', restrictedOrigins };
    const created = await world.call('POST', parties(), input);
    expect(created).toMatchObject({ status: 201, body: { ...input, createdBy: 'API Key: demo' } });
    const list = await world.call('GET', `${parties()}?sort=relyingPartyId,desc&size=1`);
    expect(list.body).toMatchObject({ totalElements: 2, content: [{ relyingPartyId: 'localhost' }] });
    expect(await world.call('GET', `${parties()}/example.com`)).toEqual({ status: 200, body: created.body });
    const changed = await world.call('POST', `${parties()}/example.com`, { name: 'Renamed' });
    expect(changed).toMatchObject({ status: 200, body: { name: 'Renamed', restrictedOrigins } });
    expect(await world.call('POST', parties(), input)).toMatchObject(
      refusal(409, 'relying-party.id-not-unique'),
    );
    expect(await world.call('DELETE', `${parties()}/example.com`)).toEqual({ status: 204, body: {} });
    expect(await world.call('GET', `${parties()}/example.com`)).toMatchObject(
      refusal(404, 'relying-party.not-found'),
    );
    expect(await world.call('DELETE', `${parties()}/example.com`)).toMatchObject(
      refusal(404, 'relying-party.not-found'),
    );
  });

  test('with a bad id or origin are refused beside the field', async () => {
    const bad = { relyingPartyId: 'https://example.com', name: 'Bad' };
    expect(await world.call('POST', parties(), bad)).toMatchObject({
      ...refusal(400, 'relying-party.invalid'),
      body: { errors: [{ pointer: '/relyingPartyId' }] },
    });
    const change = { restrictedOrigins: ['https://localhost', 'https://evil.test'] };
    expect(await world.call('POST', `${parties()}/localhost`, change)).toMatchObject({
      ...refusal(400, 'relying-party.invalid'),
      body: { errors: [{ pointer: '/restrictedOrigins/1' }] },
    });
  });

  test('that still have passkeys cannot be deleted', async () => {
    await world.call('POST', parties(), { relyingPartyId: 'used.localhost', name: 'Used' });
    await world.call('POST', policies('used.localhost'), { name: 'policy1' });
    const user = await world.newUser();
    const path = world.startOf(user.id).replace('localhost', 'used.localhost');
    const { body } = await world.call<Started>('POST', path, {});
    const clientResponse = createSoftAuthenticator().createCredential(body.clientRequest, {
      origin: 'https://used.localhost',
    });
    const session = `${world.store}/passkeys/registrations/sessions/${body.sessionId}`;
    expect(await world.call('POST', session, { clientResponse })).toMatchObject({ status: 200 });
    expect(await world.call('DELETE', `${parties()}/used.localhost`)).toMatchObject(
      refusal(409, 'relying-party.in-use'),
    );
  });

  test('of another tenant or store are absent', async () => {
    expect(await world.call('GET', `${parties()}/localhost`, undefined, 'other')).toMatchObject(
      refusal(404, 'store.not-found'),
    );
    await world.call('POST', '/api/identity-store/stores', { name: 'empty' });
    const elsewhere = `${parties()}/localhost`.replace('people', 'empty');
    expect(await world.call('GET', elsewhere)).toMatchObject(refusal(404, 'relying-party.not-found'));
    expect(await world.call('GET', `${parties()}/localhost`, undefined, 'poor')).toMatchObject({
      status: 403,
    });
  });
});

describe('registration policies', () => {
  test('have the defaults, and a version that rises with each change', async () => {
    const created = await world.call('POST', policies(), { name: 'plain' });
    expect(created).toMatchObject({
      status: 201,
      body: {
        name: 'plain',
        version: 1,
        algorithms: [-8, -7, -257],
        timeoutMs: 300_000,
        attestation: 'none',
        legacyAlgorithms: false,
      },
    });
    expect(created.body).not.toHaveProperty('attachment');
    const one = `${policies()}/plain`;
    const set = await world.call('POST', one, { attachment: 'platform', timeoutMs: 60_000 });
    expect(set).toMatchObject({
      status: 200,
      body: { version: 2, attachment: 'platform', timeoutMs: 60_000 },
    });
    const cleared = await world.call('POST', one, { attachment: null });
    expect(cleared).toMatchObject({ body: { version: 3, timeoutMs: 60_000 } });
    expect(cleared.body).not.toHaveProperty('attachment');
    expect(await world.call('GET', one)).toEqual({ status: 200, body: cleared.body });
    const list = await world.call('GET', policies());
    expect(list.body).toMatchObject({ totalElements: 2, content: [{ name: 'plain' }, { name: 'policy1' }] });
    expect(await world.call('POST', policies(), { name: 'plain' })).toMatchObject(
      refusal(409, 'registration-policy.name-not-unique'),
    );
    expect(await world.call('POST', one, { name: 'policy1' })).toMatchObject(
      refusal(409, 'registration-policy.name-not-unique'),
    );
    expect(await world.call('DELETE', one)).toMatchObject({ status: 204 });
    expect(await world.call('GET', one)).toMatchObject(refusal(404, 'registration-policy.not-found'));
  });

  test.each([
    ['/timeoutMs', { timeoutMs: 1000 }],
    ['/algorithms/0', { algorithms: [-65535, -7] }],
    ['/userVerification', { credentialProtection: 'userVerificationRequired' }],
  ])('that no browser could satisfy are refused at %s', async (pointer, settings) => {
    const answer = await world.call('POST', policies(), { name: 'bad', ...settings });
    expect(answer).toMatchObject({
      ...refusal(400, 'registration-policy.invalid'),
      body: { errors: [{ pointer }] },
    });
  });

  test('the whole of the guide’s example is configurable and honoured', async () => {
    const algorithms = [-65535, -257, -258, -259, -37, -38, -39, -7, -35, -36, -8, -43];
    const settings = {
      attachment: 'platform',
      algorithms,
      legacyAlgorithms: true,
      timeoutMs: 30_000,
      credentialProtection: 'userVerificationOptional',
    };
    expect(await world.call('POST', policies(), { name: 'guide', ...settings })).toMatchObject({
      status: 201,
      body: settings,
    });
    const user = await world.newUser();
    const { body } = await world.call<Started>(
      'POST',
      world.startOf(user.id).replace('policy1', 'guide'),
      {},
    );
    expect(body.clientRequest).toMatchObject({
      pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
      timeout: 30_000,
      excludeCredentials: [],
      authenticatorSelectionCriteria: {
        authenticatorAttachment: 'platform',
        residentKey: 'preferred',
        requireResidentKey: false,
        userVerification: 'preferred',
      },
      attestation: 'none',
      extensions: { credProps: true, credentialProtectionPolicy: 'userVerificationOptional' },
    });
    const clientResponse = createSoftAuthenticator().createCredential(body.clientRequest, {
      origin: publicOrigin,
    });
    const session = `${world.store}/passkeys/registrations/sessions/${body.sessionId}`;
    expect(await world.call('POST', session, { clientResponse })).toMatchObject({ status: 200 });
  });
});
