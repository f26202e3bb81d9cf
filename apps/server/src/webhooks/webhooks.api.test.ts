import { createHmac, randomBytes } from 'node:crypto';
import { getConstructionPlans } from 'pg-boss';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Composed, composed, keyIn } from '../../../../test/support/composed.ts';
import { type TestDatabase, testDatabase } from '../../../../test/support/postgres.ts';
import { shortest } from '../../../../test/support/seed-one-of-each.ts';
import { type Received, webhookReceiver } from '../../../../test/support/webhook-receiver.ts';
import { readAllowance } from '../egress/address-ranges.ts';

let database: TestDatabase;
let product: Composed;
let key: string;
let foreign: string;
let hook: string;
let receiver: Awaited<ReturnType<typeof webhookReceiver>>;
let received: Received[];

beforeAll(async () => {
  receiver = await webhookReceiver();
  ({ received, url: hook } = receiver);
  database = await testDatabase();
  product = await composed(database.database, {
    secretKey: randomBytes(32),
    allowance: readAllowance('127.0.0.1') as NonNullable<ReturnType<typeof readAllowance>>,
    patience: { retries: 1, pauseSeconds: 1, longestPauseSeconds: 1, leaseSeconds: 5 },
  });
  key = (await keyIn(database.database, 'demo')).code;
  foreign = (await keyIn(database.database, 'other')).code;
  await call('POST', '/api/identity-store/stores', { name: 'people' });
  await product.deliveries.start();
  product.housekeeping.start();
});

afterAll(async () => {
  await product?.housekeeping.stop();
  await product?.deliveries.stop();
  await product?.close();
  await database?.close();
  receiver?.close();
});

beforeEach(() => {
  received.length = 0;
  receiver.answer = 204;
});

async function call(method: 'GET' | 'POST' | 'DELETE', url: string, body?: object, token = key) {
  const got = await product.app.inject({
    method,
    url,
    headers: { authorization: `Bearer ${token}` },
    ...(body && { payload: body }),
  });
  return { status: got.statusCode, body: got.body === '' ? undefined : got.json() };
}

const endpoints = '/api/webhooks/endpoints';
const users = '/api/identity-store/stores/people/users';

async function endpoint(events: readonly string[], more: object = {}) {
  const made = await call('POST', endpoints, { name: 'Mail', url: hook, events, ...more });
  expect(made.status).toBe(201);
  return made.body as { readonly id: string; readonly secret: string };
}

const told = (type: string) => received.filter(({ body }) => JSON.parse(body).type === type);
const arrives = <Result>(look: () => Result | Promise<Result>) =>
  vi.waitFor(look, { timeout: 25_000, interval: 100 });

/** Standard Webhooks, computed here from its text: `v1,` and base64 of HMAC-SHA-256 over id, moment and body. */
function isSignedBy({ headers, body }: Received, secret: string): boolean {
  const bytes = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const expected = `v1,${createHmac('sha256', bytes).update(signed).digest('base64')}`;
  return (headers['webhook-signature'] ?? '').split(' ').includes(expected);
}

describe('an event', () => {
  test('arrives once, signed, as a CloudEvent with ids alone', async () => {
    const { id, secret } = await endpoint(['user.created']);
    const person = { externalId: 'E-77', email: 'ada@example.org', firstName: 'Ada' };
    const { body: user } = await call('POST', users, person);
    const [one] = await arrives(() => {
      expect(told('user.created')).toHaveLength(1);
      return told('user.created');
    });
    const { headers, body } = one as Received;
    const event = JSON.parse(body);
    expect(isSignedBy(one as Received, secret)).toBe(true);
    expect(headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
    expect(event).toMatchObject({
      specversion: '1.0',
      id: headers['webhook-id'],
      source: 'urn:latchkey:tenant:demo',
      subject: `user/${user.id}`,
      data: { actor: { kind: 'client', name: 'API Key: demo' }, target: { kind: 'user', id: user.id } },
    });
    for (const text of Object.values(person)) expect(body).not.toContain(text);
    await arrives(async () => {
      const { body } = await call('GET', `/api/webhooks/deliveries?webhookId=${id}`);
      expect(body.content).toMatchObject([{ status: 'DELIVERED', attempts: 1, answerStatus: 204 }]);
    });
    await call('DELETE', `${endpoints}/${id}`);
  });

  test('is not told of a refused attempt, of another tenant, or to an endpoint that did not pick it', async () => {
    const picked = await endpoint(['user.deleted']);
    const silent = await endpoint(['user.created'], { status: 'DISABLED' });
    await call('POST', users, { externalId: 'E-78' });
    expect((await call('DELETE', `${users}/AAAAAAAAAAAAAAAAAAAAAAAAAA`)).status).toBe(404);
    await call('POST', '/api/identity-store/stores', { name: 'people' }, foreign);
    await call('POST', users, { externalId: 'E-78' }, foreign);
    const all = await call('GET', '/api/webhooks/deliveries?size=200');
    const to = all.body.content.map(({ webhookId }: { webhookId: string }) => webhookId);
    expect(to).not.toContain(picked.id);
    expect(to).not.toContain(silent.id);
    for (const { id } of [picked, silent]) await call('DELETE', `${endpoints}/${id}`);
  });

  test('warns of a registration for another user, with actor and target', async () => {
    const { id } = await endpoint(['passkey-registration.started-for-user']);
    const store = '/api/identity-store/stores/people';
    const { body: user } = await call('POST', users, { externalId: 'E-79' });
    await call('POST', `${store}/relyingParties`, { relyingPartyId: 'localhost', name: 'People' });
    await call('POST', `${store}/relyingParties/localhost/registrationPolicies`, { name: 'standard' });
    const path = `${users}/${user.id}/passkeys/relyingParties/localhost/registrations/standard`;
    expect((await call('POST', path, {})).status).toBeLessThan(300);
    await arrives(() => expect(told('passkey-registration.started-for-user')).toHaveLength(1));
    expect(JSON.parse(told('passkey-registration.started-for-user')[0]?.body ?? '').data).toMatchObject({
      actor: { kind: 'client', name: 'API Key: demo' },
      target: { kind: 'user', id: user.id },
      relyingPartyId: 'localhost',
    });
    await call('DELETE', `${endpoints}/${id}`);
  });

  test('of a test run goes nowhere', async () => {
    const { id } = await endpoint(['process-instance.started', 'process-instance.ended', 'user.created']);
    const run = await call('POST', '/api/process-manager/testRuns', {
      definitionName: 'sample',
      resources: { bpmn: { data: shortest, type: 'BPMN' } },
    });
    expect(run.status).toBe(201);
    const rows = await database.owner.rows<{ tenant: string; action: string }>({
      name: 'test.runs',
      text: `select a.tenant_id as tenant, action from audit a join tenants t on t.id = a.tenant_id where t.sandbox_of = 'demo'`,
    });
    expect(rows.map(({ action }) => action)).toContain('process-instance.started');
    const deliveries = await call('GET', `/api/webhooks/deliveries?webhookId=${id}`);
    expect(deliveries.body.totalElements).toBe(0);
    await call('DELETE', `${endpoints}/${id}`);
  });
});

describe('a receiver that fails', () => {
  test('is tried again under the same id, then given up, and takes the event when it is sent again', async () => {
    receiver.answer = 503;
    const { id, secret } = await endpoint(['user.created']);
    await call('POST', users, { externalId: 'E-90' });
    await arrives(async () => {
      const { body } = await call('GET', `/api/webhooks/deliveries?status=DEAD&webhookId=${id}`);
      expect(body.content).toMatchObject([
        { attempts: 2, answerStatus: 503, answerBody: 'noted ', failure: 'webhook.refused' },
      ]);
    });
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    receiver.answer = 200;
    const [dead] = (await call('GET', `/api/webhooks/deliveries?webhookId=${id}`)).body.content;
    const resend = `${endpoints}/${id}/deliveries/${dead.eventId}/resend`;
    expect((await call('POST', resend, {}, foreign)).body.code).toBe('webhook.delivery-not-found');
    expect((await call('POST', resend, {})).status).toBe(204);
    await arrives(async () => {
      const { body } = await call('GET', `/api/webhooks/deliveries?webhookId=${id}`);
      expect(body.content).toMatchObject([{ status: 'DELIVERED', attempts: 3, answerStatus: 200 }]);
    });
    expect(received.at(-1)?.headers['webhook-id']).toBe(dead.eventId);
    expect(received.every((one) => isSignedBy(one, secret))).toBe(true);
    await call('DELETE', `${endpoints}/${id}`);
  });

  test('is a dead letter at once when its endpoint is off, and all of them are sent again together', async () => {
    receiver.answer = 302;
    const { id } = await endpoint(['user.created']);
    await call('POST', users, { externalId: 'E-91' });
    await call('POST', users, { externalId: 'E-92' });
    await call('POST', `${endpoints}/${id}`, { status: 'DISABLED' });
    await arrives(async () => {
      const { body } = await call('GET', `/api/webhooks/deliveries?status=DEAD&webhookId=${id}`);
      expect(body.totalElements).toBe(2);
    });
    receiver.answer = 204;
    await call('POST', `${endpoints}/${id}`, { status: 'ENABLED' });
    const { body } = await call('POST', '/api/webhooks/deliveries/resend', { webhookId: id });
    expect(body).toEqual({ resent: 2 });
    await arrives(async () => {
      const { body } = await call('GET', `/api/webhooks/deliveries?status=DELIVERED&webhookId=${id}`);
      expect(body.totalElements).toBe(2);
    });
    await call('DELETE', `${endpoints}/${id}`);
  });
});

describe('a receiver that is gone', () => {
  test('is switched off at once with a reason and an audit record, and never tried again until it is on', async () => {
    receiver.answer = 410;
    const { id } = await endpoint(['user.created']);
    await call('POST', users, { externalId: 'E-95' });
    const one = `${endpoints}/${id}`;
    await arrives(async () => {
      const { body } = await call('GET', `/api/webhooks/deliveries?status=DEAD&webhookId=${id}`);
      expect(body.content).toMatchObject([{ attempts: 1, answerStatus: 410, failure: 'webhook.gone' }]);
    });
    const gone = { status: 'DISABLED', disabledReason: 'webhook.gone' };
    expect((await call('GET', one)).body).toMatchObject({ ...gone, lastUpdatedBy: 'System' });
    const audit = await call('GET', `/api/audit?action=webhook.disabled&targetId=${id}`);
    expect(audit.body.content).toMatchObject([{ actor: 'System', facts: { reason: 'webhook.gone' } }]);
    await call('POST', users, { externalId: 'E-96' });
    await new Promise((done) => setTimeout(done, 2_500));
    expect(received).toHaveLength(1);
    const changed = (await call('POST', one, { name: 'Mail again' })).body;
    expect(changed).toMatchObject(gone);
    for (const status of ['ENABLED', 'DISABLED'])
      expect((await call('POST', one, { status })).body).not.toHaveProperty('disabledReason');
    await call('DELETE', one);
  });
});

describe('an endpoint', () => {
  test('signs with two secrets while they change, shows each once and stores neither in the clear', async () => {
    const { id, secret } = await endpoint(['user.created']);
    const rotated = await call('POST', `${endpoints}/${id}/secret`, {});
    expect(rotated.body.previousSecretUntil).toBeDefined();
    expect((await call('POST', `${endpoints}/${id}/test`, {})).body).toMatchObject({
      isAccepted: true,
      answerStatus: 204,
    });
    const [one] = told('webhook.tested') as [Received];
    expect([secret, rotated.body.secret].map((each) => isSignedBy(one, each))).toEqual([true, true]);
    expect((await call('GET', `${endpoints}/${id}`)).body).not.toHaveProperty('secret');
    const stored = await database.owner.row<{ text: string }>({
      name: 'test.secrets',
      text: `select string_agg(encode(secret, 'hex') || encode(previous_secret, 'hex'), ' ') as text from webhook_endpoints`,
    });
    for (const each of [secret, rotated.body.secret])
      expect(stored?.text).not.toContain(Buffer.from(each.slice(6), 'base64').toString('hex'));
    await call('DELETE', `${endpoints}/${id}`);
  });

  test.each([
    ['https://10.0.0.1/', 'private or reserved'],
    ['ftp://hooks.example/', 'must be an https URL'],
    ['https://u:p@hooks.example/', 'must be an https URL'],
  ])('is refused at %s', async (url, reason) => {
    const made = await call('POST', endpoints, { name: 'Mail', url, events: ['user.created'] });
    expect(made.body).toMatchObject({
      code: 'webhook.invalid',
      errors: [{ pointer: '/url', detail: expect.stringContaining(reason) }],
    });
  });

  test('is one of at most twenty', async () => {
    const answers = await Promise.all(
      Array.from({ length: 25 }, () =>
        call('POST', endpoints, { name: 'Many', url: hook, events: ['user.created'] }, foreign),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(answers.find(({ status }) => status !== 201)?.body.code).toBe('webhook.too-many');
  });

  test('of another tenant is not there', async () => {
    const { id } = await endpoint(['user.created']);
    const paths = [`${endpoints}/${id}/test`, `${endpoints}/${id}/secret`, `${endpoints}/${id}`];
    for (const path of paths)
      expect((await call('POST', path, {}, foreign)).body.code).toBe('webhook.not-found');
    await call('DELETE', `${endpoints}/${id}`);
  });

  test('says why a test did not arrive', async () => {
    const { id } = await endpoint(['user.created'], { url: 'http://127.0.0.1:1/' });
    expect((await call('POST', `${endpoints}/${id}/test`, {})).body).toMatchObject({
      isAccepted: false,
      failure: 'egress.unreachable',
    });
    await call('DELETE', `${endpoints}/${id}`);
  });
});

test('the tables of the queue are those of the package, and the program owns none of them', async () => {
  const wanted = /INSERT INTO pgboss\.version\(version\) VALUES \('(\d+)'\)/.exec(
    getConstructionPlans('pgboss'),
  )?.[1];
  const found = await database.owner.row<{ version: number; owned: number }>({
    name: 'test.queue',
    text: `select (select version from pgboss.version) as version, (select count(*) from pg_class c
      join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
      where n.nspname = 'pgboss' and r.rolname <> current_user) as owned`,
  });
  expect(found).toEqual({ version: Number(wanted), owned: 0 });
});
