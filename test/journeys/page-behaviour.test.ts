import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openChromium } from './support/chromium.ts';
import { startPageServer } from './support/page-server.ts';

const clientRequest = {
  rp: { id: 'localhost', name: 'Northwind' },
  user: { id: 'HJaQW0vnRHK5m-h9cl10CQ', name: 'ada', displayName: 'Ada' },
  challenge: 'YlDxQJClvRdoqKnaOI8hBhRelrAzXBJcVdyvgNHLeuI',
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  timeout: 60_000,
};

describe('the page in a browser, under its own security policy', () => {
  let server: Awaited<ReturnType<typeof startPageServer>>;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    server = await startPageServer();
    browser = await openChromium();
  });

  beforeEach(async () => {
    context = await browser.newContext();
    page = await context.newPage();
    complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|TrustedHTML/.test(message.text())) complaints.push(message.text());
    });
  });

  afterEach(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const open = (name: string) => page.goto(`${server.origin}/${name}`);
  const heading = (text: string) => page.getByRole('heading', { level: 1, name: text }).waitFor();
  const focused = () => page.evaluate('document.activeElement.textContent');
  const press = (name: string) => page.getByRole('button', { name }).click();
  const fill = async () => {
    await page.getByLabel('User Name').fill('ada');
    await page.getByLabel('Display Name').fill('Ada Lovelace');
  };

  async function plugInAuthenticator(answersByItself: boolean): Promise<void> {
    const devTools = await context.newCDPSession(page);
    await devTools.send('WebAuthn.enable');
    await devTools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: answersByItself,
      },
    });
  }

  test('opens a link by itself, and the back button does not come back to it', async () => {
    server.answerWith(() => ({ location: '/registration' }));
    await open('starting');
    await heading('Title');
    expect(server.received).toEqual([{ pt: 'QX6WJ7R2K3MZ4L5N7P2AB3CD4E', lang: 'en' }]);
    expect(await page.evaluate('history.length')).toBe(2);
  });

  test('opens a link that asks for it only on a press', async () => {
    server.answerWith(() => ({ location: '/registration' }));
    await open('start');
    expect(server.received).toEqual([]);
    await press('Get started');
    await heading('Title');
  });

  test('says that a link has ended when the server does not take it', async () => {
    server.answerWith(() => 404);
    await open('starting');
    await heading('This link has ended');
  });

  test('names what to mend before it sends anything', async () => {
    server.answerWith(() => server.view('retry'));
    await open('registration');
    await press('Submit for Registration');
    expect(await page.locator('.summary li').allTextContents()).toEqual([
      'User Name: Please fill this in.',
      'Display Name: Please fill this in.',
    ]);
    expect(await focused()).toContain('Please check these answers');
    await page.getByRole('link', { name: 'User Name' }).click();
    await page.keyboard.type('ada');
    expect(await page.locator('[aria-invalid]').count()).toBe(1);
    expect(server.received).toEqual([]);
  });

  test('shows what the server found beside the field, and loses nothing', async () => {
    server.answerWith(() => ({ kind: 'errors', errors: [{ field: 'userName', message: 'Taken.' }] }));
    await open('registration');
    await fill();
    await press('Submit for Registration');
    await page.locator('#e-userName', { hasText: 'Taken.' }).waitFor();
    expect(await page.getByLabel('User Name').getAttribute('aria-describedby')).toBe('e-userName');
    expect(await page.getByLabel('Display Name').inputValue()).toBe('Ada Lovelace');
  });

  test('makes a passkey and moves the focus to what comes after', async () => {
    await plugInAuthenticator(true);
    server.answerWith((_path, body) =>
      body.kind === 'prepare' ? { kind: 'options', clientRequest } : server.view('registered'),
    );
    await open('registration');
    await fill();
    await press('Submit for Registration');
    await heading('Passkey created');
    expect(await focused()).toBe('Passkey created');
    expect(await page.title()).toBe('Passkey created · Northwind Traders');
    expect(server.received).toMatchObject([
      { kind: 'prepare', attempt: 1, values: { userName: 'ada', displayName: 'Ada Lovelace' } },
      {
        kind: 'registered',
        attempt: 1,
        response: { type: 'public-key', response: { transports: ['internal'] } },
      },
    ]);
  });

  test('its own Cancel ends the wait, and the next view can be used at once', async () => {
    await plugInAuthenticator(false);
    server.answerWith((_path, body) =>
      body.kind === 'prepare'
        ? { kind: 'options', clientRequest }
        : server.view(body.kind === 'submit' ? 'registered' : 'retry'),
    );
    await open('registration');
    await fill();
    await press('Submit for Registration');
    await heading('Continue on your device');
    await press('Cancel');
    await heading('User cancelled the process');
    expect(server.received[1]).toMatchObject({
      kind: 'not-registered',
      outcome: 'cancelled',
      errorName: 'AbortError',
    });
    await press('Continue');
    await heading('Passkey created');
  });

  test('without network it keeps the answers, says so, and goes on by itself', async () => {
    server.answerWith(() => server.view('registered'));
    await open('registration');
    await fill();
    await context.setOffline(true);
    await press('Submit for Registration');
    await heading('You appear to be offline');
    expect(await page.getByLabel('User Name').inputValue()).toBe('ada');
    await context.setOffline(false);
    await heading('Passkey created');
    expect(server.received).toHaveLength(1);
  });

  test('tries again after an answer of a busy server', async () => {
    let tries = 0;
    server.answerWith(() => (++tries === 1 ? 503 : server.view('registered')));
    await open('retry');
    await press('Continue');
    await heading('Passkey created');
    expect(server.received).toHaveLength(2);
  });

  test('our own failure names the reference and leaves the form to try again', async () => {
    server.answerWith(() => 500);
    await open('registration');
    await fill();
    await press('Submit for Registration');
    await heading('We can’t go on right now');
    await page.getByText('trace-7').waitFor();
    await press('Try again');
    expect(await page.getByLabel('User Name').inputValue()).toBe('ada');
  });

  test('loads the page anew when the journey stands elsewhere', async () => {
    server.answerWith(() => 409);
    await open('retry');
    const loaded = page.waitForEvent('load');
    await press('Continue');
    await loaded;
    await heading('User cancelled the process');
  });

  test('keeps what was typed through a reload', async () => {
    await open('registration');
    await fill();
    await page.reload();
    expect(await page.getByLabel('Display Name').inputValue()).toBe('Ada Lovelace');
  });

  test('sends a passkey that a reload kept from the server', async () => {
    await plugInAuthenticator(true);
    server.answerWith((_path, body) =>
      body.kind === 'prepare' ? { kind: 'options', clientRequest } : undefined,
    );
    await open('registration');
    await fill();
    await press('Submit for Registration');
    await expect.poll(() => server.received.length).toBe(2);
    const [, first] = server.received;
    server.answerWith(() => server.view('registered'));
    await page.reload();
    await heading('Passkey created');
    expect(server.received).toEqual([first]);
  });

  test('a form with hidden buttons goes on by itself', async () => {
    server.answerWith(() => server.view('succeeded'));
    await open('advancing');
    await heading('All done');
    expect(server.received).toEqual([{ kind: 'submit', attempt: 1, values: {} }]);
  });

  test('shows the end of a step in its last minute', async () => {
    await open('last-minute');
    await page.getByText(/Time left 0:4\d/).waitFor();
  });

  test('tells the last twenty seconds aloud, and asks the server when they are over', async () => {
    await page.clock.install();
    await open('last-minute');
    await page.clock.fastForward(26_000);
    expect(await page.getByRole('status').textContent()).toBe('20 seconds left for this step.');
    const loaded = page.waitForEvent('load');
    await page.clock.fastForward(20_000);
    await page.clock.fastForward(2_000);
    await loaded;
    await heading('Title');
  });

  test('declines without asking the device', async () => {
    server.answerWith(() => server.view('cancelled'));
    await open('declinable');
    await press('Not now');
    await heading('No passkey yet');
    expect(server.received).toMatchObject([
      { kind: 'not-registered', outcome: 'cancelled', errorName: 'NotNow' },
    ]);
  });

  test('a browser without passkeys is told what to do', async () => {
    await page.addInitScript('delete window.PublicKeyCredential');
    await open('registration');
    await heading('This browser can’t create passkeys');
  });

  test('works for an older browser without the JSON methods', async () => {
    await page.addInitScript(
      'delete PublicKeyCredential.parseCreationOptionsFromJSON; delete PublicKeyCredential.prototype.toJSON',
    );
    await plugInAuthenticator(true);
    server.answerWith((_path, body) =>
      body.kind === 'prepare' ? { kind: 'options', clientRequest } : server.view('registered'),
    );
    await open('registration');
    await fill();
    await press('Submit for Registration');
    await heading('Passkey created');
    const { id } = (server.received[1] as { response: { id: string } }).response;
    expect(server.received[1]).toMatchObject({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        response: { attestationObject: expect.stringMatching(/^[\w-]+$/) },
      },
    });
  });

  test('without JavaScript a link and a form can still be sent', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const bare = await plain.newPage();
    await bare.goto(`${server.origin}/starting`);
    expect(await bare.locator('form[action="/web/trustweb/start"] button:visible').count()).toBe(1);
    await bare.goto(`${server.origin}/retry`);
    expect(await bare.locator('form[method="post"] button[type=submit]:visible').count()).toBe(1);
    await bare.goto(`${server.origin}/registration`);
    expect(await bare.locator('noscript .notice.warning:visible').count()).toBe(1);
    await plain.close();
  });
});
