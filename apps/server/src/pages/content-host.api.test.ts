import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentUrl } from '../../../../test/support/composed.ts';
import { type JourneyWorld, journeyWorld } from '../../../../test/support/journey-world.ts';
import { makeZip } from '../../../../test/support/make-zip.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
});
afterAll(() => world.close());

const path = '/api/theme-server/customPages';
const html = (text: string) => [{ path: 'index.html', text }];
const create = (name: string, more: object) => world.call('POST', path, { name, ...more });
const files = [
  { name: 'index.html', text: '<!doctype html><h1>One</h1>' },
  { name: 'img/a.svg', text: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
  { name: 'data.bin.wasm', text: Buffer.from([0, 97, 115, 109]) },
];

describe('the content host', () => {
  const get = async (url: string, headers: Record<string, string> = {}) =>
    world.server.contentHost.inject({ method: 'GET', url, headers });
  const located = (url: unknown) => String(url).replace(contentUrl, '');

  test('serves deployed files without an origin, whoever opens them: all but documents for ever', async () => {
    const { body } = await create('hosted', {
      archive: makeZip(files).toString('base64'),
      creationOption: 'Save & Deploy',
    });
    const page = await get(`/pages/${body.id}/index.html`);
    expect(page.body).toBe('<!doctype html><script src="/latchkey-page.js"></script><h1>One</h1>');
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
    });
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toMatch(/^sandbox allow-scripts allow-forms; default-src 'none'; /);
    expect(policy).toContain("form-action 'none'");
    expect(policy).toContain(`connect-src ${contentUrl}/pages/${body.id}/;`);
    expect(policy).not.toContain('allow-same-origin');
    expect(page.headers).not.toHaveProperty('set-cookie');
    const picture = await get(`/pages/${body.id}/img/a.svg`);
    expect(picture.headers).toMatchObject({
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(String(picture.headers['content-security-policy'])).toContain('sandbox');
    const known = await get(`/pages/${body.id}/img/a.svg`, { 'if-none-match': String(picture.headers.etag) });
    expect(known.statusCode).toBe(304);
    const part = await get(`/pages/${body.id}/data.bin.wasm`, { range: 'bytes=1-2' });
    expect([part.statusCode, part.body, part.headers['content-range']]).toEqual([206, 'as', 'bytes 1-2/4']);
  });

  test('lets a page be framed below the journey’s origin and, at once, the sites that may embed journeys', async () => {
    const { body } = await create('framed', { documents: html('x'), creationOption: 'Save & Deploy' });
    const ancestors = async () => {
      const { headers } = await get(`/pages/${body.id}/index.html`);
      return / frame-ancestors ([^;]*)/.exec(String(headers['content-security-policy']))?.[1];
    };
    const own = await ancestors();
    expect(own).not.toContain('shop.example.org');
    const embedding = '/api/theme-server/embedding';
    await world.call('POST', embedding, { origins: ['https://shop.example.org'] });
    await world.call('POST', embedding, { origins: ['https://other.example.org'] }, 'other');
    expect(await ancestors()).toBe(`${own} https://shop.example.org`);
    await world.call('POST', embedding, { origins: [] });
    expect(await ancestors()).toBe(own);
  });

  test('serves a draft by the link of its preview alone, and only for an hour', async () => {
    const { body } = await create('secret', { documents: html('<p>Draft') });
    expect((await get(`/pages/${body.id}/index.html`)).statusCode).toBe(404);
    const link = located(body.previewUrl);
    const preview = await get(link);
    expect(preview.body).toContain('<p>Draft');
    expect(preview.headers['cache-control']).toBe('no-store');
    expect((await get(link.replace(/.(?=\/index)/, (sign) => (sign === 'A' ? 'B' : 'A')))).statusCode).toBe(
      404,
    );
    world.clock.now += 61 * 60_000;
    expect((await get(link)).statusCode).toBe(404);
    world.clock.now -= 61 * 60_000;
  });

  test('has an empty document for what is not saved yet, for an hour and for the tenant’s Backoffice alone', async () => {
    const asked = await world.call('GET', '/api/theme-server/customPagePreview');
    const link = located(asked.body.previewUrl);
    const blank = await get(link);
    expect(blank).toMatchObject({ statusCode: 200, headers: { 'cache-control': 'no-store' } });
    expect(blank.body).toContain("event: 'UNSAVED'");
    const policy = String(blank.headers['content-security-policy']);
    expect(policy).toMatch(/^sandbox allow-scripts allow-forms; default-src 'none'; /);
    expect(policy).toMatch(/ frame-ancestors http[^;*]*;?/);
    const [, name = ''] = /\/blank\/([^.]+)/.exec(link) ?? [];
    const foreign = link.replace(name, Buffer.from('other').toString('base64url'));
    expect((await get(foreign)).statusCode).toBe(404);
    expect((await get(link.replace('index.html', 'a.js'))).statusCode).toBe(404);
    world.clock.now += 61 * 60_000;
    expect((await get(link)).statusCode).toBe(404);
    world.clock.now -= 61 * 60_000;
  });

  test.each([
    '/',
    '/api/audit',
    '/backoffice/',
    '/web/trustweb',
    '/pages/x/index.html',
    '/preview/x/index.html',
  ])('knows nothing at %s', async (url) => {
    expect((await get(url)).statusCode).toBe(404);
  });

  test('has no door for anything that changes something', async () => {
    const { statusCode } = await world.server.contentHost.inject({ method: 'POST', url: path, payload: {} });
    expect(statusCode).toBe(404);
  });
});
