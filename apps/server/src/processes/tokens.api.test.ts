import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type JourneyWorld, journeyWorld } from '../../../../test/support/journey-world.ts';
import { person } from '../../../../test/support/person.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
});
afterAll(() => world.close());

const path = '/api/process-manager/processTokens';
let number = 0;
const create = (more: object = {}) =>
  world.call('POST', path, { name: `t${++number}`, processDefnName: 'guide', status: 'ACTIVE', ...more });
const start = async (token: { readonly body: Record<string, unknown> }) =>
  person(world.server.base)
    .start({ pt: String(token.body.id) })
    .then(() => 'started')
    .catch((error: Error) => error.message);
const api = (id: unknown, tenant?: string) =>
  world.call('POST', `/api/process-manager/processInstances/create?pt=${id}`, {}, tenant);

describe('a process token', () => {
  test('has every field of the reference', async () => {
    const made = await create({
      description: 'd',
      processDefnVersion: 1,
      uiUrl: 'https://app.example/page?x=1',
      type: 'MULTI_USE_COUNT_LIMITED',
      maxCount: 3,
      notBeforeDtm: '2020-01-01T00:00:00Z',
      notAfterDtm: '2999-01-01T00:00:00.000Z',
      maxProcessDuration: 'PT48H',
      parameters: { firstName: 'Ada', any: { thing: [1] } },
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      tenantId: 'demo',
      counter: 0,
      forTest: false,
      maxProcessDuration: 'PT48H',
      notBeforeDtm: '2020-01-01T00:00:00.000Z',
      createdBy: 'API Key: demo',
      startProcessAddress: `http://localhost:3000/api/process-manager/processInstances?tn=demo&pt=${made.body.id}`,
    });
    expect((await world.call('GET', `${path}/${made.body.id}`)).body).toEqual(made.body);
    const instance = await api(made.body.id);
    expect(String(instance.body.redirectUrl)).toMatch(/^https:\/\/app\.example\/page\?x=1&ps=http%3A/);
    expect((await api(made.body.id, 'other')).status).toBe(404);
  });

  test.each([
    ['maxCount', { type: 'MULTI_USE_COUNT_LIMITED' }],
    ['notAfterDtm', { type: 'MULTI_USE_TIME_LIMITED' }],
    ['notBeforeDtm', { notBeforeDtm: 'tomorrow' }],
    ['notAfterDtm', { notBeforeDtm: '2030-01-02T00:00:00Z', notAfterDtm: '2030-01-01T00:00:00Z' }],
    ['maxProcessDuration', { maxProcessDuration: '48 hours' }],
    ['uiUrl', { uiUrl: 'javascript:alert(1)' }],
  ])('is refused for its %s', async (field, more) => {
    expect(await create(more)).toMatchObject({
      status: 400,
      body: { code: 'process-token.invalid', errors: [{ pointer: `/${field}` }] },
    });
  });

  test('needs a deployed definition and a name of its own', async () => {
    expect((await create({ processDefnName: 'nothing' })).body.code).toBe('process-token.definition-missing');
    await create({ name: 'same' });
    expect((await create({ name: 'same' })).body.code).toBe('process-token.name-not-unique');
  });

  test('starts what it may, when it may', async () => {
    const now = world.clock.now;
    const at = (ms: number) => new Date(now + ms).toISOString();
    expect(await start(await create())).toBe('started');
    expect(await start(await create({ status: 'INACTIVE' }))).toBe('journey.link-ended');
    const limited = { type: 'MULTI_USE_TIME_LIMITED' };
    expect(await start(await create({ ...limited, notBeforeDtm: at(60_000) }))).toBe('journey.link-ended');
    expect(await start(await create({ ...limited, notAfterDtm: at(-1) }))).toBe('journey.link-ended');
    expect(await start(await create({ ...limited, notAfterDtm: at(60_000) }))).toBe('started');
    const expired = await create({ ...limited, notAfterDtm: at(-1) });
    expect(await api(expired.body.id)).toMatchObject({
      status: 409,
      body: { code: 'process-token.expired' },
    });
  });

  test('is changed, cleared and deleted; its instances stay', async () => {
    const { body } = await create({ uiUrl: 'https://app.example/', maxProcessDuration: 'PT1H' });
    const changed = await world.call('POST', `${path}/${body.id}`, { status: 'INACTIVE', uiUrl: null });
    expect(changed.body).toMatchObject({ status: 'INACTIVE', maxProcessDuration: 'PT1H', name: body.name });
    expect(changed.body).not.toHaveProperty('uiUrl');
    const other = await create();
    const taken = await world.call('POST', `${path}/${body.id}`, { name: other.body.name });
    expect(taken.body.code).toBe('process-token.name-not-unique');
    const instance = await api(other.body.id);
    expect((await world.call('DELETE', `${path}/${other.body.id}`)).status).toBe(204);
    const read = await world.call(
      'GET',
      `/api/process-manager/processInstances/${instance.body.processInstanceId}`,
    );
    expect(read.body).not.toHaveProperty('processTokenId');
    expect((await world.call('GET', `${path}/${body.id}`, undefined, 'other')).status).toBe(404);
  });

  test('sends people on to where it says in the end, with the instance in the address', async () => {
    const parameters = {
      _redirectUrl: 'https://shop.example/done?i=%7BPROCESS_INSTANCE_ID%7D&n={PROCESS_DNF_NAME}',
    };
    const { body } = await create({ parameters });
    const ada = person(world.server.base);
    const form = await ada.start({ pt: String(body.id) });
    const end = await ada.register(form);
    expect(end.html).toContain(`https://shop.example/done?i=${form.instanceId}&amp;n=guide`);
    const bad = await create({ parameters: { _redirectUrl: 'javascript:alert(1)' } });
    const eve = person(world.server.base);
    const last = await eve.register(await eve.start({ pt: String(bad.body.id) }));
    expect(last.html).not.toContain('javascript:');
  });
});
