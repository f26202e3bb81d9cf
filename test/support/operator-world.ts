import type { AddressInfo } from 'node:net';
import { newId } from '@latchkey/kernel';
import type { ClientRequest } from '@latchkey/passkeys';
import {
  createSoftAuthenticator,
  type SoftAuthenticator,
  type SoftAuthenticatorOptions,
} from '@latchkey/passkeys/soft-authenticator';
import { readRates } from '../../apps/server/src/limits/rate.ts';
import { ensureSetUpLink } from '../../apps/server/src/operators/ensure-set-up-link.ts';
import { addTenant } from '../../apps/server/src/tenants/tenant.ts';
import { publicUrl, type TestServer, testServer } from './server.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by what the tests expect of them.
type Json = any;
export type Answer = { readonly status: number; readonly body: Json; readonly headers: Headers };
type Method = 'GET' | 'POST' | 'DELETE';

/** A browser at the Backoffice: its cookies, the headers that it adds, and an authenticator. */
export type Browser = {
  readonly call: (
    method: Method,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>;
  readonly device: SoftAuthenticator;
  /** The Cookie header; empty before the sign-in. */
  cookie: string;
};

export const place = { origin: publicUrl } as const;
const sameOrigin = { 'sec-fetch-site': 'same-origin', 'x-latchkey-backoffice': '1' } as const;

/** Opens a browser; what it is sent as cookies it sends again. */
export function openBrowser(base: string, options: SoftAuthenticatorOptions = {}): Browser {
  const browser: Browser = {
    device: createSoftAuthenticator(options),
    cookie: '',
    call: async (method, path, body, headers = sameOrigin) => {
      const response = await fetch(`${base}/api/backoffice${path}`, {
        method,
        headers: {
          ...(browser.cookie !== '' && { cookie: browser.cookie }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const [cookie] = response.headers.getSetCookie();
      if (cookie !== undefined) browser.cookie = cookie.split(';', 1)[0] ?? '';
      const text = await response.text();
      return { status: response.status, body: text && JSON.parse(text), headers: response.headers };
    },
  };
  return browser;
}

/** The secret in a link. */
export const secretOf = (link: string | undefined): string => new URL(link ?? '').hash.slice(1);

/** Registers by a link; the answer of the last step. */
export async function setUpBy(browser: Browser, secret: string, name = 'Ada'): Promise<Answer> {
  const begun = await browser.call('POST', '/set-up/options', { invitation: secret });
  if (begun.status !== 200) return begun;
  return finishSetUp(browser, secret, begun.body, name);
}

type Begun = { readonly ceremonyId: string; readonly options: ClientRequest };

/** Answers the options of a set-up. */
export function finishSetUp(browser: Browser, secret: string, begun: Begun, name: string): Promise<Answer> {
  const response = browser.device.createCredential(begun.options, place);
  return browser.call('POST', '/set-up', {
    invitation: secret,
    ceremonyId: begun.ceremonyId,
    name,
    response,
  });
}

/** Signs in with the browser's passkey. */
export async function signInWith(browser: Browser, device = browser.device): Promise<Answer> {
  const { body } = await browser.call('POST', '/sign-in/options', {});
  const response = device.getAssertion(body.options, place);
  return browser.call('POST', '/sign-in', { ceremonyId: body.ceremonyId, response });
}

/** A server over real HTTP with two tenants, and browsers at its Backoffice. */
export async function operatorWorld() {
  const server: TestServer = await testServer({ rates: readRates('sign-in=100') });
  const base = await server.app.listen({ host: '127.0.0.1', port: 0 });
  const port = (server.app.server.address() as AddressInfo).port;
  for (const id of ['demo', 'other']) await addTenant(server.database, { id, name: id });
  const link = (tenant = 'demo') => ensureSetUpLink(server.database, tenant, { newId, publicUrl });
  const browser = (options?: SoftAuthenticatorOptions) => openBrowser(`http://127.0.0.1:${port}`, options);
  const administrator = async (tenant = 'demo') => {
    const own = browser();
    await setUpBy(own, secretOf(await link(tenant)));
    return own;
  };
  /** An operator with a role, invited by an administrator. */
  const invited = async (by: Browser, role: string, name = role) => {
    // Only a fresh sign-in gives this role, and the database's clock goes on as it does.
    if (role === 'administrator') await signInWith(by);
    const later = server.clock.now;
    server.clock.now = Date.now();
    const { body } = await by.call('POST', '/invitations', { name, role });
    server.clock.now = later;
    const own = browser();
    const { body: session } = await setUpBy(own, secretOf(body.link), name);
    return { browser: own, id: session.operator.id as string };
  };
  /** Moves the clock of the database's rows back, and this process past what it remembers. */
  const change = async (text: string) => {
    await server.owner.change({ name: `test.${text.length}.${newId()}`, text });
    server.clock.now += 5_000;
  };
  return { server, base, link, browser, administrator, invited, change, close: server.close };
}
