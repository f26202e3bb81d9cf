import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  publicOrigin,
  registrationWorld,
  type Started,
} from '../../../../test/support/registration-world.ts';

type Page = { readonly content: readonly { readonly id: string }[]; readonly totalElements: number };

let world: Awaited<ReturnType<typeof registrationWorld>>;
beforeAll(async () => {
  world = await registrationWorld();
});
afterAll(() => world.close());

async function userWithPasskeys(number: number) {
  const user = await world.newUser();
  const ids: string[] = [];
  for (let made = 0; made < number; made += 1) {
    const { body } = await world.call<Started>('POST', world.startOf(user.id), {});
    const clientResponse = createSoftAuthenticator().createCredential(body.clientRequest, {
      origin: publicOrigin,
    });
    const path = `${world.store}/passkeys/registrations/sessions/${body.sessionId}`;
    const done = await world.call<{ passkey: { id: string } }>('POST', path, { clientResponse });
    ids.push(done.body.passkey.id);
  }
  return { user, ids };
}

describe.each([
  ['our id', (user: { id: string; externalId: string }, rest: string) => `users/${user.id}/passkeys${rest}`],
  [
    'external id',
    (user: { id: string; externalId: string }, rest: string) =>
      `users/${user.externalId}/passkeys${rest}/ext`,
  ],
])('the passkeys of a user by %s', (_name, pathOf) => {
  test('are listed in pages, read, renamed, blocked and deleted', async () => {
    const { user, ids } = await userWithPasskeys(3);
    const at = (rest: string) => `${world.store}/${pathOf(user, rest)}`;
    const page = await world.call<Page>('GET', `${at('')}?size=2&page=1`);
    expect(page.body).toMatchObject({
      totalElements: 3,
      totalPages: 2,
      number: 1,
      numberOfElements: 1,
      last: true,
    });
    expect(page.body.content.map(({ id }) => id)).toEqual(ids.slice(2));
    const one = at(`/${ids[0]}`);
    const read = await world.call('GET', one);
    expect(read).toMatchObject({ status: 200, body: { id: ids[0], userId: user.id, status: 'ACTIVE' } });
    const renamed = await world.call('POST', one, { name: 'My laptop', status: 'BLOCKED' });
    expect(renamed).toMatchObject({
      status: 200,
      body: { ...read.body, name: 'My laptop', status: 'BLOCKED', lastUpdatedDtm: expect.any(String) },
    });
    expect(await world.call('DELETE', one)).toEqual({ status: 204, body: {} });
    expect(await world.call('GET', one)).toMatchObject({ status: 404, body: { code: 'passkey.not-found' } });
    expect(await world.call('DELETE', one)).toMatchObject({
      status: 404,
      body: { code: 'passkey.not-found' },
    });
    const trail = await world.call<{ content: object[] }>(
      'GET',
      `/api/audit?targetKind=passkey&targetId=${ids[0]}&sort=at,asc`,
    );
    expect(trail.body.content).toMatchObject([
      { action: 'passkey.changed', outcome: 'SUCCESS' },
      { action: 'passkey.deleted', outcome: 'SUCCESS' },
      { action: 'passkey.deleted', outcome: 'FAILURE', code: 'passkey.not-found' },
    ]);
  });

  test('are absent for another user, another tenant, another store', async () => {
    const { user, ids } = await userWithPasskeys(1);
    const other = await world.newUser();
    const path = (of: typeof user) => `${world.store}/${pathOf(of, `/${ids[0]}`)}`;
    for (const method of ['GET', 'POST', 'DELETE']) {
      const body = method === 'POST' ? {} : undefined;
      expect(await world.call(method, path(other), body)).toMatchObject({
        status: 404,
        body: { code: 'passkey.not-found' },
      });
      expect(await world.call(method, path(user), body, 'other')).toMatchObject({
        status: 404,
        body: { code: 'store.not-found' },
      });
      expect(await world.call(method, path(user), body, 'poor')).toMatchObject({ status: 403 });
    }
    const elsewhere = path({ ...user, id: 'nobody', externalId: 'nobody' });
    expect(await world.call('GET', elsewhere)).toMatchObject({
      status: 404,
      body: { code: 'user.not-found' },
    });
    expect(await world.call('GET', path(user))).toMatchObject({ status: 200 });
  });
});

test('a name is 1 to 128 characters, a status is one of two', async () => {
  const { user, ids } = await userWithPasskeys(1);
  const path = `${world.store}/users/${user.id}/passkeys/${ids[0]}`;
  for (const body of [{ name: '' }, { name: 'x'.repeat(129) }, { status: 'LOST' }, { nick: 'a' }]) {
    expect(await world.call('POST', path, body)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
  }
});
