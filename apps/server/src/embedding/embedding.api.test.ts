import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyIn } from '../../../../test/support/composed.ts';
import { type JourneyWorld, journeyWorld, newToken } from '../../../../test/support/journey-world.ts';
import { person } from '../../../../test/support/person.ts';
import { caller } from '../../../../test/support/registration-world.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
});
afterAll(() => world.close());

const path = '/api/theme-server/embedding';
const set = (origins: unknown, by = 'demo') => world.call<Answer>('POST', path, { origins }, by);
type Answer = { origins?: string[]; code?: string };

describe('the sites that may embed journeys', () => {
  const policyOf = async () => {
    const { headers } = await fetch(`${world.server.base}/web/trustweb?pt=${world.token}`);
    return / frame-ancestors ([^;]*)/.exec(String(headers.get('content-security-policy')))?.[1];
  };

  test('are none at first, then those that were set, each once, in the policy of every page', async () => {
    expect(await world.call('GET', path)).toMatchObject({ status: 200, body: { origins: [] } });
    expect(await policyOf()).toBe("'none'");
    const shop = 'https://shop.example.org';
    const made = await set([shop, 'http://shop.localhost:8080', shop]);
    expect(made).toMatchObject({
      status: 200,
      body: { origins: [shop, 'http://shop.localhost:8080'] },
    });
    expect((await world.call('GET', path)).body).toEqual(made.body);
    expect(await policyOf()).toBe(`${shop} http://shop.localhost:8080`);
    expect((await set([])).body.origins).toEqual([]);
    expect(await policyOf()).toBe("'none'");
  });

  test.each([
    'shop.example.org',
    'https://shop.example.org/',
    'https://shop.example.org/path',
    'https://*.example.org',
    'https://shop.example.org:443',
    'https://Shop.example.org',
    'https://user@shop.example.org',
    "https://shop.example.org;script-src 'unsafe-inline'",
    'http://shop.example.org',
    'http://localhost.example.org',
    'javascript:alert(1)',
    'null',
    '*',
    '',
  ])('are never %j, and a list with one such changes nothing', async (origin) => {
    await set(['https://kept.example.org']);
    expect(await set(['https://new.example.org', origin])).toMatchObject({
      status: 400,
      body: { code: expect.stringMatching(/^(embedding\.origin-invalid|request\.invalid)$/) },
    });
    expect((await world.call<Answer>('GET', path)).body.origins).toEqual(['https://kept.example.org']);
    await set([]);
  });

  test('name each that is none by its place', async () => {
    expect(await set(['https://a.example.org', 'nothing', 'https://b.example.org', '*'])).toMatchObject({
      status: 400,
      body: {
        code: 'embedding.origin-invalid',
        errors: [{ pointer: '/origins/1' }, { pointer: '/origins/3' }],
      },
    });
  });

  test('are a tenant’s own', async () => {
    await set(['https://demo.example.org']);
    expect((await world.call<Answer>('GET', path, undefined, 'other')).body.origins).toEqual([]);
    await set(['https://other.example.org'], 'other');
    expect((await world.call<Answer>('GET', path)).body.origins).toEqual(['https://demo.example.org']);
    expect(await policyOf()).toBe('https://demo.example.org');
    await set([]);
  });

  test('are read and set by whoever has the permission for it, with a trace in the audit', async () => {
    const reader = await keyIn(world.database, 'demo', ['TNT#demo#ThemeServer:getEmbedding']);
    const call = caller(world.server.base, { reader: reader.code });
    expect((await call('GET', path, undefined, 'reader')).status).toBe(200);
    expect(await call('POST', path, { origins: [] }, 'reader')).toMatchObject({
      status: 403,
      body: { code: 'access.forbidden' },
    });
    const audit = await world.call<{ content: { outcome: string; facts?: object }[] }>(
      'GET',
      '/api/audit?action=embedding.set&size=100',
    );
    expect(audit.body.content).toEqual(
      expect.arrayContaining([expect.objectContaining({ facts: { origins: ['https://demo.example.org'] } })]),
    );
  });
});

describe('the address to which people go in the end', () => {
  /** Where the end of a journey by a link with these start parameters leads; `undefined` for nowhere. */
  const leadsTo = async (parameters: object) => {
    const token = await newToken(world.call, 'guide', { parameters });
    const ada = person(world.server.base);
    const form = await ada.start({ pt: token });
    const { html } = await ada.register(form);
    const address = /href="(https?:[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    return { address, instanceId: form.instanceId };
  };

  test('has every placeholder filled in, in braces or percent-encoded, as one part of the address', async () => {
    const names = ['TYPE', 'NAME', 'VERSION', 'ID'].map((name) => `{PROCESS_DNF_${name}}`);
    const asked = `https://shop.example/done?${names.join('/')}&i=%7bPROCESS_INSTANCE_ID%7d`;
    const { address, instanceId } = await leadsTo({ _redirectUrl: asked });
    expect(address).toBe(
      `https://shop.example/done?VERIFICATION/guide/1/${world.definition}&i=${instanceId}`,
    );
  });

  test('keeps what is no placeholder of ours', async () => {
    const asked = 'https://shop.example/{OTHER}?a={process_instance}&b={constructor}';
    expect((await leadsTo({ _redirectUrl: asked })).address).toBe(new URL(asked).href);
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'myapp://done',
    '/done',
    '{PROCESS_DNF_NAME}',
    '',
    7,
  ])('is none when it is no address of the web: %j', async (_redirectUrl) => {
    expect((await leadsTo({ _redirectUrl })).address).toBeUndefined();
  });
});
