import type { Browser, Page } from 'playwright-core';
import { addAuthenticator } from '../../support/authenticator.ts';

/** A person with a browser of their own at a link. */
export async function visitor(browser: Browser, link: string): Promise<Page> {
  const theirs = await (await browser.newContext({ locale: 'en-GB' })).newPage();
  await addAuthenticator(theirs);
  await theirs.goto(link);
  return theirs;
}

/** Begins at a link that counts its uses: it asks before it uses one. Answers the instance. */
export async function begin(theirs: Page): Promise<string> {
  await theirs.locator('form[data-form=start] button').click();
  return instanceOf(theirs);
}

/** The instance at whose address a person is. */
export async function instanceOf(theirs: Page): Promise<string> {
  await theirs.waitForURL(/\/web\/trustweb\/[A-Z0-9]+/);
  return new URL(theirs.url()).pathname.split('/').at(-1) ?? '';
}
