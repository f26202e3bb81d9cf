import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { fragileProcess, undecided } from './backoffice-processes.ts';
import { type BackofficeWorld, backofficeWorld, registerPasskey } from './backoffice-world.ts';
import { newDataDir } from './latchkey.ts';
import { metadataFiles, revokedAuthenticator, revokedModel } from './metadata-files.ts';
import { person } from './person.ts';
import { signInShowcase } from './showcase-sign-ins.ts';
import { tagged, twoDefinitions, twoForms, twoPages } from './showcase-versions.ts';

/** A server in use, and the addresses of what it holds, by name: `{userId}` in a path stands for `made.userId`. */
export type ShowcaseWorld = BackofficeWorld & { readonly made: Readonly<Record<string, string>> };

const manager = '/api/process-manager';
const browsers = {
  firefox: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
  safari:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  chrome:
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
} as const;
const visitors = [
  ['Grace', 'Hopper', browsers.firefox, 'registers'],
  ['Radia', 'Perlman', browsers.safari, 'registers'],
  ['Donald', 'Knuth', browsers.chrome, 'registers'],
  ['Barbara', 'Liskov', browsers.safari, 'cancels'],
  ['Alan', 'Turing', browsers.firefox, 'looks'],
  ['Grete', 'Hermann', browsers.chrome, 'isRefused'],
] as const;

/** Starts a server, and lets people go through its processes: registered, cancelled, in review, failed. */
export async function showcaseWorld(): Promise<ShowcaseWorld> {
  const dataDir = newDataDir();
  const world = await backofficeWorld({ ...metadataFiles(dataDir), LATCHKEY_DATA_DIR: dataDir });
  const { call } = world;
  const pt = tokenIn(world.journeyUrl);
  const { processDefnName: definition } = await call('GET', `${manager}/processTokens/${pt}`);
  const made: Record<string, string> = { userId: world.userId, definition, token: pt };
  for (const [firstName, lastName, browser, does] of visitors) {
    const own = await tokenFor(world, `Link for ${firstName}`, definition, { firstName, lastName });
    const visitor = person(world.baseUrl, '', browser, world.baseUrl);
    const form = await visitor.start({ pt: own });
    if (does === 'registers') await visitor.register(form);
    if (does === 'isRefused') await visitor.beRefused(form);
    if (does === 'cancels') await visitor.cancel(form);
    made[does === 'registers' ? 'registered' : does] = form.instanceId;
  }
  const { link, emptyLink } = await fragileProcess(world);
  made.incident = await instanceBy(world, tokenIn(link));
  made.unfit = await instanceBy(world, tokenIn(emptyLink));
  made.reviewed = await instanceInReview(world);
  const signedIn = await signInShowcase(world, browsers.safari);
  Object.assign(made, { signInProcess: signedIn.process, signedIn: signedIn.instance });
  await authenticators(world);
  Object.assign(made, { model: revokedModel, noModel: '00000000-0000-0000-0000-000000000000' });
  made.form = await twoForms(world);
  made.page = await twoPages(world);
  await tagged(world, definition);
  made.draft = await twoDefinitions(world);
  made.apiKey = (await call('POST', '/api/arthr/apiKeys', { name: 'Billing', permissions: [] })).id;
  made.webhook = await webhookWithDeadLetter(world);
  const design = { light: { accent: '#00513b' }, dark: { accent: '#7fdbb6' }, corners: 'soft' };
  const theme = { name: 'northwind', description: 'Our own green', design, creationOption: 'Save & Deploy' };
  await call('POST', '/api/theme-server/themes', theme);
  const invitation = { name: 'Grace', role: 'support' };
  made.setUp = new URL((await call('POST', '/api/backoffice/invitations', invitation)).link).hash;
  return { ...world, made };
}

/** A root of the tenant's own, and a passkey of a revoked model, by a policy that marks it. */
async function authenticators(world: BackofficeWorld): Promise<void> {
  const { call, storeName, relyingPartyId, userId } = world;
  const store = `/api/identity-store/stores/${storeName}`;
  const own = createSoftAuthenticator({ attestation: 'packed-certified' }).attestationRoot();
  const certificate = Buffer.from(own).toString('base64');
  await call('POST', '/api/identity-store/trustAnchors', { name: 'Company keys 2026', certificate });
  const policy = { name: 'Security keys', attestation: 'direct', revokedModels: 'record' };
  await call('POST', `${store}/relyingParties/${relyingPartyId}/registrationPolicies`, policy);
  await registerPasskey(world, `${store}/users/${userId}/passkeys`, revokedAuthenticator(), policy.name);
}

/** A webhook that is off by the time its event is sent. */
async function webhookWithDeadLetter({ call }: BackofficeWorld): Promise<string> {
  const endpoints = '/api/webhooks/endpoints';
  const { id } = await call('POST', endpoints, {
    name: 'Mail service',
    url: 'https://hooks.example.org/latchkey',
    events: ['user.created', 'passkey-registration.completed'],
  });
  await call('POST', '/api/identity-store/stores/demoStore/users', { externalId: 'told-by-webhook' });
  await call('POST', `${endpoints}/${id}`, { status: 'DISABLED' });
  return String(id);
}

async function tokenFor(
  { call }: BackofficeWorld,
  name: string,
  processDefnName: string,
  parameters: object,
) {
  const token = { name, processDefnName, status: 'ACTIVE', parameters };
  return String((await call('POST', `${manager}/processTokens`, token)).id);
}

const tokenIn = (link: string) => String(new URL(link).searchParams.get('pt'));

const instanceBy = async ({ baseUrl }: BackofficeWorld, pt: string) =>
  (await person(baseUrl, '', browsers.firefox, baseUrl).start({ pt })).instanceId;

async function instanceInReview(world: BackofficeWorld): Promise<string> {
  const name = 'Identity check';
  const resources = { bpmn: { data: undecided, type: 'BPMN' } };
  await world.call('POST', `${manager}/processDefinitions`, {
    name,
    resources,
    creationOption: 'Save & Deploy',
  });
  const parameters = { firstName: 'Katherine', lastName: 'Johnson', email: 'katherine@example.com' };
  return instanceBy(world, await tokenFor(world, 'Link for Katherine', name, parameters));
}
