import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createSoftAuthenticator,
  createSoftMetadataService,
  type SoftAuthenticator,
} from '@latchkey/passkeys/soft-authenticator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Composed, composed, keyIn, publicUrl } from '../../../../test/support/composed.ts';
import { type TestDatabase, testDatabase } from '../../../../test/support/postgres.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by what the tests expect of them.
type Json = any;
type Call = (method: 'GET' | 'POST' | 'DELETE', url: string, body?: object) => Promise<Json>;

const model = 'a1b2c3d4-0000-0000-0000-000000000001';
const aaguid = Buffer.from(model.replaceAll('-', ''), 'hex');
const service = createSoftMetadataService({ seed: 'service' });
const party = '/api/identity-store/stores/people/relyingParties/localhost';

let folder: string;
let db: TestDatabase;
let product: Composed;
let demo: Call;
let other: Call;
let key: SoftAuthenticator;
const base64 = (der: Uint8Array) => Buffer.from(der).toString('base64');

const callAs = async (tenant: string): Promise<Call> => {
  const { code } = await keyIn(db.database, tenant);
  return async (method, url, body) => {
    const payload = body === undefined ? {} : { payload: body };
    const answer = await product.app.inject({
      method,
      url,
      ...payload,
      headers: { authorization: `Bearer ${code}` },
    });
    return answer.body === '' ? undefined : answer.json();
  };
};

/** A BLOB about the model of `key`, in the file that the server is configured with. */
const publish = (no: number, statuses: readonly string[], nextUpdate = '2049-01-01') =>
  writeFile(
    join(folder, 'blob.jwt'),
    service.sign({
      no,
      nextUpdate,
      entries: [
        {
          aaguid: model,
          metadataStatement: {
            description: 'Soft key',
            attestationRootCertificates: [base64(key.attestationRoot())],
            keyProtection: ['hardware'],
          },
          statusReports: statuses.map((status) => ({ status, effectiveDate: '2024-01-01' })),
        },
      ],
    }),
  );

/** One round of what the server does in the background, as if the sources were due. */
async function round(): Promise<void> {
  await db.owner.change({
    name: 'test.due',
    text: `update trust_sources set tried_at = now() - interval '1 day'`,
  });
  const chores = product.chores.filter(({ name }) => /trust|assess/.test(name));
  for (const { work } of chores) while ((await work()) > 0);
}

let people = 0;
async function register(policy: string, soft = key): Promise<Json> {
  people += 1;
  const { id } = await demo('POST', '/api/identity-store/stores/people/users', { externalId: `p${people}` });
  const passkeys = `/api/identity-store/stores/people/users/${id}/passkeys`;
  const start = `${passkeys}/relyingParties/localhost/registrations/${policy}`;
  const { clientRequest, sessionId } = await demo('POST', start, {});
  const clientResponse = soft.createCredential(clientRequest, { origin: publicUrl });
  return await demo('POST', `${passkeys}/registrations/sessions/${sessionId}`, { clientResponse });
}
const source = async (kind: string) =>
  (await demo('GET', '/api/identity-store/trustSources')).content.find((one: Json) => one.kind === kind);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-trust-'));
  key = createSoftAuthenticator({ attestation: 'packed-certified', aaguid, seed: 'key' });
  db = await testDatabase();
  await writeFile(join(folder, 'revoked.json'), JSON.stringify({ entries: {} }));
  product = await composed(db.database, {
    metadata: {
      source: join(folder, 'blob.jwt'),
      root: service.root,
      host: 'mds.fidoalliance.org',
      graceMs: 0,
      revocationLists: [join(folder, 'revoked.json')],
    },
  });
  [demo, other] = [await callAs('demo'), await callAs('other')];
  await demo('POST', '/api/identity-store/stores', { name: 'people' });
  await demo('POST', '/api/identity-store/stores/people/relyingParties', {
    relyingPartyId: 'localhost',
    name: 'People',
  });
  const policies = `${party}/registrationPolicies`;
  await demo('POST', policies, { name: 'open', attestation: 'indirect' });
  await demo('POST', policies, { name: 'anchored', attestation: 'direct', requireTrustAnchor: true });
  await demo('POST', policies, {
    name: 'certified',
    attestation: 'direct',
    minimumCertification: 'L2',
    allowedModels: [model],
  });
});
afterAll(async () => {
  await product?.close();
  await db?.close();
  await rm(folder, { recursive: true });
});

describe('the metadata', () => {
  test('that are missing leave an attestation unanchored, and say why', async () => {
    await round();
    expect(await source('metadata')).toMatchObject({
      source: 'blob.jwt',
      fault: expect.stringContaining('ENOENT'),
    });
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
        writeFile(
          join(folder, 'blob.jwt'),
          createSoftMetadataService({ seed: 'evil' }).sign({ no: 9, nextUpdate: '2049-01-01', entries: [] }),
        ),
      'metadata.certificate-invalid',
    ],
    ['anything else', () => writeFile(join(folder, 'blob.jwt'), 'hello'), 'metadata.blob-malformed'],
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
    expect((await other('GET', query)).content).toEqual([]);
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
    expect((await other('GET', '/api/identity-store/trustAnchors')).content).toEqual([]);
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
    await writeFile(join(folder, 'revoked.json'), JSON.stringify({ entries }));
    await round();
    expect(await source('revocations')).toMatchObject({ entries: 1 });
    expect(await register('anchored', phone)).toMatchObject({ code: 'passkey.attestation-invalid' });
    const { content } = await demo('GET', '/api/identity-store/passkeys?finding=passkey.attestation-invalid');
    expect(content).toMatchObject([{ id: passkey.id, status: 'ACTIVE' }]);
  });
});

describe('a change of a policy', () => {
  test('marks the passkeys that were registered by it', async () => {
    const { passkey } = await register('open', createSoftAuthenticator());
    await demo('POST', `${party}/registrationPolicies/open`, { deniedModels: [passkey.aaguid] });
    await round();
    const { content } = await demo('GET', '/api/identity-store/passkeys?finding=passkey.model-denied');
    expect(content).toMatchObject([{ id: passkey.id }]);
  });
});

describe('at its own domain a relying party publishes', () => {
  const ask = async (path: string, host: string) => {
    const answer = await product.app.inject({ url: path, headers: { host } });
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
