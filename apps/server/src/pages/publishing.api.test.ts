import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, operatorWorld, signInWith } from '../../../../test/support/operator-world.ts';

let world: Awaited<ReturnType<typeof operatorWorld>>;
let ada: Browser;
beforeAll(async () => {
  world = await operatorWorld();
  ada = await world.administrator();
});
afterAll(() => world.close());

const path = '/api/theme-server/customPages';
const page = (name: string) => ({ name, documents: [{ path: 'index.html', text: '<h1>Hello</h1>' }] });
const by = ({ cookie }: Browser) => {
  const headers = { cookie, 'sec-fetch-site': 'same-origin', 'x-latchkey-backoffice': '1' };
  return {
    create: (name: string, more: object = {}) =>
      world.server.call('POST', path, { ...page(name), ...more }, headers),
    deploy: (id: string) => world.server.call('POST', `${path}/${id}/status/DEPLOYED_ACTIVE`, {}, headers),
    audit: async (query: string) =>
      (await world.server.call('GET', `/api/audit?${query}`, undefined, headers)).body.content,
  };
};
const signedInLongAgo = () =>
  world.change("update operator_sessions set created_at = created_at - interval '6 minutes'");

describe('a page is published', () => {
  test('by an operator who signed in within five minutes, and the audit says by whom', async () => {
    const { create, deploy, audit } = by(ada);
    const { body } = await create('fresh');
    expect((await deploy(body.id)).body.status).toBe('DEPLOYED_ACTIVE');
    expect((await create('fresh', { creationOption: 'Save & Deploy' })).status).toBe(201);
    expect(await audit(`action=page.deployed&targetId=${body.id}`)).toMatchObject([
      { actor: 'Operator: Ada', outcome: 'SUCCESS', facts: { operatorId: expect.any(String) } },
    ]);
  });

  test('by nobody whose sign-in is older, until they show their passkey again', async () => {
    const { body: draft } = await by(ada).create('late');
    await signedInLongAgo();
    const late = by(ada);
    expect((await late.create('late')).status).toBe(201);
    for (const refused of [
      await late.deploy(draft.id),
      await late.create('late', { creationOption: 'Save & Deploy' }),
      await late.create('late', { status: 'DEPLOYED_ACTIVE' }),
    ])
      expect([refused.status, refused.body.code]).toEqual([403, 'access.step-up-needed']);
    const versions = await world.server.call('GET', `${path}/late/versions`, undefined, {
      cookie: ada.cookie,
    });
    expect(versions.body.totalElements).toBe(2);
    expect(await late.audit(`action=page.deployed&targetId=${draft.id}`)).toMatchObject([
      { outcome: 'FAILURE', code: 'access.step-up-needed' },
    ]);
    await signInWith(ada);
    expect((await by(ada).deploy(draft.id)).status).toBe(200);
    await signedInLongAgo();
    // What is published already stays so; there is nothing to prove.
    expect((await by(ada).deploy(draft.id)).status).toBe(200);
  });

  test('by an API key that holds the permission, since it has no sign-in', async () => {
    const client = await world.server.client('demo');
    const { body } = await client.call('POST', path, page('by-key'));
    expect((await client.call('POST', `${path}/${body.id}/status/DEPLOYED_ACTIVE`, {})).status).toBe(200);
  });

  test('not by whoever may only draw it, however fresh', async () => {
    await signInWith(ada);
    const { browser } = await world.invited(ada, 'designer');
    const { body } = await by(browser).create('drawn');
    for (const refused of [
      await by(browser).deploy(body.id),
      await by(browser).create('drawn', { creationOption: 'Save & Deploy' }),
    ])
      expect([refused.status, refused.body.code]).toEqual([403, 'access.forbidden']);
  });
});
