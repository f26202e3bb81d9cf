import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';
import { addAuthenticator } from '../support/authenticator.ts';
import { rest } from '../support/rest.ts';
import { type ServedLatchkey, serveLatchkey } from '../support/serve-latchkey.ts';

/** The guide's journey as it is seeded, by people who do what people do: reload, go back, lose the network, use no mouse. */
describe('the guide’s journey, on the real server', () => {
  let latchkey: ServedLatchkey;
  let browser: Browser;
  let contexts: BrowserContext[] = [];

  beforeAll(async () => {
    [latchkey, browser] = await Promise.all([serveLatchkey(), launchBrowser()]);
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
  });
  afterAll(async () => {
    await browser.close();
    await latchkey.close();
  });

  const visitor = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ locale: 'en-GB', ...options });
    contexts.push(context);
    return context.newPage();
  };

  /** Somebody with a device at the form; `answers` says whether the device answers the prompt by itself. */
  async function atTheForm({
    answers = true,
    ...options
  }: BrowserContextOptions & { answers?: boolean } = {}) {
    const page = await visitor(options);
    const authenticator = await addAuthenticator(page);
    await authenticator.answers(answers);
    await page.goto(latchkey.journeyUrl);
    await page.getByLabel('User Name').waitFor();
    await page.waitForLoadState();
    return { page, authenticator };
  }

  test('a reload of the form keeps what was typed, also before anything was sent', async () => {
    const { page } = await atTheForm();
    await fill(page);
    await page.reload();
    await expectTyped(page);
    await submit(page);
    await heading(page, 'Passkey created');
  });

  test('a reload while the prompt is open comes back to the form, and the second try succeeds', async () => {
    const { page, authenticator } = await atTheForm({ answers: false });
    await fill(page);
    await submit(page);
    await heading(page, 'Continue on your device');
    await page.reload();
    await expectTyped(page);
    await authenticator.answers(true);
    await submit(page);
    await heading(page, 'Passkey created');
    expect(await authenticator.credentials()).toHaveLength(1);
  });

  test('our Cancel leads to the retry form, from which a reload, the back button and Continue lose nothing', async () => {
    const { page, authenticator } = await atTheForm({ answers: false });
    await fill(page);
    await submit(page);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await heading(page, 'User cancelled the process');
    await page.reload();
    await heading(page, 'User cancelled the process');
    await page.goBack();
    await page.goForward();
    await heading(page, 'User cancelled the process');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('No passkey yet').waitFor();
    // The seeded policy asks for this device and no other.
    expect(await page.getByRole('button', { name: 'Another device' }).count()).toBe(0);
    await expectTyped(page);
    await authenticator.answers(true);
    await submit(page);
    await heading(page, 'Passkey created');
  });

  test('after the end, a reload, the back button and the journey’s address show the end', async () => {
    const { page } = await atTheForm();
    const address = page.url();
    await fill(page);
    await submit(page);
    await heading(page, 'Passkey created');
    await page.reload();
    await heading(page, 'Passkey created');
    await page.goBack();
    expect(page.url()).toBe('about:blank');
    await page.goForward();
    await heading(page, 'Passkey created');
    await page.goto(address);
    await heading(page, 'Passkey created');
  });

  test('a second tab of the same journey learns where it stands, and makes no second passkey', async () => {
    const { page, authenticator } = await atTheForm();
    const second = await page.context().newPage();
    await second.goto(page.url());
    await page.bringToFront();
    await fill(page);
    await submit(page);
    await heading(page, 'Passkey created');
    await second.bringToFront();
    await fill(second);
    await submit(second);
    await heading(second, 'Passkey created');
    expect(await authenticator.credentials()).toHaveLength(1);
  });

  test('a link opened twice in one browser gives two journeys that do not meet', async () => {
    const { page, authenticator } = await atTheForm();
    const first = page.url();
    await fill(page, 'first');
    await page.goto(latchkey.journeyUrl);
    await page.getByLabel('User Name').waitFor();
    expect(page.url()).not.toBe(first);
    expect(await page.getByLabel('User Name').inputValue()).toBe('');
    await fill(page, 'second');
    await submit(page);
    await heading(page, 'Passkey created');
    await page.goto(first);
    await expectTyped(page, 'first');
    await submit(page);
    await heading(page, 'Passkey created');
    expect(await authenticator.credentials()).toHaveLength(2);
  });

  test('without network nothing is lost: it goes on as soon as the network is back', async () => {
    const { page } = await atTheForm();
    await fill(page);
    await page.context().setOffline(true);
    await submit(page);
    await heading(page, 'You appear to be offline');
    await page.context().setOffline(false);
    await heading(page, 'Passkey created');
  });

  test('a network lost after the prompt costs no second prompt', async () => {
    const { page, authenticator } = await atTheForm();
    await page.route('**/tasks/*', (route) =>
      route.request().postDataJSON().kind === 'registered' ? route.abort() : route.continue(),
    );
    await fill(page);
    await submit(page);
    await heading(page, 'You appear to be offline');
    await page.unroute('**/tasks/*');
    await page.reload();
    await heading(page, 'Passkey created');
    expect(await authenticator.credentials()).toHaveLength(1);
  });

  test('without JavaScript the link and the form work up to the passkey, which says what it needs', async () => {
    const page = await visitor({ javaScriptEnabled: false });
    await page.goto(latchkey.journeyUrl);
    await page.getByRole('button', { name: 'Get started' }).click();
    await fill(page);
    const answered = page.waitForEvent('framenavigated');
    await submit(page);
    await answered;
    expect(await page.locator('noscript .notice.warning').textContent()).toContain('JavaScript');
    await expectTyped(page);
  });

  test('a keyboard is enough', async () => {
    const { page } = await atTheForm();
    await page.keyboard.press('Tab');
    await page.keyboard.type('ada');
    await page.keyboard.press('Enter');
    await page.getByText('Please check these answers').waitFor();
    // The summary has the focus; its link leads to the field that is to be mended.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Ada Lovelace');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await heading(page, 'Passkey created');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Passkey created');
  });

  test('at 400 % of 1280 pixels nothing is cut off and nothing scrolls sideways', async () => {
    const { page } = await atTheForm({ answers: false, viewport: { width: 320, height: 256 } });
    await submit(page);
    await page.getByText('Please check these answers').waitFor();
    await expectFits(page);
    await fill(page);
    await submit(page);
    await heading(page, 'Continue on your device');
    await expectFits(page);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await heading(page, 'User cancelled the process');
    await expectFits(page);
  });

  test('a web view without passkeys says so, and its address goes on in the browser of the phone', async () => {
    const phone =
      'Mozilla/5.0 (Linux; Android 15; Pixel 9 Build/AP4A; wv) AppleWebKit/537.36 (KHTML, like Gecko)';
    const app = await visitor({ userAgent: `${phone} Version/4.0 Chrome/140.0 Mobile Safari/537.36` });
    // Without setWebAuthenticationSupport an Android WebView has none of it.
    await app.addInitScript('delete window.PublicKeyCredential');
    await app.goto(latchkey.journeyUrl);
    await heading(app, 'This browser can’t create passkeys');
    await app.getByText('Open this address in an up-to-date browser, or on your phone.').waitFor();
    const address = await app.locator('.reference code:visible').textContent();
    const [, instance] = /trustweb\/([A-Z0-9]+)/.exec(app.url()) ?? [];
    const told = await rest(latchkey.baseUrl, latchkey.accessToken).get(
      `/api/process-manager/processInstances/${instance}`,
    );
    expect(told.body).toMatchObject({ browser: 'Web view', device: 'Android' });

    const page = await visitor();
    await addAuthenticator(page);
    await page.goto(String(address));
    await fill(page);
    await submit(page);
    await heading(page, 'Passkey created');
  });

  test('the browser takes what we tell the provider of the new passkey', async () => {
    const page = await visitor();
    const authenticator = await addAuthenticator(page);
    await page.addInitScript(`
      window.taken = {};
      for (const name of ['signalAllAcceptedCredentials', 'signalCurrentUserDetails']) {
        const signal = PublicKeyCredential[name].bind(PublicKeyCredential);
        PublicKeyCredential[name] = async (given) => {
          await signal(given);
          window.taken[name] = given;
        };
      }
    `);
    await page.goto(latchkey.journeyUrl);
    await fill(page);
    await submit(page);
    await heading(page, 'Passkey created');
    const [made] = await authenticator.credentials();
    await expect
      .poll(() => page.evaluate('window.taken'))
      .toMatchObject({
        signalAllAcceptedCredentials: { allAcceptedCredentialIds: [made?.credentialId] },
        signalCurrentUserDetails: { rpId: 'localhost', name: 'ada', displayName: 'Ada Lovelace' },
      });
    expect(await authenticator.credentials()).toHaveLength(1);
  });

  test.each([
    ['de', 'ltr', 'Zur Registrierung absenden', 'Passkey erstellt'],
    ['he', 'rtl', 'שליחה לרישום', 'מפתח הגישה נוצר'],
  ])('a link in %s is so to the end, through every reload', async (language, direction, button, end) => {
    const page = await visitor();
    await addAuthenticator(page);
    await page.goto(`${latchkey.journeyUrl}&lang=${language}`);
    await page.getByRole('button', { name: button }).waitFor();
    await page.reload();
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await page.locator('html').getAttribute('dir')).toBe(direction);
    await fill(page);
    await page.getByRole('button', { name: button }).click();
    await heading(page, end);
    await page.reload();
    await heading(page, end);
  });
});

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Presses when the page's own script runs: before, the browser would send the form by itself. */
async function submit(page: Page): Promise<void> {
  await page.waitForLoadState();
  await page.getByRole('button', { name: 'Submit for Registration' }).click();
}

async function fill(page: Page, userName = 'ada'): Promise<void> {
  await page.getByLabel('User Name').fill(userName);
  await page.getByLabel('Display Name').fill('Ada Lovelace');
}

async function expectTyped(page: Page, userName = 'ada'): Promise<void> {
  await expect.poll(() => page.getByLabel('User Name').inputValue()).toBe(userName);
  expect(await page.getByLabel('Display Name').inputValue()).toBe('Ada Lovelace');
}

async function expectFits(page: Page): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  const cut = `[...document.querySelectorAll('h1, p, button, label, input')].filter((one) =>
    one.checkVisibility() && (one.getBoundingClientRect().left < 0 || one.getBoundingClientRect().right > 320)
    && !one.matches('.unseen')).length`;
  expect(await page.evaluate(cut)).toBe(0);
}
