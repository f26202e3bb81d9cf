import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/browser.ts';

let browser: Browser;
let server: Server;

beforeAll(async () => {
  server = createServer((_, response) => response.end('<!doctype html><title>Page</title>'));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

test('the browser of the tests makes a passkey on localhost with a virtual authenticator', async () => {
  const page = await browser.newPage();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
  const made = await page.evaluate(`(async () => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON({
      rp: { id: 'localhost', name: 'Test' },
      user: { id: 'AAAA', name: 'a', displayName: 'A' },
      challenge: 'AAAA',
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    });
    return (await navigator.credentials.create({ publicKey })).toJSON().type;
  })()`);
  expect(made).toBe('public-key');
});
