import type { Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/browser.ts';
import { addAuthenticator } from '../../support/authenticator.ts';
import { rest } from '../../support/rest.ts';
import { serveLatchkey } from '../../support/serve-latchkey.ts';
import { linkTo, tokenOf } from './page-process.ts';

export type PageWorld = Awaited<ReturnType<typeof pageWorld>>;

/** A real server and a browser, for people who meet Custom Pages. */
export async function pageWorld() {
  const [latchkey, browser] = await Promise.all([serveLatchkey(), launchBrowser()]);
  const api = rest(latchkey.baseUrl, latchkey.accessToken);
  const contentUrl = latchkey.baseUrl
    .replace('localhost', '127.0.0.1')
    .replace(/\d+$/, String(latchkey.port + 1));
  const links = new Map<string, string>();
  const dataOf = async (page: Page) =>
    (await api.get(`/api/process-manager/processInstances/${instanceOf(page)}/sessionData`)).body;
  const auditOf = async (page: Page) =>
    (await api.get(`/api/audit?instanceId=${instanceOf(page)}&action=page.refused&size=100`)).body.content;
  return {
    latchkey,
    api,
    contentUrl,
    dataOf,
    /** A person whose browser shows the page of that name. */
    personAt: async (name: string, { isDeployed = false } = {}) => {
      const made = isDeployed ? tokenOf : linkTo;
      const link = links.get(name) ?? (await made(api, latchkey.baseUrl, name));
      links.set(name, link);
      const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
      const authenticator = await addAuthenticator(page);
      await page.goto(link);
      await page.waitForURL(/\/web\/trustweb\/[A-Z0-9]+$/);
      return { page, authenticator, frame: page.frameLocator('iframe') };
    },
    /** The codes of what was refused to the page, and what each was about. */
    refusalsOf: async (page: Page): Promise<readonly string[]> =>
      (await auditOf(page)).map((row: { code: string }) => row.code).sort(),
    refusedAbout: async (page: Page): Promise<readonly string[]> =>
      (await auditOf(page)).map((row: { facts: { about?: string } }) => row.facts.about),
    passkeysOf: async (page: Page) => {
      const userId = (await dataOf(page))._identityStore.users.user1.id;
      const users = `/api/identity-store/stores/${latchkey.storeName}/users/${userId}`;
      return (await api.get(`${users}/passkeys`)).body.content;
    },
    close: async () => {
      await browser.close();
      await latchkey.close();
    },
  };
}

const instanceOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? '';
