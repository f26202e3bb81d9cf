import { newId } from '@latchkey/kernel';
import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureSetUpLink } from '../../apps/server/src/operators/ensure-set-up-link.ts';
import { sessionKeyOf } from '../../apps/server/src/passkeys/session-key.ts';
import { readerOf } from '../support/journey-reader.ts';
import { type JourneyWorld, journeyWorld, newToken, publicOrigin } from '../support/journey-world.ts';
import { openBrowser, secretOf, setUpBy } from '../support/operator-world.ts';
import { person, type Standing } from '../support/person.ts';
import { signInAlone, signInsIn } from '../support/sign-in-world.ts';
import { holds, storedText, withDecoded } from '../support/stored-text.ts';

// Does everything by which the server hands out something that lets somebody in, keeps what was handed out, and looks
// for it in every table and in every line of the log, which says as much as it can.

type Issued = { readonly what: string; readonly secret: string };

const issued: Issued[] = [];
const issue = (what: string, secret: unknown): string => {
  if (typeof secret !== 'string' || secret.length < 20) throw new Error(`no ${what} was issued: ${secret}`);
  issued.push({ what, secret });
  return secret;
};

let world: JourneyWorld;
let open: { readonly sessionId: string; readonly challenge: string; readonly response: unknown };
beforeAll(async () => {
  world = await journeyWorld(undefined, [], 'trace');
  issue('API key', world.keys.demo);
  await byLink();
  await byCreatedInstance();
  await bySignIn();
  await byRest();
  await byOperator();
  await byClient();
  await byPreview();
  await byFailures();
});
afterAll(() => world.close());

const manager = '/api/process-manager';
const read = (value: unknown) => value as Record<string, string>;

async function byLink(): Promise<void> {
  const ada = person(world.server.base);
  const at = await ada.start({ pt: issue('process token', await newToken(world.call, 'guide')) });
  issue('cookie of a journey', /visitor=([^~;]+)/.exec(ada.cookie())?.[1]);
  const retry = await ada.beRefused(at);
  await ada.prepare(await ada.press(retry));
  await issueRegistrations(retry);
  const ben = person(world.server.base);
  const form = await ben.start({ pt: issue('process token', await newToken(world.call, 'guide')) });
  await ben.prepare(form);
  await ben.register(form);
  await issueRegistrations(form);
  await ben.request('/web/trustweb?pt=wrong-link-wrong-link-wrong');
}

/** Every attempt of an instance to register, as an administrator sees it who may. */
async function issueRegistrations({ instanceId }: Standing): Promise<void> {
  const { registrations } = (await readerOf(world).dataOf(instanceId))._identityStore.passkeys;
  for (const record of Object.values<Attempt>(registrations.passkeyReg1.passkeyRegistrationRecords)) {
    const { sessionId, clientRequest } = record.startPasskeyRegistrationResponse;
    issue('session of a registration', sessionId);
    issue('challenge of a registration', clientRequest.challenge);
  }
}

type Attempt = {
  readonly startPasskeyRegistrationResponse: {
    readonly sessionId: string;
    readonly clientRequest: { readonly challenge: string };
  };
};

/** One sign-in that ends, and one that waits for its answer. */
async function bySignIn(): Promise<void> {
  const { registered, deployed, begun, attemptOf } = signInsIn(world);
  const { ada } = await registered();
  const name = await deployed(...signInAlone);
  const [done, pending] = [await begun(ada, name), await begun(ada, name)];
  for (const at of [done, pending]) {
    issue('challenge of a sign-in', (await ada.askedToSignIn(at)).challenge);
    const { startPasskeyAuthenticationResponse: started } = await attemptOf(at);
    issue('session of a sign-in', started.sessionId);
  }
  const options = await ada.askedToSignIn(done);
  issue('challenge of a sign-in', options.challenge);
  await ada.send(done, { kind: 'asserted', response: ada.assertionFor(options), elapsedMs: 1 });
}

async function byCreatedInstance(): Promise<void> {
  const pt = issue('process token', await newToken(world.call, 'guide'));
  const { body } = await world.call('POST', `${manager}/processInstances/create?pt=${pt}`, {});
  const ps = new URL(String(body.redirectUrl)).searchParams.get('ps') ?? '';
  issue('link of an instance', new URL(ps).searchParams.get('key'));
  await person(world.server.base).start({ ps });
}

async function byRest(): Promise<void> {
  const { body: user } = await world.call('POST', `${world.store}/users`, { externalId: 'E-1' });
  const passkeys = `${world.store}/users/${user.id}/passkeys`;
  const start = `${passkeys}/relyingParties/localhost/registrations/passkeyPolicy`;
  for (const isFinished of [true, false]) {
    const { body } = await world.call<{ clientRequest: { challenge: string }; sessionId: string }>(
      'POST',
      start,
      {},
    );
    issue('challenge of a registration', body.clientRequest.challenge);
    issue('session of a registration', body.sessionId);
    const response = createSoftAuthenticator().createCredential(body.clientRequest as never, {
      origin: publicOrigin,
    });
    const at = `${passkeys}/registrations/sessions/${body.sessionId}`;
    if (isFinished) await world.call('POST', at, { clientResponse: response });
    else open = { sessionId: body.sessionId, challenge: body.clientRequest.challenge, response };
  }
  const signIn = `${world.store}/passkeys/relyingParties/localhost/authentications`;
  const { body } = await world.call<{ clientRequest: { challenge: string }; sessionId: string }>(
    'POST',
    signIn,
    {},
  );
  issue('challenge of a user’s sign-in', body.clientRequest.challenge);
  issue('session of a user’s sign-in', body.sessionId);
}

async function byOperator(): Promise<void> {
  const invitation = secretOf(
    await ensureSetUpLink(world.database, 'demo', { newId, publicUrl: publicOrigin }),
  );
  const ada = openBrowser(world.server.base);
  await setUpBy(ada, issue('link of an administrator', invitation));
  issue('cookie of an operator', ada.cookie.split('=')[1]);
  const { body: invited } = await ada.call('POST', '/invitations', { name: 'Ben', role: 'auditor' });
  issue('link of an invitation', secretOf(invited.link));
  const { body } = await ada.call('POST', '/sign-in/options', {});
  issue('challenge of a sign-in', body.options.challenge);
  const response = ada.device.getAssertion(body.options, { origin: publicOrigin });
  await ada.call('POST', '/sign-in', { ceremonyId: body.ceremonyId, response });
  issue('cookie of an operator', ada.cookie.split('=')[1]);
  const { body: pending } = await ada.call('POST', '/sign-in/options', {});
  issue('challenge of a sign-in', pending.options.challenge);
  const { body: added } = await ada.call('POST', '/passkeys/options', {});
  issue('challenge of a set-up', added.options.challenge);
}

async function byClient(): Promise<void> {
  const { body } = await world.call('POST', '/api/arthr/apiKeys', {
    name: 'reader',
    permissions: ['TNT#demo#IdentityStore:listStores'],
  });
  const { code, clientId, clientSecret } = read(body);
  issue('API key', code);
  issue('client secret', clientSecret);
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId ?? '',
    client_secret: clientSecret ?? '',
  });
  for (const path of ['/oauth/token', '/oauth/token?client_secret=wrong']) {
    const answer = await fetch(world.server.base + path, { method: 'POST', body: form });
    if (answer.ok) issue('access token', ((await answer.json()) as { access_token: string }).access_token);
  }
}

async function byPreview(): Promise<void> {
  const { body } = await world.call('POST', '/api/theme-server/customPages', {
    name: 'draft',
    documents: [{ path: 'index.html', text: '<h1>Draft</h1>' }],
  });
  const { body: page } = await world.call('GET', `/api/theme-server/customPages/${body.id}`);
  const url = read(page).previewUrl ?? read(body).previewUrl;
  issue('preview of a page', /-([A-Za-z0-9_-]{24})\/index\.html$/.exec(url ?? '')?.[1]);
}

/** What the server cannot do it writes to its log, with all that it knows of the failure. */
async function byFailures(): Promise<void> {
  const rename = (from: string, to: string) =>
    world.owner.change({ name: `test.rename-${from}`, text: `alter table ${from} rename to ${to}` });
  const tables = [
    'process_tokens',
    'process_instances',
    'api_secrets',
    'registration_sessions',
    'operator_invitations',
  ];
  for (const table of tables) await rename(table, `${table}_away`);
  world.clock.now += 60_000;
  const json = { 'content-type': 'application/json' };
  for (const { secret } of issued) {
    const headers = {
      authorization: `Bearer ${secret}`,
      cookie: `latchkey_visitor=${secret}`,
      'x-api-key': secret,
    };
    await fetch(`${world.server.base}/web/trustweb?pt=${secret}`, { headers });
    await fetch(`${world.server.base}${manager}/processTokens/${secret}`, { headers });
    const body = JSON.stringify({ pt: secret, invitation: secret });
    const own = { ...headers, ...json, 'sec-fetch-site': 'same-origin' };
    await fetch(`${world.server.base}/web/trustweb/start`, { method: 'POST', headers: own, body });
    await fetch(`${world.server.base}/api/backoffice/set-up/options`, { method: 'POST', headers: own, body });
  }
  for (const table of tables) await rename(`${table}_away`, table);
}

/** In clear, as bytes of its text, or as the bytes that it stands for. */
const isIn = (text: string, secret: string): boolean =>
  holds(text, secret) || text.includes(Buffer.from(secret, 'base64url').toString('hex'));

test('every kind of secret was handed out', () => {
  expect([...new Set(issued.map(({ what }) => what))].sort()).toEqual([
    'API key',
    'access token',
    'challenge of a registration',
    'challenge of a set-up',
    'challenge of a sign-in',
    'challenge of a user’s sign-in',
    'client secret',
    'cookie of a journey',
    'cookie of an operator',
    'link of an administrator',
    'link of an instance',
    'link of an invitation',
    'preview of a page',
    'process token',
    'session of a registration',
    'session of a sign-in',
    'session of a user’s sign-in',
  ]);
});

test('none is in any table, in whatever wrapping', async () => {
  const stored = withDecoded(await storedText(world.owner));
  expect(stored).toContain(sessionKeyOf(open.sessionId));
  expect(issued.filter(({ secret }) => isIn(stored, secret))).toEqual([]);
});

test('none is in the log, and neither is the secret key in either', async () => {
  const log = world.server.log.join('\n');
  expect(world.server.log.filter((line) => line.includes('request failed')).length).toBeGreaterThan(9);
  const found = issued.filter(({ secret }) => isIn(log, secret));
  expect(found).toEqual([]);
  const key = Buffer.from(world.secretKey);
  for (const text of [log, await storedText(world.owner)]) {
    expect(isIn(text, key.toString('base64url'))).toBe(false);
  }
});

test('session and challenge of a registration that is under way open nothing without the permission', async () => {
  const at = `${world.store}/passkeys/registrations/sessions/${open.sessionId}`;
  const send = (headers: Readonly<Record<string, string>>) =>
    fetch(world.server.base + at, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ clientResponse: open.response }),
    });
  expect((await send({})).status).toBe(401);
  expect((await send({ authorization: `Bearer ${world.keys.other}` })).status).toBe(404);
  expect((await send({ authorization: `Bearer ${world.keys.demo}` })).status).toBe(200);
});
