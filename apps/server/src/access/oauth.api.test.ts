import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicUrl, type TestClient, type TestServer, testServer } from '../../../../test/support/server.ts';

let server: TestServer;
let demo: TestClient;
const stores = '/api/identity-store/stores';
const secretKey = randomBytes(32);

beforeAll(async () => {
  server = await testServer({ secretKey });
  demo = await server.client('demo');
});
afterAll(() => server.close());

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const grant = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  server.call('POST', '/oauth/token', new URLSearchParams(fields).toString(), { ...form, ...headers });
const credentials = () => ({ client_id: demo.clientId, client_secret: demo.clientSecret });
const fresh = async (fields: Record<string, string> = {}): Promise<string> =>
  (await grant({ grant_type: 'client_credentials', ...credentials(), ...fields })).body.access_token;
const using = (token: string, method: 'GET' | 'POST' = 'GET', url = stores, body?: unknown) =>
  server.call(method, url, body, { authorization: `Bearer ${token}` });
const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;

describe('the token endpoint', () => {
  test('issues a JWT access token that the published keys verify', async () => {
    const { status, body, headers } = await grant({ grant_type: 'client_credentials', ...credentials() });
    expect(status).toBe(200);
    expect(body).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 3600 });
    expect(headers['cache-control']).toBe('no-store');
    const jwks = (await server.call('GET', '/.well-known/jwks.json')).body;
    expect(jwks.keys[0]).not.toHaveProperty('d');
    const { payload } = await jwtVerify(body.access_token, createLocalJWKSet(jwks), {
      issuer: publicUrl,
      audience: publicUrl,
      typ: 'at+jwt',
    });
    expect(payload).toMatchObject({ client_id: demo.clientId, sub: demo.clientId, tenant: 'demo' });
    expect((await using(body.access_token)).status).toBe(200);
  });

  test('takes HTTP Basic', async () => {
    const authorization = basic(demo.clientId, demo.clientSecret);
    expect((await grant({ grant_type: 'client_credentials' }, { authorization })).status).toBe(200);
  });

  test('a scope narrows the token', async () => {
    const scope = 'IdentityStore:listStores';
    const answer = await grant({ grant_type: 'client_credentials', ...credentials(), scope });
    expect(answer.body.scope).toBe(`TNT#demo#${scope}`);
    expect((await using(answer.body.access_token)).status).toBe(200);
    const refused = await using(answer.body.access_token, 'POST', stores, { name: 'never' });
    expect([refused.status, refused.body.code]).toEqual([403, 'access.forbidden']);
  });

  test.each([
    ['no grant type', {}, 400, 'invalid_request'],
    ['another grant type', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    [
      'a wrong secret',
      { grant_type: 'client_credentials', client_secret: 'ls_wrong' },
      401,
      'invalid_client',
    ],
    ['an unknown client', { grant_type: 'client_credentials', client_id: 'nobody' }, 401, 'invalid_client'],
    [
      'a scope beyond',
      { grant_type: 'client_credentials', scope: 'TNT#other#IdentityStore:listStores' },
      400,
      'invalid_scope',
    ],
    ['an unknown field', { grant_type: 'client_credentials', colour: 'red' }, 400, 'invalid_request'],
  ])('refuses %s in the words of OAuth', async (_name, fields, status, error) => {
    const answer = await grant({ ...credentials(), ...fields } as Record<string, string>);
    expect([answer.status, answer.body.error]).toEqual([status, error]);
    expect(answer.body).toHaveProperty('error_description');
  });

  test('refuses two ways of authenticating, doubled parameters, and JSON', async () => {
    const authorization = basic(demo.clientId, demo.clientSecret);
    const twice = await grant({ grant_type: 'client_credentials', ...credentials() }, { authorization });
    expect(twice.body.error).toBe('invalid_request');
    const doubled = await server.call('POST', '/oauth/token', 'grant_type=a&grant_type=b', form);
    expect([doubled.status, doubled.body.error]).toEqual([400, 'invalid_request']);
    expect((await server.call('POST', '/oauth/token', { grant_type: 'client_credentials' })).status).toBe(
      415,
    );
    const failed = await grant({ grant_type: 'client_credentials' }, { authorization: basic('a', 'b') });
    expect([failed.status, failed.headers['www-authenticate']]).toEqual([401, 'Basic realm="latchkey"']);
  });
});

describe('an access token', () => {
  const signed = async (change: (jwt: SignJWT) => SignJWT, header: Record<string, string> = {}) => {
    const { kid, alg, typ } = decodeProtectedHeader(await fresh()) as {
      kid: string;
      alg: string;
      typ: string;
    };
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwt = new SignJWT({ client_id: demo.clientId, tenant: 'demo' })
      .setProtectedHeader({ alg, typ, kid, ...header })
      .setIssuer(publicUrl)
      .setAudience(publicUrl)
      .setJti('x')
      .setExpirationTime('1h');
    return change(jwt).sign(privateKey);
  };

  test.each([
    ['cut off', async () => (await fresh()).slice(0, -10)],
    [
      'with a changed claim',
      async () => {
        const [head, body = '', signature] = (await fresh()).split('.');
        const claims = { ...JSON.parse(Buffer.from(body, 'base64url').toString()), tenant: 'other' };
        return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
      },
    ],
    ['signed by another key', () => signed((jwt) => jwt)],
    ['with an unknown key id', () => signed((jwt) => jwt, { kid: 'AAAAAAAAAAAAAAAAAAAAAAAAAA' })],
    [
      'without a signature',
      async () => {
        const [, body] = (await fresh()).split('.');
        return `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${body}.`;
      },
    ],
    ['that is no token', async () => 'x'.repeat(9000)],
    ['that is an unknown API key', async () => `lk_${'A'.repeat(43)}`],
  ])('%s is refused', async (_name, make) => {
    const { status, body, headers } = await using(await make());
    expect([status, body.code]).toEqual([401, 'access.unauthenticated']);
    expect(headers['www-authenticate']).toContain('invalid_token');
  });

  test('ends after an hour, also when it was used before', async () => {
    const token = await fresh();
    expect((await using(token)).status).toBe(200);
    server.clock.now += 3601 * 1000;
    expect((await using(token)).status).toBe(401);
    server.clock.now -= 3601 * 1000;
  });

  test('is revoked by its client at once', async () => {
    const token = await fresh();
    expect((await using(token)).status).toBe(200);
    const fields = new URLSearchParams({ ...credentials(), token }).toString();
    expect(await server.call('POST', '/oauth/revoke', fields, form)).toMatchObject({ status: 200, body: {} });
    expect((await using(token)).status).toBe(401);
  });

  test('is not revoked by another client', async () => {
    const token = await fresh();
    const other = await server.client('other');
    const fields = new URLSearchParams({
      client_id: other.clientId,
      client_secret: other.clientSecret,
      token,
    });
    expect((await server.call('POST', '/oauth/revoke', fields.toString(), form)).status).toBe(200);
    expect((await using(token)).status).toBe(200);
  });

  test('of one process is good in another, with the same secret key or with its own', async () => {
    const token = await fresh();
    for (const key of [secretKey, randomBytes(32)]) {
      const second = await testServer({ database: server.database, secretKey: key });
      expect((await second.call('GET', stores, undefined, { authorization: `Bearer ${token}` })).status).toBe(
        200,
      );
      const answer = await second.call(
        'POST',
        '/oauth/token',
        new URLSearchParams({ grant_type: 'client_credentials', ...credentials() }).toString(),
        form,
      );
      expect((await using(answer.body.access_token)).status).toBe(200);
      await second.close();
    }
  });
});

test('the metadata names the endpoints', async () => {
  const { body } = await server.call('GET', '/.well-known/oauth-authorization-server');
  expect(body).toMatchObject({
    issuer: publicUrl,
    token_endpoint: `${publicUrl}/oauth/token`,
    jwks_uri: `${publicUrl}/.well-known/jwks.json`,
    grant_types_supported: ['client_credentials'],
  });
});
