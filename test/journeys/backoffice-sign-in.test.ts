import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';
import { addAuthenticator } from '../support/authenticator.ts';
import { type ServedLatchkey, serveLatchkey } from '../support/serve-latchkey.ts';

type Call = { readonly path: string; readonly body?: unknown };

/** Sends a call from the page as the Backoffice does. */
const send = (page: Page, method: 'GET' | 'POST', call: Call) =>
  page.evaluate(
    async ({ method, path, body }) => {
      const response = await fetch(`/api/backoffice${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'x-latchkey-backoffice': '1' },
        ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    },
    { method, ...call },
  );

/** The browser's own answer to options, by its own readers and writers of JSON. */
const answer = (page: Page, options: unknown, kind: keyof typeof readers): Promise<unknown> =>
  page.evaluate(
    `navigator.credentials.${kind}({ publicKey: PublicKeyCredential.${readers[kind]}(${JSON.stringify(options)}) })
      .then((made) => made.toJSON())`,
  );
const readers = { create: 'parseCreationOptionsFromJSON', get: 'parseRequestOptionsFromJSON' } as const;

describe('an operator with a real browser', () => {
  let latchkey: ServedLatchkey;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [latchkey, browser] = await Promise.all([serveLatchkey(), launchBrowser()]);
    // The page stands in for the Backoffice's; what it may load is not the subject.
    const context = await browser.newContext({ bypassCSP: true });
    page = await context.newPage();
    await page.goto(`${latchkey.baseUrl}/web/trustweb`);
    await addAuthenticator(page);
  });
  afterAll(async () => {
    await browser.close();
    await latchkey.close();
  });

  test('registers by a link, signs out, and signs in without naming themselves', async () => {
    const invitation = new URL(latchkey.setUpUrl ?? '').hash.slice(1);
    const begun = await send(page, 'POST', { path: '/set-up/options', body: { invitation } });
    const response = await answer(page, begun.body.options, 'create');
    const { ceremonyId } = begun.body;
    const body = { invitation, ceremonyId, name: 'Ada', response };
    const done = await send(page, 'POST', { path: '/set-up', body });
    expect(done).toMatchObject({ status: 200, body: { operator: { name: 'Ada' }, tenant: latchkey.tenant } });

    expect((await send(page, 'POST', { path: '/sign-out' })).status).toBe(204);
    expect((await send(page, 'GET', { path: '/session' })).status).toBe(401);

    const asked = await send(page, 'POST', { path: '/sign-in/options' });
    const assertion = await answer(page, asked.body.options, 'get');
    const answered = { ceremonyId: asked.body.ceremonyId, response: assertion };
    expect((await send(page, 'POST', { path: '/sign-in', body: answered })).status).toBe(200);
    const session = await send(page, 'GET', { path: '/session' });
    expect(session.body).toMatchObject({ operator: { name: 'Ada', role: 'administrator' } });
    const { body: sessions } = await send(page, 'GET', { path: '/sessions' });
    expect(sessions.content).toMatchObject([{ current: true, browser: expect.stringMatching(/^Chrome/) }]);
    expect(await page.evaluate('document.cookie')).toBe('');
  });

  test('is not signed out by a page of another origin on the same host, which gets the cookie sent along', async () => {
    const neighbour = createServer((_request, reply) => {
      reply.setHeader('content-type', 'text/html').end('<!doctype html><title>Neighbour</title>');
    }).listen(0, 'localhost');
    await once(neighbour, 'listening');
    const { port } = neighbour.address() as AddressInfo;
    const attacker = await page.context().newPage();
    await attacker.goto(`http://localhost:${port}/`);
    const url = `${latchkey.baseUrl}/api/backoffice/sign-out`;
    // The answer's own resource policy keeps it from the page, so that only the browser's network can tell it.
    const network = await page.context().newCDPSession(attacker);
    await network.send('Network.enable');
    const answered = new Promise<number>((resolve) => {
      const asked = new Set<string>();
      network.on('Network.requestWillBeSent', ({ requestId, request }) => {
        if (request.url === url) asked.add(requestId);
      });
      // Also the neighbour's favicon is answered on this network.
      network.on('Network.responseReceivedExtraInfo', ({ requestId, statusCode }) => {
        if (asked.has(requestId)) resolve(statusCode);
      });
    });
    await attacker.evaluate(
      (target) =>
        fetch(target, { method: 'POST', mode: 'no-cors', credentials: 'include' }).catch(() => null),
      url,
    );
    // 401 would say that no cookie came along.
    expect(await answered).toBe(403);
    expect((await send(page, 'GET', { path: '/session' })).status).toBe(200);
    neighbour.close();
    await attacker.close();
  });
});
