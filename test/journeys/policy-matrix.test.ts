import { X509Certificate } from 'node:crypto';
import { type NewRegistrationPolicy, policyTemplates } from '@latchkey/contract';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeCbor } from '../../packages/passkeys/src/cbor/decode-cbor.ts';
import { launchBrowser } from '../../scripts/browser.ts';
import { type Latchkey, removeDataDir, startLatchkey } from '../support/latchkey.ts';
import { type Rest, rest } from '../support/rest.ts';

type Device = Partial<Parameters<CDPSession['send']>[1]> & Record<string, unknown>;

const common = {
  protocol: 'ctap2',
  ctap2Version: 'ctap2_1',
  hasResidentKey: true,
  hasUserVerification: true,
  isUserVerified: true,
  automaticPresenceSimulation: true,
};
/** Authenticators as people have them. */
const devices = {
  phone: { ...common, transport: 'internal', defaultBackupEligibility: true, defaultBackupState: true },
  laptop: { ...common, transport: 'internal' },
  key: { ...common, transport: 'usb', hasPrf: true, hasLargeBlob: true },
  u2f: { protocol: 'u2f', transport: 'usb', automaticPresenceSimulation: true },
} as const satisfies Readonly<Record<string, Device>>;
type Name = keyof typeof devices;

let latchkey: Latchkey;
let browser: Browser;
let page: Page;
let api: Rest;
let store: string;
let cdp: CDPSession;

beforeAll(async () => {
  [latchkey, browser] = await Promise.all([startLatchkey(), launchBrowser()]);
  api = rest(latchkey.baseUrl, latchkey.accessToken);
  store = `/api/identity-store/stores/${latchkey.storeName}`;
  page = await (await browser.newContext()).newPage();
  await page.goto(`${latchkey.baseUrl}/docs`);
  cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable', { enableUI: false });
  await trustTheBrowsersKeys();
});
afterAll(async () => {
  await browser?.close();
  await latchkey?.stop();
  if (latchkey) removeDataDir(latchkey.dataDir);
});

/** What became of a registration: the passkey, the server's code, or the name of the browser's error. */
type Outcome = { readonly passkey?: Record<string, unknown>; readonly code?: string };

let named = 0;
async function registered(policy: Omit<NewRegistrationPolicy, 'name'>, ...names: Name[]): Promise<Outcome> {
  const { response, session } = await answered(policy, names);
  if (typeof response === 'string') return { code: response };
  return (await api.post(session, { clientResponse: response })).body as Outcome;
}

async function answered(policy: Omit<NewRegistrationPolicy, 'name'>, names: readonly Name[]) {
  named += 1;
  const name = `matrix ${named}`;
  const policies = `${store}/relyingParties/localhost/registrationPolicies`;
  expect((await api.post(policies, { name, ...policy })).body).toMatchObject({ version: 1 });
  const user = (await api.post(`${store}/users`, {})).body;
  const start = `${store}/users/${user.id}/passkeys/relyingParties/localhost/registrations/${encodeURIComponent(name)}`;
  const { clientRequest, sessionId } = (await api.post(start, {})).body;
  const added = await Promise.all(
    names.map((one) => cdp.send('WebAuthn.addVirtualAuthenticator', { options: devices[one] as never })),
  );
  const response = await createIn(clientRequest);
  for (const one of added) await cdp.send('WebAuthn.removeVirtualAuthenticator', one);
  return { response, session: `${store}/passkeys/registrations/sessions/${sessionId}` };
}

/** The browser's answer, or the name of its error. */
const createIn = (clientRequest: unknown): Promise<string | { response: { attestationObject: string } }> =>
  page.evaluate(`(async (request) => {
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(request);
    try {
      return (await navigator.credentials.create({ publicKey })).toJSON();
    } catch (error) {
      return error.name;
    }
  })(${JSON.stringify(clientRequest)})`);

/** Chromium issues a certificate for each attestation; the key behind them is taken for a maker's here. */
async function trustTheBrowsersKeys(): Promise<void> {
  for (const name of ['key', 'u2f'] as const) {
    const asked: Omit<NewRegistrationPolicy, 'name'> = {
      attestation: 'direct',
      algorithms: [-7],
      residentKey: 'discouraged',
    };
    const { response } = await answered(asked, [name]);
    if (typeof response === 'string') throw new Error(response);
    const object = decodeCbor(Buffer.from(response.response.attestationObject, 'base64url')) as Map<
      string,
      unknown
    >;
    const chain = (object.get('attStmt') as Map<string, unknown>).get('x5c') as Uint8Array[];
    const key = new X509Certificate(chain.at(-1) as Uint8Array).publicKey;
    const certificate = key.export({ format: 'der', type: 'spki' }).toString('base64');
    await api.post('/api/identity-store/trustAnchors', { name: `Chromium ${name}`, certificate });
  }
}

const suited: Readonly<Record<(typeof policyTemplates)[number]['id'], Name>> = {
  synchronised: 'phone',
  'device-bound': 'key',
  'security-keys': 'key',
  'this-device': 'laptop',
  legacy: 'u2f',
};

describe('in Chromium', () => {
  test.each(policyTemplates)(
    'the template $id takes an authenticator that suits it',
    async ({ id, policy }) => {
      const { passkey, code } = await registered(policy, suited[id]);
      expect({ id, code, status: passkey?.status }).toEqual({ id, code: undefined, status: 'ACTIVE' });
    },
  );

  const template = (id: string) => policyTemplates.find((one) => one.id === id)?.policy ?? {};
  test.each([
    ['synchronised', 'laptop', 'passkey.backup-not-allowed'],
    ['device-bound', 'phone', expect.stringMatching(/^passkey\.(backup-not-allowed|attestation-)/)],
  ] as const)('the template %s refuses a %s', async (id, name, code) => {
    expect(await registered(template(id), name)).toMatchObject({ code });
  });

  test('of two authenticators the one that is attached as asked makes the passkey', async () => {
    const { passkey } = await registered({ attachment: 'cross-platform' }, 'laptop', 'key');
    expect(passkey).toMatchObject({ hints: { attachment: 'cross-platform', transports: ['usb'] } });
    const other = await registered({ attachment: 'platform' }, 'laptop', 'key');
    expect(other.passkey).toMatchObject({ hints: { attachment: 'platform' } });
  });

  test('user verification is made where it is required', async () => {
    const { passkey } = await registered({ userVerification: 'required' }, 'key');
    expect(passkey).toMatchObject({ userVerified: true });
  });

  test.each(['required', 'discouraged'] as const)(
    'a resident key that is %s is honoured',
    async (residentKey) => {
      const { passkey } = await registered({ residentKey }, 'key');
      expect(passkey).toMatchObject({ hints: { discoverable: residentKey === 'required' } });
    },
  );

  test('credProtect that is enforced is refused by the browser where the authenticator has none', async () => {
    const policy = {
      residentKey: 'required',
      userVerification: 'required',
      credentialProtection: 'userVerificationRequired',
    } as const;
    expect((await registered(policy, 'key')).code).toBeUndefined();
    const enforced = { ...policy, enforceCredentialProtection: true };
    expect(await registered(enforced, 'key')).toEqual({ code: 'NotAllowedError' });
  });

  test('PRF and large blobs that are required are there', async () => {
    const policy = { prf: 'required', largeBlob: 'required', residentKey: 'required' } as const;
    expect((await registered(policy, 'key')).passkey).toMatchObject({
      capabilities: { prf: true, largeBlob: true },
    });
    expect(await registered({ prf: 'required' }, 'laptop')).toMatchObject({ code: 'passkey.prf-missing' });
  });
});
