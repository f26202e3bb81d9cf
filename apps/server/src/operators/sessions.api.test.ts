import { type OperatorRole, operatorRoles, type Route, routes } from '@latchkey/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Browser, operatorWorld, signInWith } from '../../../../test/support/operator-world.ts';
import { bodyOf, urlOf } from '../../../../test/support/request-of.ts';
import { publicUrl } from '../../../../test/support/server.ts';
import { staleForMs } from '../access/authentication.ts';
import { roleOperations } from './roles.ts';

let world: Awaited<ReturnType<typeof operatorWorld>>;
let ada: Browser;
beforeAll(async () => {
  world = await operatorWorld();
  ada = await world.administrator();
});
afterAll(() => world.close());
beforeEach(() => {
  world.server.clock.now += 60_000;
});

const statusOf = async (browser: Browser) => (await browser.call('GET', '/session')).status;
const idOf = async (browser: Browser): Promise<string> => {
  const { body } = await browser.call('GET', '/sessions?size=200');
  return body.content.find(({ current }: { current: boolean }) => current).id;
};
const seenAt = async (id: string) => {
  const row = await world.server.owner.row<{ seen: Date }>(
    { name: 'test.seen', text: 'select seen_at as seen from operator_sessions where id = $1' },
    [id],
  );
  return row?.seen.getTime();
};

describe('a session', () => {
  test('ends when it is idle for thirty minutes', async () => {
    const { browser } = await world.invited(ada, 'auditor');
    const id = await idOf(browser);
    const idleFor = (minutes: number) =>
      world.change(
        `update operator_sessions set seen_at = clock_timestamp() - interval '${minutes} minutes' where id = '${id}'`,
      );
    await idleFor(29);
    expect(await statusOf(browser)).toBe(200);
    await idleFor(30);
    expect(await statusOf(browser)).toBe(401);
  });

  test('ends after twelve hours, however busy it is', async () => {
    const { browser } = await world.invited(ada, 'auditor');
    const { body } = await browser.call('GET', '/session');
    const hours = (Date.parse(body.expiresAt) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(11.9);
    expect(hours).toBeLessThanOrEqual(12.01);
    await world.change(
      `update operator_sessions set expires_at = clock_timestamp() where id = '${await idOf(browser)}'`,
    );
    expect(await statusOf(browser)).toBe(401);
  });

  test('is written at most once a minute', async () => {
    const { browser } = await world.invited(ada, 'auditor');
    const id = await idOf(browser);
    const first = await seenAt(id);
    await statusOf(browser);
    expect(await seenAt(id)).toBe(first);
    await world.change(
      `update operator_sessions set seen_at = seen_at - interval '61 seconds' where id = '${id}'`,
    );
    await statusOf(browser);
    expect(await seenAt(id)).toBeGreaterThan(first ?? 0);
  });

  test('that signs out is over at once, its cookie cleared', async () => {
    const { browser } = await world.invited(ada, 'auditor');
    const { cookie } = browser;
    const done = await browser.call('POST', '/sign-out');
    expect([done.status, done.headers.getSetCookie()[0]]).toEqual([
      204,
      'latchkey-operator=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict',
    ]);
    browser.cookie = cookie;
    expect(await statusOf(browser)).toBe(401);
  });

  test('is listed and revoked by its operator and by administrators, not by others', async () => {
    const [mine, theirs] = [
      await world.invited(ada, 'support', 'M'),
      await world.invited(ada, 'support', 'T'),
    ];
    const second = world.browser();
    await signInWith(second, mine.browser.device);
    const { body } = await mine.browser.call('GET', '/sessions', undefined);
    expect(body.totalElements).toBe(2);
    expect(body.content.map(({ current }: { current: boolean }) => current).sort()).toEqual([false, true]);
    expect(body.content[0]).toMatchObject({
      operator: { id: mine.id, name: 'M' },
      browser: 'Another browser',
    });
    const secondId = await idOf(second);
    expect((await theirs.browser.call('DELETE', `/sessions/${secondId}`)).body.code).toBe(
      'operator.session-not-found',
    );
    expect((await mine.browser.call('DELETE', `/sessions/${secondId}`)).status).toBe(204);
    expect(await statusOf(second)).toBe(401);
    expect((await ada.call('GET', '/sessions?size=200')).body.totalElements).toBeGreaterThan(2);
    expect((await ada.call('DELETE', `/sessions/${await idOf(theirs.browser)}`)).status).toBe(204);
    expect(await statusOf(theirs.browser)).toBe(401);
    const { body: trail } = await world.server
      .client('demo')
      .then((key) => key.call('GET', '/api/audit?action=operator-session.revoked'));
    expect(trail.content.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'SUCCESS',
      'SUCCESS',
      'FAILURE',
    ]);
  });

  test('revoked in another process is over within the documented time', async () => {
    const { browser } = await world.invited(ada, 'auditor');
    const id = await idOf(browser);
    const revoke = `update operator_sessions set revoked_at = now() where id = '${id}'`;
    await world.server.owner.change({ name: 'test.revoke', text: revoke });
    world.server.clock.now += staleForMs;
    expect(await statusOf(browser)).toBe(401);
  });
});

describe('a request by cookie', () => {
  const invite = (headers: Record<string, string>) =>
    ada.call('POST', '/invitations', { name: 'X', role: 'auditor' }, headers);
  const ours = { 'x-latchkey-backoffice': '1' };

  test.each<[number, Record<string, string>]>([
    [201, { 'sec-fetch-site': 'same-origin', ...ours }],
    [201, { origin: publicUrl, ...ours }],
    [403, { 'sec-fetch-site': 'same-origin' }],
    [403, { 'sec-fetch-site': 'same-site', ...ours }],
    [403, { 'sec-fetch-site': 'cross-site', origin: publicUrl, ...ours }],
    [403, { 'sec-fetch-site': 'none', ...ours }],
    [403, { origin: 'https://evil.example', ...ours }],
    [403, { origin: publicUrl }],
    [403, { ...ours }],
    [403, {}],
  ])('that changes something is %i with %j', async (status, headers) => {
    const answer = await invite(headers);
    expect([answer.status, answer.body.code]).toEqual([
      status,
      status === 403 ? 'access.cross-site' : undefined,
    ]);
  });

  test('that only reads needs none of that', async () => {
    expect((await ada.call('GET', '/operators', undefined, {})).status).toBe(200);
    const stores = await fetch(`${world.base}/api/identity-store/stores`, {
      headers: { cookie: ada.cookie },
    });
    expect(stores.status).toBe(200);
  });

  test('and by token is the client’s, also when the token is not good', async () => {
    const key = await world.server.client('demo', ['Backoffice:getSession']);
    const asKey = await ada.call('GET', '/operators', undefined, { authorization: `Bearer ${key.code}` });
    expect(asKey.body.code).toBe('access.forbidden');
    const session = await ada.call('GET', '/session', undefined, { authorization: `Bearer ${key.code}` });
    expect([session.status, session.body.code]).toEqual([403, 'operator.session-needed']);
    expect((await ada.call('GET', '/session', undefined, { authorization: 'Bearer x' })).status).toBe(401);
  });

  test('of one tenant sees nothing of another', async () => {
    const eve = await world.administrator('other');
    const { id } = await world.invited(ada, 'auditor', 'Unseen');
    const { body } = await eve.call('GET', '/operators');
    expect(body.content.map(({ name }: { name: string }) => name)).toEqual(['Ada']);
    expect((await eve.call('POST', `/operators/${id}`, { role: 'support' })).body.code).toBe(
      'operator.not-found',
    );
    expect((await eve.call('DELETE', `/operators/${id}`)).status).toBe(404);
    expect((await eve.call('DELETE', `/sessions/${await idOf(ada)}`)).status).toBe(404);
    expect((await eve.call('GET', `/operators/${id}/passkeys`)).status).toBe(404);
    expect((await eve.call('GET', '/sessions')).body.totalElements).toBe(1);
  });
});

describe('roles', () => {
  const served = () =>
    routes.filter(
      ({ permission, method, path }) =>
        permission !== 'public' &&
        !path.endsWith('/sign-out') &&
        world.server.app.hasRoute({ method, url: path.replace(/\{(\w+)\}/g, ':$1') }),
    );
  const mayCall = async (browser: Browser, route: Route) => {
    const answer = await fetch(`${world.base}${urlOf(route)}`, {
      method: route.method,
      headers: {
        cookie: browser.cookie,
        'sec-fetch-site': 'same-origin',
        'x-latchkey-backoffice': '1',
        ...(route.method === 'POST' && { 'content-type': 'application/json' }),
      },
      ...(route.method === 'POST' && { body: JSON.stringify(bodyOf(route) ?? {}) }),
    });
    const { code } = (await answer.json().catch(() => ({}))) as { code?: string };
    return code !== 'access.forbidden';
  };

  test.each(operatorRoles)(
    '%s may call the routes of its table and no others',
    async (role: OperatorRole) => {
      const { browser } = await world.invited(ada, role);
      const allowed: string[] = [];
      for (const route of served()) if (await mayCall(browser, route)) allowed.push(route.id);
      const expected = served().filter(({ permission, orPermission }) =>
        [permission, orPermission].some((one) => one !== undefined && roleOperations[role].includes(one)),
      );
      expect(allowed).toEqual(expected.map(({ id }) => id));
      expect(served().length).toBeGreaterThan(80);
    },
  );
});
