import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chain, diagram, endEvent, startEvent, task } from '../../../../test/support/diagram.ts';
import { type JourneyWorld, journeyWorld } from '../../../../test/support/journey-world.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
});
afterAll(() => world.close());

const path = '/api/process-manager/processDefinitions';
const create = (name: string, data: string, more: object = {}) =>
  world.call(`POST`, path, { name, resources: { bpmn: { data, type: 'BPMN' } }, ...more });
const example = () =>
  readFile(new URL('../../../../examples/passkey-registration.bpmn', import.meta.url), 'utf8');
const small = diagram(startEvent(), task('Decide', 'simpleDecider'), endEvent(), chain('Decide'));

describe('process definitions', () => {
  test('take base64 and plain XML, and answer base64 of the same', async () => {
    const xml = await example();
    const plain = await create('written', xml);
    const encoded = await create('written', Buffer.from(xml).toString('base64'));
    expect([plain.status, encoded.status]).toEqual([201, 201]);
    expect([plain.body.version, encoded.body.version]).toEqual([1, 2]);
    for (const { body } of [plain, encoded]) {
      const read = await world.call<{ resources: { bpmn: { data: string } } }>('GET', `${path}/${body.id}`);
      expect(Buffer.from(read.body.resources.bpmn.data, 'base64').toString()).toBe(xml);
    }
  });

  test('are deployed by a call that carries the object itself', async () => {
    const { body } = await create('deployed', small);
    expect(body).toMatchObject({
      status: 'EDITABLE',
      processDefinitionType: 'VERIFICATION',
      serverType: 'P1',
    });
    const deployed = await world.call('POST', `${path}/${body.id}/status/DEPLOYED_ACTIVE`, body);
    expect(deployed).toMatchObject({ status: 200, body: { status: 'DEPLOYED_ACTIVE', version: 1 } });
    const again = await world.call('POST', `${path}/${body.id}/status/DEPLOYED_ACTIVE`, {});
    expect(again.status).toBe(200);
    expect(await world.call('DELETE', `${path}/${body.id}`)).toMatchObject({
      status: 409,
      body: { code: 'process-definition.deployed' },
    });
  });

  test('as drafts are replaced by whoever read them last, and never once they are deployed', async () => {
    const first = (await create('draft', small)).body as { id: string; lastUpdatedDtm: string };
    const change = (expected: unknown, data = small, description?: string) =>
      world.call<{ lastUpdatedDtm: string }>('POST', `${path}/${first.id}`, {
        expectedLastUpdatedDtm: expected,
        resources: { bpmn: { data, type: 'BPMN' } },
        ...(description !== undefined && { description }),
      });
    const second = await change(first.lastUpdatedDtm, await example(), 'Longer');
    expect(second).toMatchObject({ status: 200, body: { id: first.id, version: 1, description: 'Longer' } });
    expect(Date.parse(second.body.lastUpdatedDtm)).toBeGreaterThan(Date.parse(first.lastUpdatedDtm));
    expect(await change(first.lastUpdatedDtm)).toMatchObject({
      status: 409,
      body: {
        code: 'process-definition.changed',
        detail: expect.stringContaining(second.body.lastUpdatedDtm),
      },
    });
    const third = await change(second.body.lastUpdatedDtm);
    expect(third).toMatchObject({ status: 200, body: { description: 'Longer' } });
    expect(await change(third.body.lastUpdatedDtm, '<nothing/>')).toMatchObject({
      status: 422,
      body: { code: 'definition.unreadable' },
    });
    const deployed = await world.call<{ lastUpdatedDtm: string }>(
      'POST',
      `${path}/${first.id}/status/DEPLOYED_ACTIVE`,
      {},
    );
    expect(await change(deployed.body.lastUpdatedDtm)).toMatchObject({
      status: 409,
      body: { code: 'process-definition.deployed' },
    });
  });

  test('as drafts may have faults, which deploying lists all at once, also what they name and is not there', async () => {
    const faulty = (await example())
      .replaceAll('demoStore', 'nowhere')
      .replace('passkeyRetryForm', 'noForm')
      .replace('>passkeyPolicy<', '>noPolicy<');
    const { body } = await create('faulty', faulty);
    const refused = await world.call<{ code: string; errors: { pointer: string }[] }>(
      'POST',
      `${path}/${body.id}/status/DEPLOYED_ACTIVE`,
      {},
    );
    expect(refused).toMatchObject({ status: 422, body: { code: 'definition.invalid' } });
    expect(refused.body.errors.map(({ pointer }) => pointer).sort()).toEqual([
      '/AddUser/storeName',
      '/CustomDataForm/dataFormName',
      '/StartPasskeyRegistration/registrationPolicy',
      '/StartPasskeyRegistration/relyingPartyId',
      '/StartPasskeyRegistration/storeName',
    ]);
    const unknown = await create('unknown', small.replace('simpleDecider', 'noSuchThing'), {
      creationOption: 'Save & Deploy',
    });
    expect(unknown).toMatchObject({ status: 422, body: { code: 'definition.invalid' } });
    expect((await world.call('DELETE', `${path}/${body.id}`)).status).toBe(204);
    expect((await world.call('GET', `${path}/${body.id}`)).status).toBe(404);
  });

  test('are deployed with warnings of what is worth a second look, from the diagram and from what it names', async () => {
    const party = '/api/identity-store/stores/demoStore/relyingParties/localhost';
    const model = '00000000-0000-0000-0000-00000000000a';
    const policy = {
      name: 'hasty',
      deniedModels: [model],
      timeoutMs: 30_000,
      algorithms: [-7, -65535],
      legacyAlgorithms: true,
    };
    expect((await world.call('POST', `${party}/registrationPolicies`, policy)).status).toBe(201);
    const deploy = async (name: string, xml: string) => {
      const { body } = await create(name, xml);
      const deployed = await world.call<{ warnings: { element: string; rule: string; property?: string }[] }>(
        'POST',
        `${path}/${body.id}/status/DEPLOYED_ACTIVE`,
        {},
      );
      expect(deployed).toMatchObject({ status: 200, body: { status: 'DEPLOYED_ACTIVE' } });
      return deployed.body.warnings.map(({ element, rule, property }) => `${element} ${rule} ${property}`);
    };
    expect(await deploy('calm', await example())).toEqual([]);
    expect(await deploy('hasty', (await example()).replace('>passkeyPolicy<', '>hasty<'))).toEqual([
      'StartPasskeyRegistration passkey-timeout-short registrationPolicy',
      'StartPasskeyRegistration aaguid-without-attestation registrationPolicy',
      'StartPasskeyRegistration rs1-asked registrationPolicy',
    ]);
  });

  test.each(['hello', 'PGh0bWw+', '<html/>', '<!DOCTYPE x [<!ENTITY a "b">]><a/>', '%%%'])(
    'are refused when they are no diagram: %s',
    async (data) => expect((await create('nothing', data)).body.code).toBe('definition.unreadable'),
  );

  test('are listed by name and version; another tenant’s are not there', async () => {
    for (const _ of [1, 2, 3]) await create('listed', small);
    const versions = await world.call<{ content: { version: number }[]; totalElements: number }>(
      'GET',
      `${path}/listed/versions?size=2&sort=version,desc`,
    );
    expect(versions.body.content.map(({ version }) => version)).toEqual([3, 2]);
    expect(versions.body.totalElements).toBe(3);
    expect((await world.call('GET', `${path}/listed/versions`, undefined, 'other')).status).toBe(404);
    expect((await world.call('GET', `${path}/${world.definition}`, undefined, 'other')).status).toBe(404);
    const list = await world.call<{ content: object[] }>('GET', `${path}?name=list%25&status=EDITABLE`);
    expect(list.body.content).toHaveLength(3);
  });

  test('tell by which of their startable versions a store, a relying party or a policy is needed', async () => {
    type Uses = {
      content: readonly { definitionName: string; definitionVersion: number; element: string }[];
    };
    const ask = (query: Readonly<Record<string, string>>, key?: string) =>
      world.call<Uses>('GET', `${path}/uses?${new URLSearchParams(query)}`, undefined, key);
    const uses = async (query: Readonly<Record<string, string>>) =>
      (await ask(query)).body.content
        .filter(({ definitionName }) => definitionName === 'needy')
        .map((one) => `${one.definitionVersion} ${one.element}`);
    const deployed = async (data: string) => {
      const { body } = await create('needy', data);
      await world.call('POST', `${path}/${body.id}/status/DEPLOYED_ACTIVE`, {});
      return body;
    };
    const store = { storeName: 'demoStore' };
    const policy = { ...store, relyingPartyId: 'localhost', registrationPolicy: 'passkeyPolicy' };
    const first = await deployed(await example());
    expect(await uses(policy)).toEqual(['1 StartPasskeyRegistration']);
    expect(await ask({ ...policy, registrationPolicy: 'gone' })).toMatchObject({
      status: 404,
      body: { code: 'registration-policy.not-found' },
    });
    expect((await uses(store)).length).toBeGreaterThan(1);
    expect((await ask(policy, 'other')).status).toBe(404);

    await deployed(small);
    expect(await uses(policy)).toEqual([]);
    await world.call('POST', `${path}/${first.id}/tags/needed`, {});
    expect(await uses(policy)).toEqual(['1 StartPasskeyRegistration']);
  });

  test('get their numbers one after the other, however many are created at once', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => create('parallel', small)));
    expect(made.map(({ body }) => Number(body.version)).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
});

describe('activities', () => {
  test('are told as the designer needs them', async () => {
    const { body } = await world.call<Record<string, unknown>[]>('GET', '/api/process-manager/activities');
    const ids = body.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining([
        'addUser',
        'getUser',
        'updateUser',
        'startPasskeyRegistration',
        'customDataForm',
      ]),
    );
    const start = body.find(({ id }) => id === 'startPasskeyRegistration') as {
      parameters: { properties: Record<string, { title?: string; description?: string }> };
    };
    expect(Object.keys(start.parameters.properties)).toHaveLength(12);
    expect(start.parameters.properties.createUser).toMatchObject({
      title: 'Create User',
      default: '${false}',
    });
  });
});
