import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestClient, type TestServer, testServer } from '../../../../test/support/server.ts';

let server: TestServer;
let demo: TestClient;
const users = '/api/identity-store/stores/customers/users';

beforeAll(async () => {
  server = await testServer();
  demo = await server.client('demo');
  await demo.call('POST', '/api/identity-store/stores', {
    name: 'customers',
    defaultTimeZone: 'Europe/Berlin',
    defaultLocaleLanguage: 'de',
  });
});
afterAll(() => server.close());

const guide = {
  externalId: 'E-1001',
  attributes: { department: 'R&D' },
  dateOfBirth: '1990-02-28',
  email: 'example@domain.com',
  firstName: 'Ada',
  lastName: 'Lovelace',
  localeCountry: 'GB',
  localeLanguage: 'en',
  localeVariant: '1994-rozaj',
  nationalities: ['British'],
  status: 'pending',
  timeZone: 'EST',
  type: 'employee',
};

describe('adding a user', () => {
  test('keeps every field of the guide', async () => {
    const { status, body } = await demo.call('POST', users, guide);
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...guide, status: 'PENDING_ACTIVE', storeName: 'customers', lockCount: 0 });
    expect(body.id).toMatch(/^[A-Z2-7]{26}$/);
    expect(body.createdBy).toBe('API Key: demo');
    expect(await demo.call('GET', `${users}/${body.id}`)).toMatchObject({ status: 200, body });
    expect(await demo.call('GET', `${users}/E-1001/ext`)).toMatchObject({ status: 200, body });
  });

  test('takes the defaults of the store and makes up an external id', async () => {
    const { body } = await demo.call('POST', users, {});
    expect(body).toMatchObject({ status: 'ACTIVE', timeZone: 'Europe/Berlin', localeLanguage: 'de' });
    expect(body.externalId).toMatch(/^[A-Z2-7]{26}$/);
  });

  test('refuses an external id that is taken, also by many at once, and says so in the audit', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => demo.call('POST', users, { externalId: 'twice' })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused).toHaveLength(7);
    expect(refused[0]?.body.code).toBe('user.external-id-not-unique');
    const audit = await demo.call('GET', '/api/audit?action=user.created&outcome=FAILURE&size=50');
    expect(audit.body.content.length).toBeGreaterThanOrEqual(7);
    expect(audit.body.content[0]).toMatchObject({
      code: 'user.external-id-not-unique',
      actor: 'API Key: demo',
    });
  });

  test('an external id is unique in its store, not beyond', async () => {
    await demo.call('POST', '/api/identity-store/stores', { name: 'partners' });
    const { status } = await demo.call('POST', '/api/identity-store/stores/partners/users', {
      externalId: 'E-1001',
    });
    expect(status).toBe(201);
  });

  test.each([
    ['dateOfBirth', '2023-02-29'],
    ['dateOfBirth', '28.02.1990'],
    ['email', 'nobody'],
    ['localeLanguage', 'e1'],
    ['localeCountry', 'XX'],
    ['localeVariant', 'abcd'],
    ['localeVariant', '1994--rozaj'],
    ['timeZone', 'Mars/Olympus'],
    ['timeZone', '+01:00'],
    ['status', 'asleep'],
    ['status', 'constructor'],
    ['externalId', ''],
    ['type', 'x'.repeat(65)],
    ['attributes', { 'a\nb': 'c' }],
    ['attributes', { '': 'c' }],
  ])('refuses %s %j', async (field, value) => {
    const { status, body } = await demo.call('POST', users, { [field]: value });
    expect(status).toBe(400);
    expect(body.errors[0].pointer).toBe(`/${field}`);
  });

  test('stops at the limit of the store', async () => {
    await demo.call('POST', '/api/identity-store/stores', { name: 'tiny', maxUsers: 2 });
    const tiny = '/api/identity-store/stores/tiny/users';
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await demo.call('POST', tiny, {})).status);
    expect(statuses).toEqual([201, 201, 409]);
  });
});

describe('changing a user', () => {
  test('replaces what is named, clears with null, leaves the rest', async () => {
    const { body: user } = await demo.call('POST', users, {
      externalId: 'c1',
      email: 'a@b.de',
      firstName: 'A',
    });
    const changed = await demo.call('POST', `${users}/${user.id}`, {
      email: null,
      lastName: 'B',
      nationalities: ['DE', 'FR'],
    });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({ firstName: 'A', lastName: 'B', nationalities: ['DE', 'FR'] });
    expect(changed.body).not.toHaveProperty('email');
    expect((await demo.call('POST', `${users}/c1/ext`, { externalId: 'c2' })).body.externalId).toBe('c2');
    expect((await demo.call('GET', `${users}/c1/ext`)).status).toBe(404);
  });

  test('refuses an external id of another', async () => {
    await demo.call('POST', users, { externalId: 'x1' });
    await demo.call('POST', users, { externalId: 'x2' });
    const { status, body } = await demo.call('POST', `${users}/x1/ext`, { externalId: 'x2' });
    expect([status, body.code]).toEqual([409, 'user.external-id-not-unique']);
    expect((await demo.call('POST', `${users}/x1/ext`, { externalId: 'x1' })).status).toBe(200);
  });

  test.each([
    ['locked', 'LOCKED'],
    ['DISABLED', 'DISABLED'],
    ['temp_locked', 'TEMP_LOCKED'],
    ['active', 'ACTIVE'],
  ])('sets the status %s', async (word, status) => {
    const { body: user } = await demo.call('POST', users, {});
    expect((await demo.call('POST', `${users}/${user.id}/status/${word}`)).body.status).toBe(status);
    const byExternalId = await demo.call('POST', `${users}/${user.externalId}/status/${word}/ext`);
    expect(byExternalId.body.status).toBe(status);
  });
});

describe('a temporary lock', () => {
  test('ends by itself', async () => {
    const { body: user } = await demo.call('POST', users, {});
    const lock = (when: string) =>
      server.owner.change(
        {
          name: 'test.lock',
          text: `update users set status = 'TEMP_LOCKED', locked_until = now() + $1::interval where id = $2`,
        },
        [when, user.id],
      );
    await lock('1 hour');
    expect((await demo.call('GET', `${users}/${user.id}`)).body.status).toBe('TEMP_LOCKED');
    await lock('-1 second');
    expect((await demo.call('GET', `${users}/${user.id}`)).body.status).toBe('ACTIVE');
    expect(
      (await demo.call('GET', `${users}?status=temp_locked&externalId=${user.externalId}`)).body.empty,
    ).toBe(true);
  });
});

describe('listing users', () => {
  test('pages, sorts and filters', async () => {
    await demo.call('POST', '/api/identity-store/stores', { name: 'listed' });
    const listed = '/api/identity-store/stores/listed/users';
    for (const [firstName, lastName, status] of [
      ['Ada', 'Lovelace', 'active'],
      ['Alan', 'Turing', 'locked'],
      ['Grace', 'Hopper', 'active'],
    ]) {
      await demo.call('POST', listed, {
        firstName,
        lastName,
        status,
        email: `${firstName}@x.org`,
        externalId: `id_${firstName}`,
      });
    }
    const page = (await demo.call('GET', `${listed}?size=2&sort=lastName,desc`)).body;
    expect(page.content.map(({ lastName }: { lastName: string }) => lastName)).toEqual([
      'Turing',
      'Lovelace',
    ]);
    expect({ ...page, content: [] }).toEqual({
      content: [],
      totalElements: 3,
      totalPages: 2,
      first: true,
      last: false,
      number: 0,
      numberOfElements: 2,
      size: 2,
      sort: ['lastName,desc'],
      pageable: { paged: true, unpaged: false, pageNumber: 0, pageSize: 2, offset: 0 },
      empty: false,
    });
    const total = async (query: string) => (await demo.call('GET', `${listed}?${query}`)).body.totalElements;
    expect(await total('name=al%25')).toBe(1);
    expect(await total('name=ada%20love%25')).toBe(1);
    expect(await total('email=ADA@x.org')).toBe(1);
    expect(await total('externalId=id_Grace')).toBe(1);
    expect(await total('externalId=id%25')).toBe(3);
    expect(await total('externalId=idxGrace')).toBe(0);
    expect(await total('name=%5C')).toBe(0);
    expect(await total('externalId=i__Grace')).toBe(0);
    expect(await total('status=locked')).toBe(1);
    expect(await total('status=locked&name=%25')).toBe(1);
    expect((await demo.call('GET', `${listed}?sort=password`)).status).toBe(400);
    expect((await demo.call('GET', `${listed}?status=asleep`)).status).toBe(400);
  });
});

describe('deleting a user', () => {
  test('takes it away and says so in the audit', async () => {
    const { body: user } = await demo.call('POST', users, { externalId: 'gone' });
    expect((await demo.call('DELETE', `${users}/gone/ext`)).status).toBe(204);
    expect((await demo.call('GET', `${users}/${user.id}`)).body.code).toBe('user.not-found');
    expect((await demo.call('DELETE', `${users}/${user.id}`)).status).toBe(404);
    const { content } = (await demo.call('GET', `/api/audit?targetKind=user&targetId=${user.id}&sort=at,asc`))
      .body;
    expect(content.map(({ action, outcome }: Record<string, string>) => [action, outcome])).toEqual([
      ['user.created', 'SUCCESS'],
      ['user.deleted', 'SUCCESS'],
      ['user.deleted', 'FAILURE'],
    ]);
  });
});

describe("another tenant's user", () => {
  test('is absent, in the same words as one that never was', async () => {
    const { body: user } = await demo.call('POST', users, { externalId: 'mine' });
    const other = await server.client('other');
    await other.call('POST', '/api/identity-store/stores', { name: 'customers' });
    const foreign = await other.call('GET', `${users}/${user.id}`);
    const missing = await other.call('GET', `${users}/AAAAAAAAAAAAAAAAAAAAAAAAAA`);
    const plain = ({ traceId: _t, instance: _i, ...rest }: Record<string, unknown>) => rest;
    expect(foreign.status).toBe(404);
    expect(plain(foreign.body)).toEqual(plain(missing.body));
    expect((await other.call('GET', `${users}/mine/ext`)).status).toBe(404);
    expect((await other.call('DELETE', `${users}/${user.id}`)).status).toBe(404);
    expect((await demo.call('GET', `${users}/${user.id}`)).status).toBe(200);
  });
});
