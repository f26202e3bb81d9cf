import { X509Certificate } from 'node:crypto';
import { type NewRegistrationPolicy, policyTemplates } from '@latchkey/contract';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeCbor } from '../../packages/passkeys/src/cbor/decode-cbor.ts';
import { launchBrowser } from '../../scripts/browser.ts';
import { type Rest, rest } from '../support/rest.ts';
import { type ServedLatchkey, serveLatchkey } from '../support/serve-latchkey.ts';

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
  // What Chromium calls credBlob brings credProtect with it.
  protecting: { ...common, transport: 'usb', hasCredBlob: true },
  withoutUv: { ...common, transport: 'usb', hasUserVerification: false, isUserVerified: false },
  u2f: { protocol: 'u2f', transport: 'usb', automaticPresenceSimulation: true },
} as const satisfies Readonly<Record<string, Device>>;
type Name = keyof typeof devices;

let latchkey: ServedLatchkey;
let browser: Browser;
let page: Page;
let api: Rest;
let store: string;
let cdp: CDPSession;

beforeAll(async () => {
  [latchkey, browser] = await Promise.all([serveLatchkey(), launchBrowser()]);
  api = rest(latchkey.baseUrl, latchkey.accessToken);
  store = `/api/identity-store/stores/${latchkey.storeName}`;
  page = await (await browser.newContext()).newPage();
  await page.goto(`${latchkey.baseUrl}/web/trustweb`);
  cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable', { enableUI: false });
  await trustTheBrowsersKeys();
});
afterAll(async () => {
  await browser?.close();
  await latchkey?.close();
});

/** What became of a registration: the passkey, the server's code, or the name of the browser's error. */
type Outcome = { readonly passkey?: Record<string, unknown>; readonly code?: string };

type Policy = Omit<NewRegistrationPolicy, 'name'>;

async function registered(policy: Policy, ...names: Name[]): Promise<Outcome> {
  const name = await newPolicy(policy);
  const user = await newUser();
  return withDevices(names, () => registeredBy(user, name));
}

/** What becomes of the registration of a person at the authenticators that are attached. */
async function registeredBy(user: string, policy: string): Promise<Outcome> {
  const { clientRequest, session } = await started(user, policy);
  const response = await createIn(clientRequest);
  if (typeof response === 'string') return { code: response };
  return (await api.post(session, { clientResponse: response })).body as Outcome;
}

let named = 0;
async function newPolicy(policy: Policy): Promise<string> {
  named += 1;
  const name = `matrix ${named}`;
  const policies = `${store}/relyingParties/localhost/registrationPolicies`;
  expect((await api.post(policies, { name, ...policy })).body).toMatchObject({ version: 1 });
  return name;
}

const newUser = async (): Promise<string> => (await api.post(`${store}/users`, {})).body.id;

async function started(user: string, policy: string) {
  const start = `${store}/users/${user}/passkeys/relyingParties/localhost/registrations/${encodeURIComponent(policy)}`;
  const { clientRequest, sessionId } = (await api.post(start, {})).body;
  return { clientRequest, session: `${store}/passkeys/registrations/sessions/${sessionId}` };
}

/** Attaches authenticators while work is done. */
async function withDevices<Result>(names: readonly Name[], work: () => Promise<Result>): Promise<Result> {
  const added = await Promise.all(
    names.map((one) => cdp.send('WebAuthn.addVirtualAuthenticator', { options: devices[one] as never })),
  );
  try {
    return await work();
  } finally {
    for (const one of added) await cdp.send('WebAuthn.removeVirtualAuthenticator', one);
  }
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
    const policy = await newPolicy({
      attestation: 'direct',
      algorithms: [-7],
      residentKey: 'discouraged',
    });
    const { clientRequest } = await started(await newUser(), policy);
    const response = await withDevices([name], () => createIn(clientRequest));
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

  test('user verification that is discouraged lets a key without it make a passkey that is not discoverable', async () => {
    const policy = { userVerification: 'discouraged', residentKey: 'discouraged' } as const;
    const { passkey } = await registered(policy, 'withoutUv');
    expect(passkey).toMatchObject({ userVerified: false, hints: { discoverable: false } });
    const required = { ...policy, userVerification: 'required' } as const;
    expect(await registered(required, 'withoutUv')).toEqual({ code: 'NotAllowedError' });
  });

  test('Chromium makes no passkey with a key that could keep it but verifies nobody, unless that is discouraged', async () => {
    for (const residentKey of ['required', 'preferred'] as const)
      expect(await registered({ userVerification: 'discouraged', residentKey }, 'withoutUv')).toEqual({
        code: 'NotAllowedError',
      });
  });

  test.each(['required', 'discouraged'] as const)(
    'a resident key that is %s is honoured',
    async (residentKey) => {
      const { passkey } = await registered({ residentKey }, 'key');
      expect(passkey).toMatchObject({ hints: { discoverable: residentKey === 'required' } });
    },
  );

  const protects = {
    residentKey: 'required',
    userVerification: 'required',
    enforceCredentialProtection: true,
  } as const;
  test.each(['userVerificationRequired', 'userVerificationOptionalWithCredentialIDList'] as const)(
    'the credProtect policy %s is enforced: made where the authenticator has it, refused by the browser where not',
    async (credentialProtection) => {
      const policy = { ...protects, credentialProtection };
      expect((await registered(policy, 'protecting')).passkey).toMatchObject({ status: 'ACTIVE' });
      expect(await registered(policy, 'key')).toEqual({ code: 'NotAllowedError' });
      const asked = { ...policy, enforceCredentialProtection: false };
      expect((await registered(asked, 'key')).passkey).toMatchObject({ status: 'ACTIVE' });
    },
  );

  test('credProtect that a policy enforces is judged on the server too, whatever the browser was asked for', async () => {
    const name = await newPolicy({ residentKey: 'required', userVerification: 'required' });
    const { clientRequest, session } = await started(await newUser(), name);
    const response = await withDevices(['key'], () => createIn(clientRequest));
    const party = `${store}/relyingParties/localhost/registrationPolicies/${encodeURIComponent(name)}`;
    const change = { ...protects, credentialProtection: 'userVerificationRequired' };
    expect((await api.post(party, change)).status).toBe(200);
    expect((await api.post(session, { clientResponse: response })).body).toMatchObject({
      code: 'passkey.credential-protection-too-weak',
    });
  });

  test.each([
    [{}, 'InvalidStateError'],
    [{ exclude: 'none' }, undefined],
  ] as const)('a passkey that is there already, by the policy %j, is told: %s', async (policy, code) => {
    const name = await newPolicy({ residentKey: 'required', ...policy });
    const user = await newUser();
    await withDevices(['key'], async () => {
      expect((await registeredBy(user, name)).code).toBeUndefined();
      expect((await registeredBy(user, name)).code).toBe(code);
    });
    const another = await withDevices(['key'], () => registeredBy(user, name));
    expect(another.passkey).toMatchObject({ status: 'ACTIVE' });
  });

  test('PRF and large blobs that are required are there', async () => {
    const policy = { prf: 'required', largeBlob: 'required', residentKey: 'required' } as const;
    expect((await registered(policy, 'key')).passkey).toMatchObject({
      capabilities: { prf: true, largeBlob: true },
    });
    expect(await registered({ prf: 'required' }, 'laptop')).toMatchObject({ code: 'passkey.prf-missing' });
  });
});
