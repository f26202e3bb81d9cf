import { writeFile } from 'node:fs/promises';
import { createSoftAuthenticator, createSoftMetadataService } from '@latchkey/passkeys/soft-authenticator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  base64,
  type Json,
  keyOfModel,
  model,
  party,
  signedBlob,
  type TrustWorld,
  trustWorld,
} from '../../../../test/support/trust-world.ts';

let world: TrustWorld;
const publish = (...said: Parameters<typeof signedBlob>) => world.put(signedBlob(...said));
const round = () => world.round();
const register = (policy: string, soft = keyOfModel()): Promise<Json> => world.register(policy, soft);
const source = (kind: string): Promise<Json> => world.source(kind);
const demo: TrustWorld['demo'] = (...asked) => world.demo(...asked);

beforeAll(async () => {
  world = await trustWorld();
  await demo('POST', `${party}/registrationPolicies`, {
    name: 'certified',
    attestation: 'direct',
    minimumCertification: 'L2',
    allowedModels: [model],
  });
});
afterAll(() => world?.close());

describe('the metadata', () => {
  test('that are missing leave an attestation unanchored, and say why', async () => {
    await round();
    expect(await source('metadata')).toMatchObject({
      source: 'blob.jwt',
      fault: 'trust-source.file-missing: The file is not there.',
    });
    const told = world.logged().filter(({ msg }) => msg === 'A source of trust could not be read.');
    expect(told).toMatchObject([{ source: world.file, err: { code: 'trust-source.file-missing' } }]);
    const { passkey } = await register('open');
    expect(passkey).toMatchObject({
      attestationType: 'basic-unanchored',
      aaguidVerified: false,
      findings: [],
    });
    expect(await register('anchored')).toMatchObject({ code: 'passkey.attestation-not-trusted' });
  });

  test('that are signed by the root anchor the model, and kept passkeys with it', async () => {
    await publish(7, ['FIDO_CERTIFIED_L2']);
    await round();
    expect(await source('metadata')).toMatchObject({ number: 7, entries: 1 });
    const { passkey } = await register('certified');
    expect(passkey).toMatchObject({
      attestationType: 'basic',
      aaguidVerified: true,
      model: 'Soft key',
      certificationLevel: 'L2',
      client: 'API Key: demo',
    });
    expect(passkey.trustPath).toHaveLength(2);
    const certificate = passkey.trustPath[1];
    const found = await demo('GET', `/api/identity-store/passkeys?certificate=${certificate}`);
    expect(found.content).toMatchObject([
      { aaguidVerified: true },
      { aaguidVerified: true, model: 'Soft key' },
    ]);
    const audit = await demo('GET', '/api/audit?action=passkey.assessed');
    expect(audit.content).toMatchObject([
      { facts: { cause: 'trust-source.changed', attestationType: 'basic' } },
    ]);
  });

  test.each([
    ['an older number', () => publish(6, []), 'metadata.rolled-back'],
    ['a day that is over', () => publish(8, [], '2024-01-01'), 'metadata.expired'],
    [
      'another signature',
      () =>
        world.put(
          createSoftMetadataService({ seed: 'evil' }).sign({ no: 9, nextUpdate: '2049-01-01', entries: [] }),
        ),
      'metadata.certificate-invalid',
    ],
    ['anything else', () => world.put('hello'), 'metadata.blob-malformed'],
  ])('with %s are refused, and what was known stays', async (_name, put, code) => {
    await put();
    await round();
    expect(await source('metadata')).toMatchObject({
      number: 7,
      entries: 1,
      fault: expect.stringContaining(code),
    });
    expect(await register('certified')).toMatchObject({ passkey: { aaguidVerified: true } });
  });

  test('that revoke a model refuse it, and one query finds its passkeys, which are marked and stay', async () => {
    await publish(8, ['FIDO_CERTIFIED_L2', 'REVOKED']);
    await round();
    expect(await register('open')).toMatchObject({ code: 'passkey.model-revoked' });
    const query = `/api/identity-store/passkeys?aaguid=${model}&finding=metadata.revoked&size=100`;
    const { content } = await demo('GET', query);
    expect(content).toHaveLength(6);
    expect(content.every(({ status }: Json) => status === 'ACTIVE')).toBe(true);
    const underCertified = content.filter(({ findings }: Json) =>
      findings.includes('passkey.certification-too-low'),
    );
    expect(underCertified).toHaveLength(5);
    const { content: models } = await demo('GET', '/api/identity-store/authenticatorModels');
    expect(models).toMatchObject([
      {
        aaguid: model,
        name: 'Soft key',
        passkeys: 6,
        verified: 6,
        statuses: ['FIDO_CERTIFIED_L2', 'REVOKED'],
      },
    ]);
    expect((await world.other('GET', query)).content).toEqual([]);
  });
});

describe('a trust anchor of a tenant', () => {
  test('anchors attestations at once, for this tenant alone, until it is removed', async () => {
    const mine = createSoftAuthenticator({ attestation: 'packed-certified', seed: 'mine' });
    const pem = `-----BEGIN CERTIFICATE-----\n${base64(mine.attestationRoot())}\n-----END CERTIFICATE-----\n`;
    expect(await register('anchored', mine)).toMatchObject({ code: 'passkey.attestation-not-trusted' });
    const anchor = await demo('POST', '/api/identity-store/trustAnchors', { name: 'Ours', certificate: pem });
    expect(anchor).toMatchObject({
      kind: 'certificate',
      subject: expect.stringContaining('Latchkey Software Authenticator Root'),
    });
    const { passkey } = await register('anchored', mine);
    expect(passkey).toMatchObject({ attestationType: 'basic', aaguidVerified: true });
    expect((await world.other('GET', '/api/identity-store/trustAnchors')).content).toEqual([]);
    await demo('DELETE', `/api/identity-store/trustAnchors/${anchor.id}`);
    expect(await register('anchored', mine)).toMatchObject({ code: 'passkey.attestation-not-trusted' });
    await round();
    const { content } = await demo(
      'GET',
      '/api/identity-store/passkeys?finding=passkey.attestation-not-trusted',
    );
    expect(content).toMatchObject([
      { id: passkey.id, attestationType: 'basic-unanchored', aaguidVerified: false },
    ]);
  });

  test.each(['', 'hello', 'AAAA'])('that is %j is refused beside its field', async (certificate) => {
    const answer = await demo('POST', '/api/identity-store/trustAnchors', { name: 'x', certificate });
    expect(answer).toMatchObject({ status: 400, errors: [{ pointer: '/certificate' }] });
  });
});

describe('a list of revoked certificates', () => {
  test('refuses attestations by them and marks kept passkeys', async () => {
    const phone = createSoftAuthenticator({ attestation: 'packed-certified', seed: 'phone' });
    const certificate = base64(phone.attestationRoot());
    await demo('POST', '/api/identity-store/trustAnchors', { name: 'Phones', certificate });
    const { passkey } = await register('anchored', phone);
    const { X509Certificate } = await import('node:crypto');
    const { serialNumber } = new X509Certificate(phone.attestationRoot());
    const entries = { [serialNumber.toLowerCase()]: { status: 'REVOKED' } };
    await writeFile(world.revoked, JSON.stringify({ entries }));
    await round();
    expect(await source('revocations')).toMatchObject({ entries: 1 });
    expect(await register('anchored', phone)).toMatchObject({ code: 'passkey.attestation-invalid' });
    const { content } = await demo('GET', '/api/identity-store/passkeys?finding=passkey.attestation-invalid');
    expect(content).toMatchObject([{ id: passkey.id, status: 'ACTIVE' }]);
  });
});

describe('a change of a policy', () => {
  test('marks the passkeys that were registered by it, and its deletion takes the marks away', async () => {
    const { passkey } = await register('open', createSoftAuthenticator());
    await demo('POST', `${party}/registrationPolicies/open`, { deniedModels: [passkey.aaguid] });
    await round();
    const marked = '/api/identity-store/passkeys?finding=passkey.model-denied';
    expect((await demo('GET', marked)).content).toMatchObject([{ id: passkey.id }]);
    await demo('DELETE', `${party}/registrationPolicies/open`);
    await round();
    expect((await demo('GET', marked)).content).toEqual([]);
    const { content: audit } = await demo('GET', `/api/audit?action=passkey.assessed&targetId=${passkey.id}`);
    expect(audit.map(({ facts }: Json) => facts.cause)).toEqual([
      'registration-policy.deleted',
      'registration-policy.changed',
    ]);
  });
});

describe('at its own domain a relying party publishes', () => {
  const ask = async (path: string, host: string) => {
    const answer = await world.product.app.inject({ url: path, headers: { host } });
    return [answer.statusCode, answer.statusCode === 200 ? answer.json() : undefined];
  };

  test('its related origins, and nothing at other domains', async () => {
    expect(await ask('/.well-known/webauthn', 'localhost:3000')).toEqual([404, undefined]);
    await demo('POST', party, { relatedOrigins: ['https://shop.example.net'] });
    const origins = ['https://shop.example.net'];
    expect(await ask('/.well-known/webauthn', 'localhost:3000')).toEqual([200, { origins }]);
    expect(await ask('/.well-known/webauthn', 'evil.test')).toEqual([404, undefined]);
  });

  test('where passkeys are made and managed', async () => {
    expect(await ask('/.well-known/passkey-endpoints', 'localhost')).toEqual([404, undefined]);
    await demo('POST', party, { enrollUrl: 'https://localhost/enroll', manageUrl: 'https://localhost/keys' });
    expect(await ask('/.well-known/passkey-endpoints', 'localhost')).toEqual([
      200,
      { enroll: 'https://localhost/enroll', manage: 'https://localhost/keys' },
    ]);
    const { errors } = await demo('POST', party, { manageUrl: 'https://evil.test/' });
    expect(errors).toMatchObject([{ pointer: '/manageUrl' }]);
  });
});
