import { newId } from '@latchkey/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { composed, keyIn } from '../../../../test/support/composed.ts';
import { openBrowser, secretOf, setUpBy } from '../../../../test/support/operator-world.ts';
import { type TestDatabase, testDatabase } from '../../../../test/support/postgres.ts';
import { seedOneOfEach, shortest } from '../../../../test/support/seed-one-of-each.ts';
import { type TestClient, type TestServer, testServer } from '../../../../test/support/server.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { eraseLeavingTenants, eraseTenant } from './erase-tenant.ts';

let server: TestServer;
let platform: TestClient;
const tenants = '/api/platform/tenants';
const stores = '/api/identity-store/stores';

beforeAll(async () => {
  server = await testServer();
  platform = await server.client('demo');
});
afterAll(() => server.close());

const newTenant = async (limits?: object) => {
  const id = `t-${newId().slice(0, 8).toLowerCase()}`;
  const { status, body } = await platform.call('POST', tenants, {
    id,
    name: 'Acme',
    ...(limits && { limits }),
  });
  expect([status, body.tenant?.id]).toEqual([201, id]);
  return { id, setUpUrl: body.setUpUrl as string, client: await server.client(id) };
};

describe('the platform’s tenant', () => {
  test('creates tenants whose first administrator signs up by the link, once', async () => {
    const { id, setUpUrl } = await newTenant();
    const base = await server.app.listen({ host: '127.0.0.1', port: 0 });
    const answer = await setUpBy(openBrowser(base), secretOf(setUpUrl));
    expect(answer).toMatchObject({ status: 200, body: { tenant: id, operator: { role: 'administrator' } } });
    expect((await setUpBy(openBrowser(base), secretOf(setUpUrl))).status).toBeGreaterThanOrEqual(400);
  });

  test('lists, reads and limits them; an id is taken once', async () => {
    const { id } = await newTenant({ stores: 3 });
    const read = await platform.call('GET', `${tenants}/${id}`);
    expect(read.body).toMatchObject({ id, name: 'Acme', status: 'ACTIVE', limits: { stores: 3 } });
    const set = await platform.call('POST', `${tenants}/${id}/limits`, {
      users: 10,
      requestsPerMinute: null,
    });
    expect(set.body.limits).toEqual({ users: 10 });
    expect((await platform.call('POST', tenants, { id, name: 'Again' })).body.code).toBe(
      'tenant.id-not-unique',
    );
    expect(
      (await platform.call('GET', `${tenants}?size=100`)).body.content.map((one: { id: string }) => one.id),
    ).toContain(id);
  });

  test.each(['Acme', 'a_b', '-a', '', 'a'.repeat(64)])('refuses %j as an id', async (id) => {
    expect((await platform.call('POST', tenants, { id, name: 'x' })).status).toBe(400);
  });

  test('is the only one that may; to others no tenant is there', async () => {
    const { client } = await newTenant();
    expect((await client.call('GET', tenants)).body.code).toBe('tenant.platform-only');
    expect((await client.call('POST', tenants, { id: 'mine', name: 'x' })).body.code).toBe(
      'tenant.platform-only',
    );
    for (const id of ['demo', 'nobody']) {
      expect((await client.call('GET', `${tenants}/${id}`)).body.code).toBe('tenant.not-found');
      expect((await client.call('DELETE', `${tenants}/${id}`)).body.code).toBe('tenant.not-found');
    }
    expect((await platform.call('DELETE', `${tenants}/demo`)).body.code).toBe('tenant.is-platform');
  });
});

describe('a limit', () => {
  test('of stores and users holds', async () => {
    const { client } = await newTenant({ stores: 1, users: 2 });
    expect((await client.call('POST', stores, { name: 'one' })).status).toBe(201);
    const second = await client.call('POST', stores, { name: 'two' });
    expect([second.status, second.body.code]).toEqual([409, 'tenant.limit-reached']);
    const added = [];
    for (let n = 0; n < 3; n += 1) added.push((await client.call('POST', `${stores}/one/users`, {})).status);
    expect(added).toEqual([201, 201, 409]);
  });

  test('of bytes and of definitions holds', async () => {
    const { client } = await newTenant({ storageBytes: 60, definitions: 0 });
    const form = { name: 'f', resource: '{"title":{"values":{}},"components":[]}' };
    const at = '/api/process-manager/customDataForms';
    expect((await client.call('POST', at, form)).status).toBe(201);
    expect((await client.call('POST', at, form)).body.code).toBe('tenant.limit-reached');
    const page = { name: 'p', documents: [{ path: 'index.html', text: 'a'.repeat(30) }] };
    const paged = await client.call('POST', '/api/theme-server/customPages', page);
    expect(paged.body.code).toBe('tenant.limit-reached');
  });

  test('of requests holds for its tenant alone, and says when to come back', async () => {
    const { client } = await newTenant({ requestsPerMinute: 3 });
    const calls = [];
    for (let n = 0; n < 5; n += 1) calls.push(await client.call('GET', stores));
    expect(calls.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429]);
    expect(Number(calls[4]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await platform.call('GET', stores)).status).toBe(200);
    expect(calls[4]?.body.code).toBe('tenant.too-many-requests');
    await server.owner.change({
      name: 'test.time-passes',
      text: `update request_buckets set filled_at = filled_at - interval '1 minute'`,
    });
    server.clock.now += 60_000;
    expect((await client.call('GET', stores)).status).toBe(200);
  });
});

describe('deletion', () => {
  const rowsOf = async (tenant: string) => {
    const tables = await server.owner.rows<{ name: string }>({
      name: 'test.tables-of-tenants',
      text: `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
        where a.attname = 'tenant_id' and c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
    });
    const left = [];
    for (const { name } of tables) {
      const text = `select 1 from ${name} where tenant_id = $1`;
      if ((await server.owner.rows({ name: `test.rows-of-${name}`, text }, [tenant])).length > 0)
        left.push(name);
    }
    return left;
  };

  test('shuts the doors, erases everything of the tenant and nothing of another', async () => {
    const { id, client } = await newTenant();
    const other = await newTenant();
    await seedOneOfEach(asPlain(client));
    await seedOneOfEach(asPlain(other.client));
    const [before, others] = [await rowsOf(id), await rowsOf(other.id)];
    expect(before.length).toBeGreaterThan(15);
    const { body } = await platform.call('DELETE', `${tenants}/${id}`);
    expect(body.status).toBe('DELETING');
    server.clock.now += 5_000;
    expect((await client.call('GET', stores)).status).toBe(401);
    expect(await eraseLeavingTenants(server.database)).toBeGreaterThan(before.length);
    expect(await rowsOf(id)).toEqual([]);
    expect((await platform.call('GET', `${tenants}/${id}`)).status).toBe(404);
    expect(await rowsOf(other.id)).toEqual(others);
    expect((await other.client.call('GET', stores)).status).toBe(200);
    expect(await eraseLeavingTenants(server.database)).toBe(0);
  });

  test('goes on after an interruption, by several at once', async () => {
    const { id, client } = await newTenant();
    await seedOneOfEach(asPlain(client));
    await platform.call('DELETE', `${tenants}/${id}`);
    let left = 5;
    const failing = {
      ...server.database,
      change: async (...args: Parameters<typeof server.database.change>) => {
        left -= 1;
        if (left < 0) throw new Error('the power went out');
        return server.database.change(...args);
      },
    };
    await expect(eraseTenant(failing, id)).rejects.toThrow('the power went out');
    expect((await rowsOf(id)).length).toBeGreaterThan(0);
    await Promise.all([eraseTenant(server.database, id), eraseTenant(server.database, id)]);
    expect(await rowsOf(id)).toEqual([]);
  });

  test('touches no tenant that is not being deleted', async () => {
    const { id } = await newTenant();
    const rows = await rowsOf(id);
    const text = 'select erase_audit_of_tenant($1, 100) as erased';
    const erase = () => server.database.row({ name: 'test.erase-audit', text }, [id]);
    expect(await inTenant(id, erase)).toEqual({ erased: 0 });
    expect(await rowsOf(id)).toEqual(rows);
  });

  /** Seeds what a tenant has; the platform's part is not its own. */
  const asPlain = (client: TestClient): TestClient => ({
    ...client,
    call: (method, url, ...rest) =>
      url.startsWith('/api/platform')
        ? platform.call(method, url, ...rest)
        : client.call(method, url, ...rest),
  });
});

describe('the host of a tenant', () => {
  let db: TestDatabase;
  let hosted: Awaited<ReturnType<typeof composed>>;
  let key: string;
  beforeAll(async () => {
    db = await testDatabase();
    hosted = await composed(db.database, { baseDomain: 'id.example.org' });
    key = (await keyIn(db.database, 'acme')).code;
    await keyIn(db.database, 'other');
  });
  afterAll(async () => {
    await hosted.close();
    await db.close();
  });
  const at = async (host: string, url = stores) => {
    const headers = { host, authorization: `Bearer ${key}` };
    const answer = await hosted.app.inject({ method: 'GET', url, headers });
    const { traceId: _t, instance: _i, ...body } = answer.json();
    return { status: answer.statusCode, body };
  };

  test('takes its own tokens, and those of no other tenant', async () => {
    expect((await at('acme.id.example.org')).status).toBe(200);
    expect((await at('ACME.id.example.org:443')).status).toBe(200);
    expect((await at('localhost:3000')).status).toBe(200);
    const foreign = await at('other.id.example.org');
    expect(foreign).toEqual(await at('nobody.id.example.org'));
    expect(foreign).toMatchObject({ status: 404, body: { code: 'request.unknown-route' } });
  });

  test('publishes what its tenant says of passkeys there, whoever else names the same domain', async () => {
    const domain = 'acme.id.example.org';
    const origins = {
      acme: ['https://acme.example'],
      other: ['https://evil.example'],
      demo: ['https://demo.example'],
    };
    const name = async (tenant: keyof typeof origins, relyingPartyId: string) => {
      const { code } = await keyIn(db.database, tenant);
      const headers = { authorization: `Bearer ${code}` };
      const post = (url: string, payload: object) =>
        hosted.app.inject({ method: 'POST', url: `${stores}${url}`, headers, payload });
      await post('', { name: 'people' });
      const made = { relyingPartyId, name: tenant, relatedOrigins: origins[tenant] };
      expect((await post('/people/relyingParties', made)).statusCode).toBe(201);
    };
    const published = async (host: string) => {
      const answer = await hosted.app.inject({ url: '/.well-known/webauthn', headers: { host } });
      return answer.statusCode === 200 ? answer.json() : answer.statusCode;
    };
    for (const tenant of ['acme', 'other'] as const) await name(tenant, domain);
    expect(await published(domain)).toEqual({ origins: origins.acme });
    expect(await published('other.id.example.org')).toBe(404);
    // A domain of nobody's host: of one tenant, then of two, of which nobody knows whose it is, then the platform's.
    await name('acme', 'shared.example');
    expect(await published('shared.example')).toEqual({ origins: origins.acme });
    await name('other', 'shared.example');
    expect(await published('shared.example')).toBe(404);
    await name('demo', 'shared.example');
    expect(await published('shared.example')).toEqual({ origins: origins.demo });
  });

  test('is where the links of its journeys lead', async () => {
    const headers = { authorization: `Bearer ${key}` };
    const post = (path: string, payload: object) =>
      hosted.app.inject({ method: 'POST', url: `/api/process-manager/${path}`, headers, payload });
    const resources = { bpmn: { data: shortest, type: 'BPMN' } };
    await post('processDefinitions', { name: 'any', resources, creationOption: 'Save & Deploy' });
    const made = await post('processTokens', { name: 'link', processDefnName: 'any', status: 'ACTIVE' });
    const foreign = { host: 'other.id.example.org' };
    const link = `/web/trustweb?pt=${made.json().id}`;
    expect((await hosted.app.inject({ url: link, headers: foreign })).statusCode).toBe(410);
    const own = await hosted.app.inject({ url: link, headers: { host: 'acme.id.example.org' } });
    expect(own.statusCode).toBe(200);
    expect(made.json().startProcessAddress).toMatch(/^http:\/\/acme\.id\.example\.org:3000\//);
  });
});
