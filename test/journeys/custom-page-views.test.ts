import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chain, diagram, endEvent, flow, onError, startEvent, task } from '../support/diagram.ts';
import { findingsInside } from './support/findings.ts';
import { deployProcess, guidePage, uploadPage } from './support/page-process.ts';
import { type PageWorld, pageWorld } from './support/page-world.ts';
import { tooWideBy } from './support/visit-backoffice.ts';

const shots = process.env.LATCHKEY_SHOTS;
const languages = ['en', 'de', 'es', 'fr', 'it', 'pt', 'nl', 'he', 'ja'] as const;
const pages = '/api/theme-server/customPages';

let world: PageWorld;
beforeAll(async () => {
  world = await pageWorld();
  await uploadPage(world.api, 'looks', await guidePage());
});
afterAll(() => world.close());

describe('a Custom Page and the panel that confirms its passkey', () => {
  test.each(languages)('have nothing for axe in %s, light and dark, 320 px wide', async (language) => {
    const { page, frame } = await world.personAt('looks');
    await page.setViewportSize({ width: 320, height: 740 });
    await page.goto(`${page.url()}?lang=${language}`);
    const judge = async (what: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await findingsInside(page), `${what}, ${colorScheme}`).toEqual([]);
        expect(await tooWideBy(page), `${what}, ${colorScheme}`).toBe(0);
        if (shots && ['en', 'he', 'de'].includes(language))
          await page.screenshot({ path: `${shots}/${what}-${language}-${colorScheme}.png`, fullPage: true });
      }
    };
    await frame.getByPlaceholder('Display Name').fill('Ada Lovelace');
    await judge('page');
    await frame.getByRole('button', { name: 'Register' }).click();
    await page.locator('.account bdi').waitFor();
    await judge('confirm');
    if (shots && language === 'en') {
      await page.setViewportSize({ width: 1280, height: 860 });
      await page.screenshot({ path: `${shots}/confirm-desktop.png` });
    }
    await page.context().close();
  });
});

/** A process of one Custom Page, with a boundary event for a code. */
const showing = (name: string, given: Record<string, string>, code: string) =>
  diagram(
    startEvent(),
    task('Page', 'customPageV2', { customPageName: name, ...given }),
    endEvent(),
    chain('Page'),
    [onError('Caught', 'Page', code), flow('Caught', 'Else'), endEvent('Else')],
  );

describe('the time of a Custom Page', () => {
  test('is shown in its last minute, can be had again, and then ends the step', async () => {
    await uploadPage(world.api, 'slow', [{ name: 'index.html', text: '<p>Take your time</p>' }]);
    const someoneWith = async (name: string, seconds: number) => {
      const given = { timeout: String(seconds), maxExtensions: '1' };
      await deployProcess(world.api, name, showing('slow', given, 'form.timed-out'));
      const person = await world.personAt(name, { isDeployed: true });
      await person.frame.getByText('Take your time').waitFor();
      await person.page.getByText('Time left').waitFor();
      return { ...person, more: person.page.getByRole('button', { name: 'I need more time' }) };
    };
    const hurried = await someoneWith('hurried', 10);
    await hurried.more.click();
    await hurried.more.waitFor({ state: 'detached' });
    // While their time runs out: somebody with enough of it to be looked at.
    const calm = await someoneWith('calm', 55);
    if (shots) await calm.page.screenshot({ path: `${shots}/page-clock.png` });
    expect(await findingsInside(calm.page)).toEqual([]);
    await calm.more.waitFor();
    await calm.page.context().close();
    await hurried.page.getByRole('heading', { name: 'This took a little long' }).waitFor();
    await hurried.page.context().close();
  });
});

test('a page that was deleted while its person was away is told kindly', async () => {
  await uploadPage(world.api, 'gone', [{ name: 'index.html', text: '<p>Soon gone</p>' }]);
  await deployProcess(world.api, 'gone', showing('${"go" + "ne"}', {}, 'form.timed-out'));
  const { page, frame } = await world.personAt('gone', { isDeployed: true });
  await frame.getByText('Soon gone').waitFor();
  const { body } = await world.api.get(`${pages}/gone/versions`);
  expect((await world.api.delete(`${pages}/${body.content[0].id}`)).status).toBe(204);
  await page.reload();
  await page.getByRole('heading', { name: 'We can’t go on right now' }).waitFor();
  await page.context().close();
});

describe('a page that stands elsewhere', () => {
  let elsewhere: Server;
  beforeAll(async () => {
    elsewhere = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`<h1>Elsewhere</h1><script src="${world.contentUrl}/latchkey-page.js"></script>
<form><button disabled>Register</button></form><script>
addEventListener('message', ({ data }) => {
  if (data?.event !== 'message') return;
  document.querySelector('form').onsubmit = async (event) => {
    event.preventDefault();
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(data.variables.constants.passkeyRegClientRequest);
    const credential = await navigator.credentials.create({ publicKey });
    parent.postMessage({ event: 'SEND', variables: { passkeyRegistrationResponse: credential.toJSON() } }, '*');
  };
  document.querySelector('button').disabled = false;
});
parent.postMessage({ event: 'READY' }, '*');
</script>`);
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    elsewhere.closeAllConnections();
    elsewhere.close();
  });

  test('registers a passkey by the page script, in the same sandbox', async () => {
    const baseAppUrl = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
    const made = await world.api.post(pages, {
      name: 'elsewhere',
      baseAppUrl,
      creationOption: 'Save & Deploy',
    });
    expect(made.status).toBe(201);
    const { page, frame, authenticator } = await world.personAt('elsewhere');
    await frame.getByRole('heading', { name: 'Elsewhere' }).waitFor();
    expect(await page.locator('iframe').getAttribute('sandbox')).toBe('allow-scripts allow-forms');
    await frame.getByRole('button', { name: 'Register' }).click();
    await page.getByRole('button', { name: 'Create passkey' }).click();
    await page.getByRole('heading', { name: 'Passkey created' }).waitFor();
    expect(await authenticator.credentials()).toHaveLength(1);
    expect(await world.refusalsOf(page)).toEqual([]);
    await page.context().close();
  });
});
