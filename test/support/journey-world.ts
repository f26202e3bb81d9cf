import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { type Clock, newId } from '@latchkey/kernel';
import { accessProblems } from '../../apps/server/src/access/access-problems.ts';
import { activitiesHttp } from '../../apps/server/src/activities/activities.http.ts';
import { activityManifest } from '../../apps/server/src/activities/activity-manifest.ts';
import type { Activity } from '../../apps/server/src/activities/define-activity.ts';
import { findActivity } from '../../apps/server/src/activities/find-activity.ts';
import { activities } from '../../apps/server/src/activities/index.ts';
import { auditHttp } from '../../apps/server/src/audit/audit.http.ts';
import { openDatabase } from '../../apps/server/src/db/open-database.ts';
import type { Database } from '../../apps/server/src/db/sql.ts';
import { formsHttp } from '../../apps/server/src/forms/forms.http.ts';
import { readForm } from '../../apps/server/src/forms/read-form.ts';
import { httpServer } from '../../apps/server/src/http/http-server.ts';
import { openLog } from '../../apps/server/src/http/log.ts';
import { journeysHttp } from '../../apps/server/src/journeys/journeys.http.ts';
import { presentView } from '../../apps/server/src/journeys/present-view.ts';
import { startJourney } from '../../apps/server/src/journeys/start-journey.ts';
import { passkeysHttp } from '../../apps/server/src/passkeys/passkeys.http.ts';
import { registrationUseCases } from '../../apps/server/src/passkeys/registration-use-cases.ts';
import { cancelInstance } from '../../apps/server/src/processes/cancel-instance.ts';
import { claimInstance } from '../../apps/server/src/processes/claim-instance.ts';
import { clockwork } from '../../apps/server/src/processes/clockwork.ts';
import { compileDefinition } from '../../apps/server/src/processes/compile-definition.ts';
import { moveInstance } from '../../apps/server/src/processes/move-instance.ts';
import { processDefinitionsHttp } from '../../apps/server/src/processes/process-definitions.http.ts';
import { processInstancesHttp } from '../../apps/server/src/processes/process-instances.http.ts';
import { processTokensHttp } from '../../apps/server/src/processes/process-tokens.http.ts';
import { retryInstance } from '../../apps/server/src/processes/retry-instance.ts';
import { createInstance, startInstance } from '../../apps/server/src/processes/start-instance.ts';
import { submitTask } from '../../apps/server/src/processes/submit-task.ts';
import { registrationPoliciesHttp } from '../../apps/server/src/relying-parties/registration-policies.http.ts';
import { relyingPartiesHttp } from '../../apps/server/src/relying-parties/relying-parties.http.ts';
import { storesHttp } from '../../apps/server/src/stores/stores.http.ts';
import { addUser } from '../../apps/server/src/users/add-user.ts';
import { getUser } from '../../apps/server/src/users/get-user.ts';
import { updateUser } from '../../apps/server/src/users/update-user.ts';
import { usersHttp } from '../../apps/server/src/users/users.http.ts';
import { testDatabase } from './postgres.ts';
import { actorOf, caller } from './registration-world.ts';

/** The origin that people see in these tests. */
export const publicOrigin = 'http://localhost:3000';
const publicUrl = () => publicOrigin;

export type JourneyWorld = Awaited<ReturnType<typeof journeyWorld>>;

/** One server process on a database: what compose.ts does, with a clock that tests own. */
export async function serveJourneys(
  database: Database,
  clock: { now: number },
  more: readonly Activity[] = [],
) {
  const now: Clock = () => clock.now;
  const actors = { demo: actorOf('demo'), other: actorOf('other') };
  const reports: unknown[] = [];
  const report = (error: unknown) => void reports.push(error);
  const registrations = registrationUseCases({ newId, now: Date.now, randomBytes, publicOrigin: publicUrl });
  const own = activities({
    ...registrations,
    addUser: addUser({ newId }),
    getUser,
    updateUser,
    readForm: readForm(),
  });
  const list = [...own, ...more];
  const manifests = list.map(activityManifest);
  const readDefinition = compileDefinition(manifests);
  const shell = { database, readDefinition, findActivity: findActivity(list), now, newId, report };
  const move = moveInstance(shell);
  const needs = { sql: database, newId, now, publicUrl, readDefinition };
  const app = httpServer({
    routes: [
      ...storesHttp(needs),
      ...usersHttp(needs),
      ...relyingPartiesHttp(needs),
      ...registrationPoliciesHttp(needs),
      ...passkeysHttp(needs),
      ...auditHttp(needs),
      ...formsHttp(needs),
      ...processDefinitionsHttp({ database, newId, manifests }),
      ...activitiesHttp({ manifests }),
      ...processTokensHttp(needs),
      ...processInstancesHttp({
        ...needs,
        createInstance: createInstance(shell),
        cancelInstance: cancelInstance(move),
        retryInstance: retryInstance(move),
      }),
    ],
    parts: [
      journeysHttp({
        sql: database,
        now,
        publicUrl,
        assets: { scriptUrl: '/web/trustweb/assets/main.js', css: '', directory: '' },
        script: 'export {};',
        presentView: presentView({ sql: database, readDefinition, findActivity: shell.findActivity }),
        startJourney: startJourney({
          startInstance: startInstance(shell),
          claimInstance: claimInstance(move),
        }),
        submitTask: submitTask(move),
      }),
    ],
    authenticate: async ({ authorization }) => {
      const actor = actors[(authorization?.replace('Bearer ', '') ?? '') as keyof typeof actors];
      if (!actor) throw accessProblems.create('access.unauthenticated');
      return actor;
    },
    log: openLog('error'),
    ready: async () => undefined,
    publicUrl,
    version: '0.0.0',
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}`;
  return {
    base,
    call: caller(base),
    reports,
    actors,
    readDefinition,
    clockwork: clockwork({ database, move, now, report, pauseMs: 50 }),
    close: () => app.close(),
  };
}

const repo = new URL('../../', import.meta.url);
const fileOf = (path: string) => readFile(new URL(path, repo), 'utf8');

/** The guide's example as deployed: a token for it, and what changes the diagram before it is. */
export async function journeyWorld(
  change: (bpmn: string) => string = (bpmn) => bpmn,
  more: readonly Activity[] = [],
) {
  const { database, connectionString, close } = await testDatabase({ poolSize: 8 });
  const tenants = "insert into tenants (id, name) values ('demo', 'Demo Organisation'), ('other', 'Other')";
  await database.change({ name: 'test.tenants', text: tenants });
  const clock = { now: Date.now() };
  const server = await serveJourneys(database, clock, more);
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
  const bpmn = change(await fileOf('examples/passkey-registration.bpmn'));
  const definition = await deploy(call, 'guide', bpmn);
  const token = await newToken(call, 'guide');
  return {
    database,
    connectionString,
    clock,
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
      const second = await serveJourneys(own, clock, more);
      const closeBoth = () => second.close().then(() => own.close());
      return { ...second, database: own, close: closeBoth };
    },
  };
}

type Call = ReturnType<typeof caller>;

/** Creates and deploys a form. */
export const deployForm = (call: Call, name: string, resource: string) =>
  call('POST', '/api/process-manager/customDataForms', { name, resource, creationOption: 'Save & Deploy' });

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
