import {
  createSoftAuthenticator,
  type SoftAuthenticatorOptions,
} from '@latchkey/passkeys/soft-authenticator';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  publicOrigin,
  registrationWorld,
  type Started,
} from '../../../../test/support/registration-world.ts';

let world: Awaited<ReturnType<typeof registrationWorld>>;
let user: { readonly id: string };
let policies: string;
let named = 0;
beforeAll(async () => {
  world = await registrationWorld();
  policies = `${world.store}/relyingParties/localhost/registrationPolicies`;
});
afterAll(() => world.close());
beforeEach(async () => {
  user = await world.newUser();
});

const policyOf = async (settings: object): Promise<string> => {
  named += 1;
  const name = `demands ${named}`;
  const { status, body } = await world.call('POST', policies, { name, ...settings });
  expect([status, body.errors]).toEqual([201, undefined]);
  return name;
};
const start = (name: string, body: object = {}) =>
  world.call<Started>('POST', world.startOf(user.id).replace('policy1', encodeURIComponent(name)), body);
const complete = ({ sessionId }: Started, clientResponse: unknown) =>
  world.call('POST', `${world.store}/users/${user.id}/passkeys/registrations/sessions/${sessionId}`, {
    clientResponse,
  });
const register = async (name: string, options: SoftAuthenticatorOptions = {}, ceremony: object = {}) => {
  const { body } = await start(name);
  const soft = createSoftAuthenticator(options);
  return complete(body, soft.createCredential(body.clientRequest, { origin: publicOrigin, ...ceremony }));
};
const softModel = 'a1b2c3d4-0000-0000-0000-000000000001';
const aaguid = Buffer.from(softModel.replaceAll('-', ''), 'hex');

describe('what a policy demands is judged on the server', () => {
  test.each<[string, object, SoftAuthenticatorOptions, string]>([
    [
      'a passkey bound to its device',
      { backup: 'device-bound' },
      { flags: { backupEligible: true } },
      'passkey.backup-not-allowed',
    ],
    ['one that may be synchronised', { backup: 'eligible' }, {}, 'passkey.backup-not-allowed'],
    [
      'one that is',
      { backup: 'backed-up' },
      { flags: { backupEligible: true } },
      'passkey.backup-not-allowed',
    ],
    [
      'a format',
      { attestation: 'direct', attestationFormats: ['tpm'] },
      { attestation: 'packed-certified' },
      'passkey.attestation-format-not-allowed',
    ],
    [
      'a type',
      { attestation: 'direct', attestationTypes: ['basic'] },
      { attestation: 'packed-certified' },
      'passkey.attestation-type-not-allowed',
    ],
    [
      'a trust anchor',
      { attestation: 'direct', requireTrustAnchor: true },
      { attestation: 'packed-certified' },
      'passkey.attestation-not-trusted',
    ],
    [
      'no SafetyNet',
      { attestation: 'direct' },
      { attestation: 'android-safetynet' },
      'passkey.attestation-format-unsupported',
    ],
    ['another model', { deniedModels: [softModel] }, { aaguid }, 'passkey.model-denied'],
    [
      'a proved model',
      { attestation: 'direct', allowedModels: [softModel] },
      { attestation: 'packed-certified', aaguid },
      'passkey.model-not-allowed',
    ],
    [
      'a certification',
      { attestation: 'direct', minimumCertification: 'L1' },
      { attestation: 'packed-certified' },
      'passkey.certification-too-low',
    ],
    ['a PIN length', { leastPinLength: 6 }, { minPinLength: 4 }, 'passkey.pin-too-short'],
    ['PRF', { prf: 'required' }, {}, 'passkey.prf-missing'],
    ['large blobs', { largeBlob: 'required', residentKey: 'required' }, {}, 'passkey.large-blob-missing'],
  ])('%s', async (_name, settings, options, code) => {
    const answer = await register(await policyOf(settings), options);
    expect(answer.body).toMatchObject({ code });
    const audit = `/api/audit?targetId=${user.id}&outcome=FAILURE`;
    const { content } = (await world.call<{ content: object[] }>('GET', audit)).body;
    const facts = { step: expect.stringMatching(/^WebAuthn L3 7\.1 step \d+$/) };
    expect(content).toMatchObject([{ code, facts }]);
  });

  test.each<[string, object, SoftAuthenticatorOptions]>([
    ['a passkey bound to its device', { backup: 'device-bound' }, {}],
    ['a synchronised one', { backup: 'backed-up' }, { flags: { backupEligible: true, backedUp: true } }],
    [
      'SafetyNet in the legacy profile',
      { attestation: 'direct', legacyAttestation: true },
      { attestation: 'android-safetynet' },
    ],
    ['a PIN length', { leastPinLength: 6 }, { minPinLength: 8 }],
    [
      'PRF and large blobs',
      { prf: 'required', largeBlob: 'required', residentKey: 'required' },
      { hasPrf: true, hasLargeBlob: true },
    ],
    ['no certification of a model that is only watched', { watchedModels: [softModel] }, { aaguid }],
  ])('and met by %s', async (_name, settings, options) => {
    const { status, body } = await register(await policyOf(settings), options);
    expect([status, body.code]).toEqual([200, undefined]);
  });
});

describe('a policy lays down the registration', () => {
  test('with most passkeys of a user, at the start and at the end', async () => {
    const name = await policyOf({ maxPasskeys: 1 });
    const [first, second] = [await start(name), await start(name)];
    const answer = (of: typeof first) =>
      complete(
        of.body,
        createSoftAuthenticator().createCredential(of.body.clientRequest, { origin: publicOrigin }),
      );
    expect((await answer(first)).status).toBe(200);
    expect((await answer(second)).body).toMatchObject({ code: 'passkey.limit-reached' });
    expect((await start(name)).body).toMatchObject({ code: 'passkey.limit-reached' });
  });

  test('with the passkeys that an authenticator must not hold', async () => {
    const { body } = await register('policy1');
    const { id } = body.passkey as { id: string };
    const excluded = async (exclude: string | null) =>
      (await start(await policyOf({ exclude }))).body.clientRequest.excludeCredentials.length;
    expect([await excluded(null), await excluded('active'), await excluded('none')]).toEqual([1, 1, 0]);
    await world.call('POST', `${world.store}/users/${user.id}/passkeys/${id}`, { status: 'BLOCKED' });
    expect([await excluded('all'), await excluded('active')]).toEqual([1, 0]);
  });

  test('with pages that may frame it', async () => {
    const name = await policyOf({ topOrigins: ['https://shop.test'] });
    expect((await register(name, {}, { topOrigin: 'https://shop.test' })).status).toBe(200);
    expect((await register(name, {}, { topOrigin: 'https://evil.test' })).body).toMatchObject({
      code: 'passkey.top-origin-not-allowed',
    });
  });

  test('without a person present only in conditional create', async () => {
    const absent = { flags: { userPresent: false, userVerified: false } };
    const name = await policyOf({ conditionalCreate: true });
    expect((await start(name)).body.clientRequest.mediation).toBe('conditional');
    expect((await register(name, absent)).status).toBe(200);
    expect((await register('policy1', absent)).body).toMatchObject({ code: 'passkey.user-not-present' });
  });

  test('with a least length of challenges from outside', async () => {
    const name = await policyOf({ allowExternalChallenge: true, leastChallengeBytes: 32 });
    const of = (length: number) => Buffer.alloc(length, 7).toString('base64url');
    expect(await start(name, { challenge: of(31) })).toMatchObject({
      status: 422,
      body: { code: 'passkey.challenge-invalid' },
    });
    expect((await start(name, { challenge: of(32) })).body.clientRequest.challenge).toBe(of(32));
  });

  test('at fewer origins than the relying party has, never at others', async () => {
    expect((await register(await policyOf({ origins: ['https://localhost'] }))).body).toMatchObject({
      code: 'passkey.origin-not-allowed',
    });
    const foreign = await world.call('POST', policies, { name: 'foreign', origins: ['https://evil.test'] });
    expect(foreign.body).toMatchObject({
      code: 'registration-policy.invalid',
      errors: [{ pointer: '/origins/0', detail: 'The relying party does not allow this origin.' }],
    });
  });

  test('and what became stricter meanwhile counts', async () => {
    const name = await policyOf({});
    const { body } = await start(name);
    await world.call('POST', `${policies}/${encodeURIComponent(name)}`, { backup: 'eligible' });
    const response = createSoftAuthenticator().createCredential(body.clientRequest, { origin: publicOrigin });
    expect((await complete(body, response)).body).toMatchObject({ code: 'passkey.backup-not-allowed' });
  });

  test('until it is cleared', async () => {
    const name = await policyOf({ backup: 'eligible', deniedModels: [softModel], maxPasskeys: 3 });
    const path = `${policies}/${encodeURIComponent(name)}`;
    const { body } = await world.call('POST', path, { backup: null, deniedModels: [] });
    expect(body).not.toHaveProperty('backup');
    expect(body).not.toHaveProperty('deniedModels');
    expect(body).toMatchObject({ maxPasskeys: 3 });
  });
});

describe('origins', () => {
  const party = () => `${world.store}/relyingParties/localhost`;
  const registerAt = (origin: string) => register('policy1', {}, { origin });
  const android = `android:apk-key-hash:${'A'.repeat(43)}`;

  test.each([android, 'ios:bundle-id:com.example.app'])(
    'of an app are allowed by name: %s',
    async (origin) => {
      expect((await registerAt(origin)).body).toMatchObject({ code: 'passkey.origin-not-allowed' });
      await world.call('POST', party(), { restrictedOrigins: [origin] });
      expect((await registerAt(origin)).status).toBe(200);
      await world.call('POST', party(), { restrictedOrigins: [] });
    },
  );

  test('of another domain are allowed while they are related, and no longer', async () => {
    const origin = 'https://shop.example.net';
    await world.call('POST', party(), { relatedOrigins: [origin] });
    expect((await registerAt(origin)).status).toBe(200);
    const { body } = await start('policy1');
    await world.call('POST', party(), { relatedOrigins: [] });
    const late = createSoftAuthenticator().createCredential(body.clientRequest, { origin });
    expect((await complete(body, late)).body).toMatchObject({ code: 'passkey.withdrawn' });
  });

  test('of more than five labels are warned of', async () => {
    const relatedOrigins = [1, 2, 3, 4, 5, 6].map((number) => `https://shop.brand${number}.co.uk`);
    const { body } = await world.call('POST', party(), { relatedOrigins });
    expect(body.warnings).toEqual([expect.stringContaining('brand6')]);
    const again = await world.call('POST', party(), { relatedOrigins: [] });
    expect(again.body.warnings).toEqual([]);
  });
});
