import { readFile } from 'node:fs/promises';
import { newId } from '@latchkey/kernel';
import type { Activity } from '../../apps/server/src/activities/define-activity.ts';
import { openDatabase } from '../../apps/server/src/db/open-database.ts';
import type { Database } from '../../apps/server/src/db/sql.ts';
import { compileDefinition } from '../../apps/server/src/processes/compile-definition.ts';
import { addTenant } from '../../apps/server/src/tenants/tenant.ts';
import { composed, keyIn, usualKey } from './composed.ts';
import { testDatabase } from './postgres.ts';
import { caller, type Keys } from './registration-world.ts';

export { publicUrl as publicOrigin } from './composed.ts';

export type JourneyWorld = Awaited<ReturnType<typeof journeyWorld>>;

/** One server process on a database, with a clock that tests own. */
export async function serveJourneys(
  database: Database,
  keys: Keys,
  clock: { now: number },
  {
    activities = [],
    secretKey,
    logLevel,
  }: { activities?: readonly Activity[]; secretKey?: Uint8Array; logLevel?: string } = {},
) {
  const server = await composed(database, {
    clock,
    activities,
    ...(secretKey && { secretKey }),
    ...(logLevel && { logLevel }),
  });
  const base = await server.listen();
  return {
    base,
    call: caller(base, keys),
    /** The errors of steps, as they stand in the log. */
    reports: () =>
      server.log
        .map((line) => JSON.parse(line))
        .filter(({ msg }) => msg === 'A step failed.')
        .map(({ err }) => err),
    readDefinition: compileDefinition(server.manifests),
    clockwork: server.clockwork,
    links: server.links,
    app: server.app,
    log: server.log,
    contentHost: server.contentHost,
    close: server.close,
  };
}

const repo = new URL('../../', import.meta.url);
const fileOf = (path: string) => readFile(new URL(path, repo), 'utf8');

/** The guide's example as deployed: a token for it, and what changes the diagram before it is. */
export async function journeyWorld(
  change: (bpmn: string) => string = (bpmn) => bpmn,
  more: readonly Activity[] = [],
  logLevel = 'warn',
) {
  const { database, owner, connectionString, close } = await testDatabase({ poolSize: 8 });
  await addTenant(database, { id: 'demo', name: 'Demo Organisation' });
  const keys = { demo: (await keyIn(database, 'demo')).code, other: (await keyIn(database, 'other')).code };
  const clock = { now: Date.now() };
  const secretKey = usualKey;
  const settings = { activities: more, secretKey, logLevel };
  const server = await serveJourneys(database, keys, clock, settings);
  const { call } = server;
  const store = '/api/identity-store/stores/demoStore';
  await call('POST', '/api/identity-store/stores', { name: 'demoStore' });
  await call('POST', `${store}/relyingParties`, { relyingPartyId: 'localhost', name: 'passkeyConfig' });
  await call('POST', `${store}/relyingParties/localhost/registrationPolicies`, { name: 'passkeyPolicy' });
  await deployForm(
    call,
    'passkeyRegistrationForm',
    await fileOf('examples/forms/passkey-registration-form.json'),
  );
  await deployForm(call, 'passkeyRetryForm', await fileOf('examples/forms/passkey-retry-form.json'));
  await deployPage(call, 'passkeyRegistrationPage', examplePage);
  const bpmn = change(await fileOf('examples/passkey-registration.bpmn'));
  const definition = await deploy(call, 'guide', bpmn);
  const token = await newToken(call, 'guide');
  return {
    database,
    owner,
    connectionString,
    secretKey,
    clock,
    keys,
    server,
    call,
    store,
    definition,
    token,
    close: async () => {
      await server.close();
      await close();
    },
    another: async () => {
      const own = openDatabase(connectionString, { poolSize: 8 });
      const second = await serveJourneys(own, keys, clock, settings);
      const closeBoth = () => second.close().then(() => own.close());
      return { ...second, database: own, close: closeBoth };
    },
  };
}

type Call = ReturnType<typeof caller>;

/** Creates and deploys a form. */
export const deployForm = (call: Call, name: string, resource: string) =>
  call('POST', '/api/process-manager/customDataForms', { name, resource, creationOption: 'Save & Deploy' });

/** The files of the guide's Custom Page. */
export const examplePage = await Promise.all(
  ['index.html', 'style.css', 'app.js'].map(async (path) => ({
    path,
    text: await fileOf(`examples/custom-page/${path}`),
  })),
);

/** Creates and deploys a page. */
export const deployPage = (call: Call, name: string, documents: readonly { path: string; text: string }[]) =>
  call('POST', '/api/theme-server/customPages', { name, documents, creationOption: 'Save & Deploy' });

/** Creates and deploys a definition; answers its id. Throws the problem that it was answered. */
export async function deploy(call: Call, name: string, data: string): Promise<string> {
  const { status, body } = await call('POST', '/api/process-manager/processDefinitions', {
    name,
    resources: { bpmn: { data, type: 'BPMN' } },
    creationOption: 'Save & Deploy',
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return String(body.id);
}

/** Creates a token for a definition; answers its id. */
export async function newToken(call: Call, processDefnName: string, more: object = {}): Promise<string> {
  const name = `token ${newId()}`;
  const { status, body } = await call('POST', '/api/process-manager/processTokens', {
    name,
    processDefnName,
    status: 'ACTIVE',
    ...more,
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return String(body.id);
}
