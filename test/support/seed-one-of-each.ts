import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import type { Things } from './request-of.ts';
import { seedOperator } from './seed-operator.ts';
import { publicUrl, type TestClient } from './server.ts';

/** Makes one of everything that stands in paths, over the API, in the client's tenant. A new subject adds its own. */
export async function seedOneOfEach(client: TestClient): Promise<Things> {
  return [
    ...(await seedIdentity(client)),
    ...(await seedProcesses(client)),
    ['/api/identity-store/trustAnchors', { id: await trustAnchorOf(client) }],
    ['/api/arthr', { apiKeyId: client.id }],
    ['/api/webhooks', await seedWebhook(client)],
    ['/api/backoffice', await seedOperator(client)],
    ['/api/platform', await seedTenant(client)],
  ];
}

async function seedIdentity(client: TestClient): Promise<Things> {
  const made = makerOf(client);
  const storeName = 'customers';
  const stores = '/api/identity-store/stores';
  const store = `${stores}/${storeName}`;
  await made(stores, { name: storeName });
  const user = await made(`${store}/users`, { externalId: 'E-1' });
  const rpId = 'localhost';
  await made(`${store}/relyingParties`, { relyingPartyId: rpId, name: 'Customers' });
  const policyName = 'standard';
  await made(`${store}/relyingParties/${rpId}/registrationPolicies`, { name: policyName });
  const start = `${store}/users/${user.id}/passkeys/relyingParties/${rpId}/registrations/${policyName}`;
  const id = await passkeyOf(client, start, `${store}/passkeys/registrations/sessions`);
  const { sessionId } = await made(start, {});
  const names = { storeName, rpId, policyName, regPolicyName: policyName };
  return [[stores, { ...names, userId: user.id, userExtId: user.externalId, id, sessionId }]];
}

async function seedProcesses(client: TestClient): Promise<Things> {
  const made = makerOf(client);
  const manager = '/api/process-manager';
  const name = 'sample';
  const form = await made(`${manager}/customDataForms`, {
    name,
    resource: '{"title":{"values":{}},"components":[]}',
  });
  const page = await made('/api/theme-server/customPages', {
    name,
    documents: [{ path: 'index.html', text: '<h1>Hello</h1>' }],
  });
  const theme = await made('/api/theme-server/themes', { name, design: {} });
  const resources = { bpmn: { data: shortest, type: 'BPMN' } };
  const creationOption = 'Save & Deploy';
  const definition = await made(`${manager}/processDefinitions`, { name, resources, creationOption });
  const tag = 'live';
  await made(`${manager}/processDefinitions/${definition.id}/tags/${tag}`, {});
  const token = await made(`${manager}/processTokens`, { name, processDefnName: name, status: 'ACTIVE' });
  const instance = await made(`${manager}/processInstances/create?pt=${token.id}`, {});
  const run = await made(`${manager}/testRuns`, { definitionName: name, resources });
  const ofInstance = { id: instance.processInstanceId, definitionId: definition.id, pt: token.id };
  return [
    [`${manager}/customDataForms`, { id: form.id, name }],
    [`${manager}/processDefinitions`, { id: definition.id, name, tag }],
    ['/api/theme-server/customPages', { id: page.id, otherId: page.id, name, path: 'index.html' }],
    ['/api/theme-server/texts', { language: 'de' }],
    ['/api/theme-server/themes', { id: theme.id, name }],
    [`${manager}/processTokens`, { id: token.id }],
    [`${manager}/processInstances`, ofInstance],
    ['/api/userdata-server', ofInstance],
    [`${manager}/testRuns`, { id: run.id }],
  ];
}

/** Told of nothing that the tests do, but of itself: the delivery is one of the test's own. */
async function seedWebhook(client: TestClient) {
  const { id } = await makerOf(client)('/api/webhooks/endpoints', {
    name: 'sample',
    url: 'https://hooks.example/latchkey',
    events: ['user.deleted'],
  });
  return { webhookId: id, eventId: id };
}

/** Without a limit that the tests of bad input would run into. */
async function seedTenant(client: TestClient) {
  const { status } = await client.call('POST', '/api/platform/tenants', { id: 'seeded', name: 'Seeded' });
  if (status !== 201 && status !== 409) throw new Error(`a tenant: ${status}`);
  return { tenantId: 'seeded' };
}

/** The smallest process that can be deployed. */
export const shortest = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="http://latchkey.example">
  <process id="p" isExecutable="true">
    <startEvent id="start" /><endEvent id="end" /><sequenceFlow id="f" sourceRef="start" targetRef="end" />
  </process>
</definitions>`;

const makerOf =
  ({ call }: TestClient) =>
  async (path: string, body: object) => {
    const answer = await call('POST', path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

async function passkeyOf(client: TestClient, start: string, sessions: string): Promise<string> {
  const made = makerOf(client);
  const { clientRequest, sessionId } = await made(start, {});
  const clientResponse = createSoftAuthenticator().createCredential(clientRequest, { origin: publicUrl });
  return (await made(`${sessions}/${sessionId}`, { clientResponse })).passkey.id;
}

async function trustAnchorOf(client: TestClient): Promise<string> {
  const root = createSoftAuthenticator({ attestation: 'packed-certified' }).attestationRoot();
  const body = { name: 'Root', certificate: Buffer.from(root).toString('base64') };
  return (await makerOf(client)('/api/identity-store/trustAnchors', body)).id;
}
