import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from '../../../../test/support/server.ts';
import { readRates } from './rate.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ rates: readRates('client=5 link=3 address=8 token=2 sign-in=2 target=2') });
});
afterAll(() => server.close());

const stores = '/api/identity-store/stores';
let tenants = 0;
const newClient = () => {
  tenants += 1;
  return server.client(`limited-${tenants}`);
};
const statuses = async (times: number, ask: () => Promise<{ readonly status: number }>) => {
  const all = [];
  for (let one = 0; one < times; one += 1) all.push((await ask()).status);
  return all;
};
const from = (remoteAddress: string, url: string, headers: Readonly<Record<string, string>> = {}) =>
  server.app.inject({ url, remoteAddress, headers });

describe('an API client that asks too much', () => {
  test('is told how it stands, then refused with Retry-After; another of its tenant is not', async () => {
    const client = await newClient();
    const first = await client.call('GET', stores);
    expect(first.headers).toMatchObject({
      'ratelimit-policy': '"client";q=5;w=60',
      ratelimit: '"client";r=4;t=12',
    });
    expect(await statuses(5, () => client.call('GET', stores))).toEqual([200, 200, 200, 200, 429]);
    const refused = await client.call('GET', stores);
    expect(refused.body).toMatchObject({ code: 'limit.reached', status: 429 });
    expect(refused.headers).toMatchObject({ 'retry-after': '12', ratelimit: '"client";r=0;t=60' });
    const other = await server.client(`limited-${tenants}`);
    expect((await other.call('GET', stores)).status).toBe(200);
  });

  test('is refused by every process, since the count is in the database', async () => {
    const client = await newClient();
    expect(await statuses(5, () => client.call('GET', stores))).toEqual([200, 200, 200, 200, 200]);
    const second = await testServer({ database: server.database, rates: readRates('client=5') });
    const answer = await second.app.inject({
      url: stores,
      headers: { authorization: `Bearer ${client.code}` },
    });
    await second.close();
    expect(answer.statusCode).toBe(429);
  });

  test('may ask as much as its tenant says', async () => {
    const platform = await server.client('demo');
    const client = await newClient();
    const limits = { clientRequestsPerMinute: 2 };
    await platform.call('POST', `/api/platform/tenants/limited-${tenants}/limits`, limits);
    expect(await statuses(3, () => client.call('GET', stores))).toEqual([200, 200, 429]);
  });

  test('leaves nothing of anybody in the database but hashes and numbers', async () => {
    const rows = await server.owner.rows<object>({
      name: 'test.buckets',
      text: 'select * from request_buckets',
    });
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(Object.keys(row)).toEqual(['key', 'tokens', 'granted', 'filled_at']);
  });
});

describe('a network address that asks too much', () => {
  test('gets a page in its language that comes back by itself, and others are served', async () => {
    const open = (address: string) =>
      from(address, '/web/trustweb?pt=nothing', { accept: 'text/html', 'accept-language': 'de' });
    const codes = [];
    for (let one = 0; one < 4; one += 1) codes.push((await open('203.0.113.1')).statusCode);
    expect(codes).toEqual([410, 410, 410, 429]);
    const busy = await open('203.0.113.1');
    expect(busy.headers).toMatchObject({ 'retry-after': '20', refresh: '20' });
    expect(busy.headers['content-security-policy']).toContain("default-src 'none'");
    expect(busy.body).toContain('lang="de"');
    expect(busy.body).toContain('Gerade ist viel los');
    expect((await open('203.0.113.2')).statusCode).toBe(410);
  });

  test('is one network: the first 64 bits of an IPv6 address', async () => {
    const codes = [];
    for (let one = 0; one < 4; one += 1)
      codes.push((await from(`2001:db8:7:7::${one}`, '/web/trustweb?pt=nothing')).statusCode);
    expect(codes).toEqual([410, 410, 410, 429]);
  });

  test('gets a problem where a program asks', async () => {
    const looking = () => from('203.0.113.3', '/web/trustweb/abc', { accept: 'application/json' });
    const codes = [];
    for (let one = 0; one < 9; one += 1) codes.push((await looking()).statusCode);
    expect(codes).toEqual([...Array(8).fill(404), 429]);
    expect((await looking()).json()).toMatchObject({ code: 'limit.reached' });
  });

  test('gets no more access tokens, and no more beginnings of a sign-in', async () => {
    const token = () =>
      server.app.inject({
        method: 'POST',
        url: '/oauth/token',
        remoteAddress: '203.0.113.4',
        payload: 'grant_type=client_credentials',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    const signIn = () =>
      server.app.inject({
        method: 'POST',
        url: '/api/backoffice/sign-in/options',
        remoteAddress: '203.0.113.4',
      });
    const codes = [];
    for (const ask of [token, token, token, signIn, signIn, signIn]) codes.push((await ask()).statusCode);
    expect(codes.map((code) => code === 429)).toEqual([false, false, true, false, false, true]);
  });

  test('has no limit where it could be a proxy that nobody named', async () => {
    expect(
      await statuses(6, async () => {
        const { statusCode: status } = await from('10.0.0.7', '/web/trustweb?pt=nothing');
        return { status };
      }),
    ).toEqual(Array(6).fill(410));
  });
});
