import { permissionIn } from '@latchkey/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Browser,
  operatorWorld,
  secretOf,
  setUpBy,
  signInWith,
} from '../../../../test/support/operator-world.ts';

let world: Awaited<ReturnType<typeof operatorWorld>>;
let ada: Browser;
const stores: Record<string, string> = {};
beforeAll(async () => {
  world = await operatorWorld();
  ada = await world.administrator();
  const key = await world.server.client('demo');
  for (const name of ['north', 'south']) {
    const root = '/api/identity-store/stores';
    stores[name] = (await key.call('POST', root, { name })).body.id;
    await key.call('POST', `${root}/${name}/users`, { externalId: `of-${name}` });
  }
});
afterAll(() => world.close());

const [north, south] = [() => stores.north ?? '', () => stores.south ?? ''];
const invite = (by: Browser, role: string, more: object = {}) =>
  by.call('POST', '/invitations', { name: 'Bo', role, ...more });
const joined = async (role: string, more: object) => {
  const browser = world.browser();
  const { body } = await setUpBy(browser, secretOf((await invite(ada, role, more)).body.link), 'Bo');
  return { browser, id: body.operator.id as string, permissions: body.permissions as readonly string[] };
};
const api = (browser: Browser, method: 'GET' | 'POST', path: string, body?: object) => {
  const headers = { cookie: browser.cookie, 'sec-fetch-site': 'same-origin', 'x-latchkey-backoffice': '1' };
  return world.server.call(method, path, body, headers);
};
const usersOf = (browser: Browser, store: string) =>
  api(browser, 'GET', `/api/identity-store/stores/${store}/users`);
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

describe('an operator held to a store', () => {
  test('works in it, and finds no other, however they ask', async () => {
    const { browser, permissions } = await joined('support', { stores: [north()] });
    expect((await usersOf(browser, 'north')).body.content).toMatchObject([{ externalId: 'of-north' }]);
    expect(codeOf(await usersOf(browser, 'south'))).toEqual(codeOf(await usersOf(browser, 'nowhere')));
    const made = await api(browser, 'POST', '/api/identity-store/stores/south/users', { externalId: 'x' });
    expect(made.status).toBe(404);
    const listed = await api(browser, 'GET', '/api/identity-store/stores');
    expect(listed.body).toMatchObject({ totalElements: 1, content: [{ name: 'north' }] });
    expect((await api(browser, 'GET', '/api/process-manager/processInstances')).status).toBe(403);
    expect(permissions).not.toContain(permissionIn('demo', 'IdentityStore:listUsers'));
  });

  test('is listed with their stores, gets others and all of them, within the documented time', async () => {
    const { browser, id } = await joined('auditor', { stores: [north()] });
    const shown = await ada.call('GET', '/operators?size=100');
    expect(shown.body.content.find((one: { id: string }) => one.id === id).stores).toEqual([north()]);
    const set = async (change: object) => {
      const answer = await ada.call('POST', `/operators/${id}`, change);
      world.server.clock.now += 5_000;
      return answer;
    };
    expect((await set({ stores: [south()] })).body.stores).toEqual([south()]);
    expect((await usersOf(browser, 'north')).status).toBe(404);
    expect((await usersOf(browser, 'south')).status).toBe(200);
    expect((await set({ stores: null })).body.stores).toBeUndefined();
    expect((await usersOf(browser, 'north')).status).toBe(200);
    const key = await world.server.client('demo');
    const { body } = await key.call('GET', `/api/audit?action=operator.changed&targetId=${id}&sort=at,asc`);
    expect(body.content.map(({ facts }: { facts: object }) => facts)).toMatchObject([
      { stores: [south()] },
      { stores: 'all' },
    ]);
  });

  test('needs stores that there are, and a role that can be held to them', async () => {
    const foreign = await (await world.server.client('other')).call('POST', '/api/identity-store/stores', {
      name: 'theirs',
    });
    for (const id of [foreign.body.id, 'nothing']) {
      const { status, body } = await invite(ada, 'support', { stores: [north(), id] });
      expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'operator.invalid', '/stores/1']);
    }
    for (const role of ['administrator', 'designer'])
      expect(codeOf(await invite(ada, role, { stores: [north()] }))).toEqual([400, 'operator.invalid']);
    expect((await invite(ada, 'support', { stores: [] })).status).toBe(400);
    const { id } = await joined('support', { stores: [north()] });
    const risen = await ada.call('POST', `/operators/${id}`, { role: 'designer' });
    expect(codeOf(risen)).toEqual([400, 'operator.invalid']);
    expect((await ada.call('POST', `/operators/${id}`, { role: 'designer', stores: null })).status).toBe(200);
  });
});

describe('a role that can take over users', () => {
  const late = () =>
    world.change("update operator_sessions set created_at = created_at - interval '6 minutes'");

  test('is given within five minutes of a sign-in, and by no client', async () => {
    const key = await world.server.client('demo');
    const byKey = await key.call('POST', '/api/backoffice/invitations', { name: 'X', role: 'administrator' });
    expect(codeOf(byKey)).toEqual([403, 'access.step-up-needed']);
    const { id } = await joined('support', {});
    await late();
    expect(codeOf(await invite(ada, 'administrator'))).toEqual([403, 'access.step-up-needed']);
    expect((await invite(ada, 'auditor')).status).toBe(201);
    const rise = () => ada.call('POST', `/operators/${id}`, { role: 'administrator' });
    expect(codeOf(await rise())).toEqual([403, 'access.step-up-needed']);
    expect((await ada.call('POST', `/operators/${id}`, { role: 'auditor' })).status).toBe(200);
    expect((await signInWith(ada)).status).toBe(200);
    expect((await rise()).body.role).toBe('administrator');
    expect((await invite(ada, 'administrator')).status).toBe(201);
  });

  test('comes back with the unblocking of who had it, which needs the sign-in as well', async () => {
    const { id } = await joined('administrator', {});
    const set = (change: object) => ada.call('POST', `/operators/${id}`, change);
    await late();
    expect((await set({ name: 'Bo B.' })).status).toBe(200);
    expect((await set({ status: 'BLOCKED' })).status).toBe(200);
    expect(codeOf(await set({ status: 'ACTIVE' }))).toEqual([403, 'access.step-up-needed']);
  });

  test('ends the earlier session of the browser when it is signed in anew', async () => {
    const { browser } = await joined('support', {});
    const before = browser.cookie;
    await signInWith(browser);
    world.server.clock.now += 5_000;
    const { body } = await browser.call('GET', '/sessions');
    expect(body.totalElements).toBe(1);
    const old = await world.server.call('GET', '/api/backoffice/session', undefined, { cookie: before });
    expect(old.status).toBe(401);
  });
});
