import { describe, expect, test } from 'vitest';
import { setStage } from './support/stage.ts';

const clientRequest = {
  rp: { id: 'localhost', name: 'Northwind' },
  user: { id: 'HJaQW0vnRHK5m-h9cl10CQ', name: 'ada', displayName: 'Ada' },
  challenge: 'YlDxQJClvRdoqKnaOI8hBhRelrAzXBJcVdyvgNHLeuI',
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  timeout: 60_000,
};

describe('the passkey step in a browser, under the page’s own security policy', () => {
  const { server, context, page, open, heading, focused, press, fill } = setStage();

  async function plugInAuthenticator(answersByItself: boolean): Promise<void> {
    const devTools = await context().newCDPSession(page());
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

  test('makes a passkey and moves the focus to what comes after', async () => {
    await plugInAuthenticator(true);
    server().answerWith((_path, body) =>
      body.kind === 'prepare' ? { kind: 'options', clientRequest } : server().view('registered'),
    );
    await open('registration');
    await fill();
    await press('Submit for Registration');
    await heading('Passkey created');
    expect(await focused()).toBe('Passkey created');
    expect(await page().title()).toBe('Passkey created · Northwind Traders');
    expect(server().received).toMatchObject([
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
    server().answerWith((_path, body) =>
      body.kind === 'prepare'
        ? { kind: 'options', clientRequest }
        : server().view(body.kind === 'submit' ? 'registered' : 'retry'),
    );
    await open('registration');
    await fill();
    await press('Submit for Registration');
    await heading('Continue on your device');
    await press('Cancel');
    await heading('User cancelled the process');
    expect(server().received[1]).toMatchObject({
      kind: 'not-registered',
      outcome: 'cancelled',
      errorName: 'AbortError',
    });
    await press('Continue');
    await heading('Passkey created');
  });

  test('a device that already has a passkey says so, and not as a failure', async () => {
    await plugInAuthenticator(true);
    let id = '';
    server().answerWith((_path, body) => {
      if (body.kind === 'not-registered') return server().view('registered');
      if (body.kind === 'prepare') {
        const excludeCredentials = id === '' ? [] : [{ type: 'public-key', id }];
        return { kind: 'options', clientRequest: { ...clientRequest, excludeCredentials } };
      }
      id = (body.response as { id: string }).id;
      return server().view('exists');
    });
    await open('registration');
    await fill();
    await press('Submit for Registration');
    await page().getByText('You already have a passkey here').waitFor();
    await fill();
    await press('Submit for Registration');
    await heading('Passkey created');
    expect(server().received[3]).toMatchObject({
      outcome: 'already-registered',
      errorName: 'InvalidStateError',
    });
  });

  test('a prompt that nobody answers is a timeout, not a cancel', async () => {
    await plugInAuthenticator(false);
    server().answerWith((_path, body) =>
      body.kind === 'prepare'
        ? { kind: 'options', clientRequest: { ...clientRequest, timeout: 2_000 } }
        : server().view('timed-out'),
    );
    await open('registration');
    await fill();
    await press('Submit for Registration');
    await heading('This took a little long');
    expect(server().received[1]).toMatchObject({ outcome: 'timed-out', errorName: 'NotAllowedError' });
  });

  test('sends a passkey that a reload kept from the server', async () => {
    await plugInAuthenticator(true);
    server().answerWith((_path, body) =>
      body.kind === 'prepare' ? { kind: 'options', clientRequest } : undefined,
    );
    await open('registration');
    await fill();
    await press('Submit for Registration');
    await expect.poll(() => server().received.length).toBe(2);
    const [, first] = server().received;
    server().answerWith(() => server().view('registered'));
    await page().reload();
    await heading('Passkey created');
    expect(server().received).toEqual([first]);
  });

  test('declines without asking the device', async () => {
    server().answerWith(() => server().view('cancelled'));
    await open('declinable');
    await press('Not now');
    await heading('No passkey yet');
    expect(server().received).toMatchObject([
      { kind: 'not-registered', outcome: 'cancelled', errorName: 'NotNow' },
    ]);
  });

  test('a browser without passkeys is told what to do', async () => {
    await page().addInitScript('delete window.PublicKeyCredential');
    await open('registration');
    await heading('This browser can’t create passkeys');
    expect(await page().getByRole('button', { name: 'Not now' }).count()).toBe(0);
  });

  test('a browser without passkeys may decline where the process allows it', async () => {
    server().answerWith(() => server().view('cancelled'));
    await page().addInitScript('delete window.PublicKeyCredential');
    await open('declinable');
    await heading('This browser can’t create passkeys');
    await press('Not now');
    await heading('No passkey yet');
  });

  test('a browser without passkeys gets the address where another one can begin anew', async () => {
    await context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server().origin });
    await page().addInitScript('delete window.PublicKeyCredential');
    await open('fresh-link');
    await heading('This browser can’t create passkeys');
    await press('Copy link');
    await page().getByRole('button', { name: 'Copied' }).waitFor();
    const link = 'https://latchkey.example/web/trustweb?pt=T4NJA4PEEM6Q3GXSON5QQZYMG4';
    expect(await page().evaluate('navigator.clipboard.readText()')).toBe(link);
    expect(await page().locator('.reference code:visible').textContent()).toBe(link);
    expect(await page().getByRole('button', { name: 'Not now' }).count()).toBe(1);
  });

  test('where copying is forbidden, the address is selected', async () => {
    await page().addInitScript(
      "delete window.PublicKeyCredential; Object.defineProperty(navigator, 'clipboard', { value: undefined })",
    );
    await open('fresh-link');
    await press('Copy link');
    await expect.poll(() => page().evaluate('String(getSelection())')).toContain('https://latchkey.example/');
  });

  test('after a cancel another device or a security key can be used, where the policy lets it', async () => {
    await plugInAuthenticator(false);
    await page().addInitScript(`
      addEventListener('load', () => {
        const create = navigator.credentials.create.bind(navigator.credentials);
        navigator.credentials.create = (options) => {
          const { hints, authenticatorSelection } = options.publicKey;
          window.asked = { hints, attachment: authenticatorSelection?.authenticatorAttachment };
          return create(options);
        };
      });
    `);
    server().answerWith((_path, body) =>
      body.kind === 'prepare' ? { kind: 'options', clientRequest } : server().view('another-device'),
    );
    await open('another-device');
    await fill();
    for (const [button, asked] of [
      ['Submit for Registration', { attachment: undefined }],
      ['Another device or security key', { hints: ['hybrid', 'security-key'], attachment: 'cross-platform' }],
    ] as const) {
      await fill();
      await press(button);
      await heading('Continue on your device');
      await expect.poll(() => page().evaluate('({ ...window.asked })')).toMatchObject(asked);
      await press('Cancel');
      await page().getByText('The request was closed').waitFor();
    }
    await open('declinable');
    expect(await page().getByRole('button', { name: 'Another device' }).count()).toBe(0);
  });

  test('tells the provider which passkeys count and what the user is called, and does without where it cannot', async () => {
    await plugInAuthenticator(true);
    await page().addInitScript(`
      window.signals = [];
      for (const name of ['signalAllAcceptedCredentials', 'signalCurrentUserDetails']) {
        const signal = PublicKeyCredential[name];
        PublicKeyCredential[name] = async (given) => {
          window.signals.push(given);
          await signal?.call(PublicKeyCredential, given);
          throw new Error('A provider of its own mind.');
        };
      }
    `);
    server().answerWith((_path, body) =>
      body.kind === 'prepare' ? { kind: 'options', clientRequest } : server().view('saved-in'),
    );
    await open('registration');
    await fill();
    await press('Submit for Registration');
    await page().getByText('Saved in \u2068iCloud Keychain\u2069.').waitFor();
    const { id: userId, name, displayName } = clientRequest.user;
    await expect
      .poll(() => page().evaluate('window.signals'))
      .toEqual([
        { rpId: 'localhost', userId, allAcceptedCredentialIds: ['HJaQW0vnRHK5m-h9cl10CQ'] },
        { rpId: 'localhost', userId, name, displayName },
      ]);
  });

  test('works for an older browser without the JSON methods', async () => {
    await page().addInitScript(
      'delete PublicKeyCredential.parseCreationOptionsFromJSON; delete PublicKeyCredential.prototype.toJSON',
    );
    await plugInAuthenticator(true);
    server().answerWith((_path, body) =>
      body.kind === 'prepare' ? { kind: 'options', clientRequest } : server().view('registered'),
    );
    await open('registration');
    await fill();
    await press('Submit for Registration');
    await heading('Passkey created');
    const { id } = (server().received[1] as { response: { id: string } }).response;
    expect(server().received[1]).toMatchObject({
      response: {
        id,
        rawId: id,
        type: 'public-key',
        response: { attestationObject: expect.stringMatching(/^[\w-]+$/) },
      },
    });
  });
});
