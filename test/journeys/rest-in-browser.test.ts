import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';
import { addAuthenticator } from '../support/authenticator.ts';
import { type Rest, rest } from '../support/rest.ts';
import { type ServedLatchkey, serveLatchkey } from '../support/serve-latchkey.ts';

type Need = 'required' | 'preferred' | 'discouraged';

/** A developer's own page: start by REST, the browser's own functions, complete by REST. */
describe('the REST ceremony in a browser', () => {
  let latchkey: ServedLatchkey;
  let browser: Browser;
  let page: Page;
  let api: Rest;
  let store: string;

  beforeAll(async () => {
    [latchkey, browser] = await Promise.all([serveLatchkey(), launchBrowser()]);
    api = rest(latchkey.baseUrl, latchkey.accessToken);
    store = `/api/identity-store/stores/${latchkey.storeName}`;
    page = await (await browser.newContext()).newPage();
    await page.goto(`${latchkey.baseUrl}/web/trustweb`);
  });
  afterAll(async () => {
    await browser.close();
    await latchkey.close();
  });

  test('the guide’s example requests are answered with every member of its example response', async () => {
    const { started } = await startFor(api, store, latchkey.registrationPolicy);
    expect(started).toEqual({
      sessionId: expect.stringMatching(/^[A-Z2-7]{26}$/),
      clientRequest: expect.objectContaining({
        rp: { name: 'passkeyConfig', id: 'localhost' },
        user: {
          id: expect.stringMatching(/^[\w-]{22,86}$/),
          name: expect.any(String),
          displayName: expect.any(String),
        },
        challenge: expect.stringMatching(/^[\w-]{86}$/),
        pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
        timeout: 300_000,
        excludeCredentials: [],
        authenticatorSelectionCriteria: {
          authenticatorAttachment: 'platform',
          residentKey: 'preferred',
          requireResidentKey: false,
          userVerification: 'preferred',
        },
        attestation: 'none',
        extensions: { credProps: true, credentialProtectionPolicy: 'userVerificationOptional' },
      }),
    });
  });

  test('the browser takes the answer unchanged, and what it makes completes the registration', async () => {
    const authenticator = await addAuthenticator(page);
    const { started, user } = await startFor(api, store, latchkey.registrationPolicy);
    const clientResponse = await createIn(page, started.clientRequest);
    const session = `${store}/users/${user.id}/passkeys/registrations/sessions/${started.sessionId}`;
    const completed = await api.post(session, { clientResponse });
    expect(completed.status).toBe(200);
    const [made] = await authenticator.credentials();
    const { content } = (await api.get(`${store}/users/${user.id}/passkeys`)).body;
    expect(content).toMatchObject([{ credentialId: made?.credentialId, userVerified: true }]);
    await authenticator.remove();
  });

  const needs: readonly Need[] = ['required', 'preferred', 'discouraged'];
  test.each(
    needs.flatMap((residentKey) => needs.map((userVerification) => ({ residentKey, userVerification }))),
  )(
    'a policy with resident key $residentKey and user verification $userVerification is honoured',
    async ({ residentKey, userVerification }) => {
      const name = `${residentKey}-${userVerification}`;
      const policies = `${store}/relyingParties/localhost/registrationPolicies`;
      expect((await api.post(policies, { name, residentKey, userVerification })).status).toBe(201);
      const authenticator = await addAuthenticator(page);
      const { started, user } = await startFor(api, store, name);
      const clientResponse = await createIn(page, started.clientRequest);
      const session = `${store}/passkeys/registrations/sessions/${started.sessionId}`;
      expect((await api.post(session, { clientResponse })).status).toBe(200);
      const [made] = await authenticator.credentials();
      const [passkey] = (await api.get(`${store}/users/${user.id}/passkeys`)).body.content;
      // A platform authenticator keeps what is preferred; only discouraged leaves it out.
      expect(made?.isResidentCredential).toBe(residentKey !== 'discouraged');
      if (userVerification === 'required') expect(passkey.userVerified).toBe(true);
      await authenticator.remove();
    },
  );

  test('a passkey that the user has already is excluded, whatever the page does', async () => {
    const authenticator = await addAuthenticator(page);
    const first = await startFor(api, store, latchkey.registrationPolicy);
    const session = `${store}/passkeys/registrations/sessions/${first.started.sessionId}`;
    await api.post(session, { clientResponse: await createIn(page, first.started.clientRequest) });
    const again = await api.post(startPath(store, first.user.id, latchkey.registrationPolicy), {});
    expect(again.body.clientRequest.excludeCredentials).toHaveLength(1);
    await expect(createIn(page, again.body.clientRequest)).rejects.toThrow('InvalidStateError');
    await authenticator.remove();
  });
});

const startPath = (store: string, userId: string, policy: string): string =>
  `${store}/users/${userId}/passkeys/relyingParties/localhost/registrations/${policy}`;

async function startFor(api: Rest, store: string, policy: string) {
  const user = (await api.post(`${store}/users`, {})).body;
  const started = await api.post(startPath(store, user.id, policy), {});
  expect(started.status).toBe(200);
  return { user, started: started.body };
}

/** What a page does with the answer: nothing but the browser's own functions. */
const createIn = (page: Page, clientRequest: unknown): Promise<unknown> =>
  page.evaluate(`(async (request) => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(request);
    try {
      return (await navigator.credentials.create({ publicKey })).toJSON();
    } catch (error) {
      throw new Error(error.name);
    }
  })(${JSON.stringify(clientRequest)})`);
