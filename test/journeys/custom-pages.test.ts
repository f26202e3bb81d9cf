import { readFile } from 'node:fs/promises';
import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guidePage, uploadPage } from './support/page-process.ts';
import { type PageWorld, pageWorld } from './support/page-world.ts';

let world: PageWorld;
beforeAll(async () => {
  world = await pageWorld();
});
afterAll(() => world.close());

async function registerBy(frame: FrameLocator): Promise<void> {
  await frame.getByPlaceholder('Name', { exact: true }).fill('ada');
  await frame.getByPlaceholder('Display Name').fill('Ada Lovelace');
  await frame.getByRole('button', { name: 'Register' }).click();
}

describe('the guide’s page, uploaded as a zip', () => {
  beforeAll(async () => {
    await uploadPage(world.api, 'guidePage', await guidePage());
  });

  test('registers a passkey by an ordinary navigator.credentials.create, confirmed outside its frame', async () => {
    const { page, authenticator, frame } = await world.personAt('guidePage');
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('allow-scripts allow-forms');
    await registerBy(frame);
    await page.getByRole('heading', { name: 'Create your passkey' }).waitFor();
    await page.getByText('A passkey for').filter({ hasText: 'passkeyConfig (localhost)' }).waitFor();
    await page.getByText('Ada Lovelace (ada)').waitFor();
    expect(await authenticator.credentials()).toHaveLength(0);
    await page.getByRole('button', { name: 'Create passkey' }).click();
    await page.getByRole('heading', { name: 'Passkey created' }).waitFor();

    const [made] = await authenticator.credentials();
    expect(await world.passkeysOf(page)).toMatchObject([
      { credentialId: made?.credentialId, relyingPartyId: 'localhost' },
    ]);
    expect(await world.dataOf(page)).toMatchObject({
      _decision: 'PASS',
      _customPages: {
        registrationPage: {
          currentPage: { name: 'guidePage', version: 1, variables: { message: 'continue' } },
        },
      },
    });
    expect(await world.refusalsOf(page)).toEqual([]);
    await page.context().close();
  });

  test('hears of a cancel outside its frame as of any other, and the process offers another try', async () => {
    const { page, frame, authenticator } = await world.personAt('guidePage');
    await registerBy(frame);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: 'User cancelled the process' }).waitFor();
    expect(await world.dataOf(page)).toMatchObject({
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
    const { page } = await world.personAt('guidePage');
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
    document.querySelector('button').disabled = false;
  });
  parent.postMessage({ event: 'READY' }, '*');`;
  const html = (await guidePage())
    .find(({ name }) => name === 'index.html')
    ?.text?.toString()
    .replace('<script type', '<script src="simplewebauthn.js"></script><script type');
  await uploadPage(
    world.api,
    'simplePage',
    await guidePage([
      { name: 'index.html', text: html ?? '' },
      { name: 'simplewebauthn.js', text: library },
      { name: 'app.js', text: app },
    ]),
  );
  const { page, frame, authenticator } = await world.personAt('simplePage');
  await frame.getByRole('button', { name: 'Register' }).click();
  await page.getByRole('button', { name: 'Create passkey' }).click();
  await page.getByRole('heading', { name: 'Passkey created' }).waitFor();
  expect(await authenticator.credentials()).toHaveLength(1);
  await page.context().close();
});
