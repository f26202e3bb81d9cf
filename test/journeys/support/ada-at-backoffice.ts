import type { BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/browser.ts';
import { addAuthenticator } from '../../support/authenticator.ts';
import type { ServedLatchkey } from '../../support/serve-latchkey.ts';
import { policyRefusals } from './policy-refusals.ts';
import { complaintsOf, settled } from './visit-backoffice.ts';

export type AdaAtBackoffice<World extends ServedLatchkey> = Awaited<
  ReturnType<typeof adaAtBackoffice<World>>
>;

/** Ada, the first administrator of a server, signed in at its Backoffice in a browser. */
export async function adaAtBackoffice<World extends ServedLatchkey>(
  start: () => Promise<World>,
  options: BrowserContextOptions = {},
) {
  const [world, browser] = await Promise.all([start(), launchBrowser()]);
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, ...options });
  const refusals = await policyRefusals(context);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await addAuthenticator(page);
  await setUp(page, world.setUpUrl);
  return {
    world,
    browser,
    context,
    page,
    /** What the console of her page has said. */
    complaints,
    /** What the policies of her pages refused. */
    refusals,
    /** Goes to a screen and waits until it stands still. */
    open: async (path: string) => {
      await page.goto(`${world.baseUrl}/backoffice${path}`);
      await settled(page);
    },
    close: async () => {
      await browser.close();
      await world.close();
    },
  };
}

/** Registers by a one-time link, in a page whose device makes passkeys. */
export async function setUp(page: Page, link: string, name = 'Ada Lovelace'): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Create a passkey' }).click();
  await page.getByRole('heading', { level: 1, name: `Hello, ${name}` }).waitFor();
}
