import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';
import { addAuthenticator } from '../support/authenticator.ts';
import { type Rest, rest } from '../support/rest.ts';
import { type ServedLatchkey, serveLatchkey } from '../support/serve-latchkey.ts';
import { guidePage, linkTo, uploadPage } from './support/page-process.ts';

const example = new URL('../../examples/embed/index.html', import.meta.url);
const store = '/api/identity-store/stores';

/** The page of a customer, on a site of its own: the example with the server's address and a link in their places. */
describe('a journey in the page of another site', () => {
  let latchkey: ServedLatchkey;
  let browser: Browser;
  let api: Rest;
  let site: Server;
  let customer: string;
  let stranger: string;

  beforeAll(async () => {
    [latchkey, browser] = await Promise.all([serveLatchkey(), launchBrowser()]);
    api = rest(latchkey.baseUrl, latchkey.apiKey);
    const html = (await readFile(example, 'utf8'))
      .replaceAll(
        "'https://id.example.org/web/trustweb?pt=YOUR-TOKEN'",
        `new URLSearchParams(location.search).get('link') ?? '${latchkey.journeyUrl}'`,
      )
      .replaceAll('https://id.example.org', latchkey.baseUrl);
    // Notes what the page hears, in front of what it does with it.
    const noting = `<script>window.heard=[];addEventListener('message',({data,origin})=>data.kind==='latchkey'&&data.event&&heard.push([origin,data]))</script>`;
    site = createServer((_request, reply) => {
      reply.setHeader('content-type', 'text/html').end(html.replace('<body>', `<body>${noting}`));
    }).listen(0, 'localhost');
    await once(site, 'listening');
    const { port } = site.address() as AddressInfo;
    customer = `http://shop.localhost:${port}`;
    stranger = `http://stranger.localhost:${port}`;
    await api.post('/api/theme-server/embedding', { origins: [customer] });
    const policy = `${store}/${latchkey.storeName}/relyingParties/${latchkey.relyingPartyId}/registrationPolicies/${latchkey.registrationPolicy}`;
    const changed = await api.post(policy, { topOrigins: [customer] });
    expect(changed.status, JSON.stringify(changed.body)).toBe(200);
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
    await latchkey?.close();
  });

  const newPage = async (): Promise<Page> => {
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    await addAuthenticator(page);
    return page;
  };
  type Heard = { event: string; view: string; outcome?: string; processInstanceId?: string };
  /** The journey in the frame tells its height as soon as its script runs; before that a press means nothing to it. */
  const isGrown = (page: Page) =>
    expect.poll(async () => Number(await page.locator('iframe').getAttribute('height'))).toBeGreaterThan(300);
  const heardBy = async (page: Page) => (await page.evaluate('heard')) as [string, Heard][];

  test('the script is 3 KB at most and may be loaded by any site', async () => {
    const answer = await fetch(`${latchkey.baseUrl}/web/trustweb/embed.js`);
    const script = await answer.text();
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(3 * 1024);
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(script).not.toMatch(/innerHTML|eval|document\.write/);
  });

  test('registers a passkey that knows where it was made, and tells the page what happens, in order', async () => {
    const page = await newPage();
    await page.goto(customer);
    const frame = page.frameLocator('iframe');
    await frame.getByLabel('User Name').fill('embedded.ada');
    await frame.getByLabel('Display Name').fill('Ada Lovelace');
    await isGrown(page);
    await frame.getByRole('button', { name: 'Submit for Registration' }).click();
    await page.getByText('Thank you (registered).').waitFor();
    const heard = await heardBy(page);
    expect(new Set(heard.map(([origin]) => origin))).toEqual(new Set([latchkey.baseUrl]));
    expect(heard.map(([, { event }]) => event)).toEqual(['ready', 'step', 'completed']);
    const [, end] = heard.at(-1) as [string, Heard];
    expect(end).toMatchObject({ view: 'ended', outcome: 'registered' });
    expect(await page.locator('iframe').count()).toBe(0);

    const path = `/api/process-manager/processInstances/${end.processInstanceId}`;
    expect((await api.get(path)).body).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS' });
    const cookies = await page.context().cookies(latchkey.baseUrl);
    expect(cookies).toMatchObject([
      {
        name: 'latchkey_embedded',
        httpOnly: true,
        secure: true,
        sameSite: 'None',
        partitionKey: expect.anything(),
      },
    ]);
    await page.context().close();
  });

  test('is refused to a site that is not allowed, which hears of nothing but that', async () => {
    const page = await newPage();
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await page.goto(stranger);
    await page.getByText('That did not work (no-answer).').waitFor();
    expect(await heardBy(page)).toEqual([]);
    expect(
      await page
        .frames()[1]
        ?.content()
        .catch(() => ''),
    ).not.toContain('data-view');
    await refused;
    await page.context().close();
  });

  test('without a policy that names the site, makes no passkey though the site may show the journey', async () => {
    const policy = `${store}/${latchkey.storeName}/relyingParties/${latchkey.relyingPartyId}/registrationPolicies/${latchkey.registrationPolicy}`;
    expect((await api.post(policy, { topOrigins: [] })).status).toBe(200);
    const page = await newPage();
    await page.goto(customer);
    const frame = page.frameLocator('iframe');
    await frame.getByLabel('User Name').fill('embedded.bob');
    await frame.getByLabel('Display Name').fill('Bob');
    await isGrown(page);
    await frame.getByRole('button', { name: 'Submit for Registration' }).click();
    await expect.poll(async () => (await heardBy(page)).length).toBeGreaterThan(2);
    expect((await heardBy(page)).some(([, { event }]) => event === 'completed')).toBe(false);
    await page.context().close();
  });

  describe('that shows a Custom Page', () => {
    /** The journey of the guide's page in a frame of that site. */
    const opened = async (origin: string, link: string) => {
      const page = await newPage();
      await page.goto(`${origin}/?link=${encodeURIComponent(link)}`);
      return page;
    };
    let link: string;
    beforeAll(async () => {
      const own = rest(latchkey.baseUrl, latchkey.accessToken);
      await uploadPage(own, 'framedPage', await guidePage());
      link = await linkTo(own, latchkey.baseUrl, 'framedPage');
      const policy = `${store}/${latchkey.storeName}/relyingParties/${latchkey.relyingPartyId}/registrationPolicies/${latchkey.registrationPolicy}`;
      expect((await api.post(policy, { topOrigins: [customer] })).status).toBe(200);
    });
    const nameIn = (page: Page) =>
      page.frameLocator('iframe').frameLocator('iframe').getByPlaceholder('Name', { exact: true });

    test('registers a passkey through both frames', async () => {
      const page = await opened(customer, link);
      await nameIn(page).fill('framed.ada');
      const inside = page.frameLocator('iframe').frameLocator('iframe');
      await inside.getByPlaceholder('Display Name').fill('Ada Lovelace');
      await inside.getByRole('button', { name: 'Register' }).click();
      await page.frameLocator('iframe').getByRole('button', { name: 'Create passkey' }).click();
      await page.getByText('Thank you (registered).').waitFor();
      await page.context().close();
    });

    test('is shown no more, the Custom Page as little as the journey, once the site is taken away', async () => {
      const page = await opened(customer, link);
      await nameIn(page).waitFor();
      const address = page.frames().at(-1)?.url() ?? '';
      expect(new URL(address).origin).not.toBe(latchkey.baseUrl);
      expect((await api.post('/api/theme-server/embedding', { origins: [] })).status).toBe(200);
      // The frame of the page alone, as one would try whom the journey has refused.
      const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
      await page.evaluate(`document.querySelector('iframe').src = ${JSON.stringify(address)}`);
      await refused;
      expect(await page.frameLocator('iframe').getByPlaceholder('Name', { exact: true }).count()).toBe(0);
      await api.post('/api/theme-server/embedding', { origins: [customer] });
      await page.context().close();
    });
  });

  test('by itself has no one to tell, and keeps its ordinary cookie', async () => {
    const page = await newPage();
    await page.goto(latchkey.journeyUrl);
    await page.getByLabel('User Name').waitFor();
    expect(await page.locator('body[data-embedders]').count()).toBe(0);
    expect((await page.context().cookies()).map(({ name }) => name)).toEqual(['latchkey_visitor']);
    await page.context().close();
  });
});
