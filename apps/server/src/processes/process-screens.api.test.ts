import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chain, diagram, endEvent, startEvent, task } from '../../../../test/support/diagram.ts';
import { readerOf } from '../../../../test/support/journey-reader.ts';
import { deploy, type JourneyWorld, journeyWorld, newToken } from '../../../../test/support/journey-world.ts';
import { person } from '../../../../test/support/person.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
});
afterAll(() => world.close());

const instances = '/api/process-manager/processInstances';
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by what the tests expect of them.
type Json = Record<string, any>;
const read = async (path: string): Promise<Json> => (await world.call<Json>('GET', path)).body;

describe('the path of an instance', () => {
  test('leads over gateways and the boundary event that caught the cancel, to where it stands', async () => {
    const ada = person(world.server.base);
    const form = await ada.start({ pt: world.token });
    const before = await read(`${instances}/${form.instanceId}/path`);
    expect(before.active).toHaveLength(1);
    expect(before.incidents).toEqual([]);
    await ada.cancel(form);
    const after = await read(`${instances}/${form.instanceId}/path`);
    expect(after.nodes).toEqual(expect.arrayContaining(before.nodes));
    expect(after.nodes.length).toBeGreaterThan(before.nodes.length);
    expect(after.flows.length).toBeGreaterThan(before.flows.length);
    const history = await read(`${instances}/${form.instanceId}/history`);
    const touched = history.map(({ element }: Json) => element).filter(Boolean);
    expect(after.nodes).toEqual(expect.arrayContaining(touched));
  });

  test('ends at the end event, and is nobody else’s to see', async () => {
    const ada = person(world.server.base);
    const form = await ada.start({ pt: world.token });
    await ada.register(form);
    const path = await read(`${instances}/${form.instanceId}/path`);
    expect(path.active).toEqual([]);
    const definition = await world.server.readDefinition(world.owner, 'demo', world.definition);
    const ends = path.nodes.filter((id: string) => definition.nodes[id]?.kind === 'end');
    expect(ends).toHaveLength(1);
    const foreign = await world.call('GET', `${instances}/${form.instanceId}/path`, undefined, 'other');
    expect(foreign.status).toBe(404);
  });
});

describe('a refused registration', () => {
  test('is told with its code, the step of the standard and a sentence, to its own tenant alone', async () => {
    const ada = person(world.server.base);
    const form = await ada.start({ pt: world.token });
    const refusals = `${instances}/${form.instanceId}/refusals`;
    expect(await read(refusals)).toEqual([]);
    const { html } = await ada.beRefused(form);
    expect(html).not.toContain('origin');
    expect(await read(refusals)).toEqual([
      {
        at: expect.any(String),
        actor: expect.any(String),
        ceremony: 'registration',
        code: 'passkey.origin-not-allowed',
        step: 'WebAuthn L3 7.1 step 9',
        sentence: expect.stringMatching(/elsewhere\.example.*\.$/),
      },
    ]);
    expect(await world.call('GET', refusals, undefined, 'other')).toMatchObject({ status: 404 });
  });
});

describe('a review', () => {
  const undecided = () =>
    diagram(
      startEvent(),
      task('Decide', 'simpleDecider', { deriveDecisionFrom: '${"REVIEW"}' }),
      endEvent(),
      chain('Decide'),
    );

  test('ends an instance as accepted or declined, once, and is in the audit', async () => {
    await deploy(world.call, 'review', undecided());
    const pt = await newToken(world.call, 'review');
    for (const [decision, status] of [
      ['APPROVED', 'COMPLETED_ENDED_SUCCESS'],
      ['DECLINED', 'COMPLETED_ENDED_ERROR'],
    ] as const) {
      const { instanceId } = await person(world.server.base).start({ pt });
      expect(await read(`${instances}/${instanceId}`)).toMatchObject({
        status: 'REVIEW',
        review: { status: 'PENDING' },
      });
      const review = () =>
        world.call<Json>('POST', `${instances}/${instanceId}/review`, { decision, comment: ' seen ' });
      expect(await review()).toMatchObject({
        status: 200,
        body: { status, decision: 'REVIEW', review: { status: decision, comment: 'seen' } },
      });
      expect((await review()).body.code).toBe('process-instance.not-in-review');
      const audit = await read(`/api/audit?instanceId=${instanceId}&action=process-instance.reviewed`);
      expect(audit.content).toMatchObject([
        { outcome: 'FAILURE' },
        { outcome: 'SUCCESS', actor: 'API Key: demo', facts: { decision, comment: 'seen' } },
      ]);
    }
  });

  test('of two at the same moment one counts, and another tenant’s instance is not there', async () => {
    const pt = await newToken(world.call, 'review');
    const { instanceId } = await person(world.server.base).start({ pt });
    const path = `${instances}/${instanceId}/review`;
    expect((await world.call('POST', path, { decision: 'APPROVED' }, 'other')).status).toBe(404);
    const both = await Promise.all(
      ['APPROVED', 'DECLINED'].map((decision) => world.call<Json>('POST', path, { decision })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('the funnel', () => {
  test('counts what the audit tells, by browser, device, version and day', async () => {
    const { owner, call } = world;
    await deploy(call, 'funnel', await diagramOf(world));
    const pt = await newToken(call, 'funnel');
    const visitor = () => person(world.server.base, '', firefox);
    const [registers, cancels, looks] = [visitor(), visitor(), person(world.server.base)];
    await registers.register(await registers.start({ pt }));
    await cancels.cancel(await cancels.start({ pt }));
    await looks.start({ pt });
    const late = await person(world.server.base).start({ pt });
    await call('POST', `${instances}/${late.instanceId}/cancel`);

    const funnel = await read('/api/process-manager/processDefinitions/funnel/funnel');
    expect(funnel.total).toEqual({
      started: 4,
      formShown: 4,
      promptShown: 2,
      registered: 1,
      signedIn: 0,
      cancelled: 1,
      timedOut: 0,
      failed: 0,
      completed: 0,
      open: 2,
    });
    const audited = await owner.row<Json>(
      {
        name: 'test.audit-funnel',
        text: `select
          (count(distinct instance_id) filter (where action = 'process-instance.started'))::integer as started,
          (count(distinct instance_id) filter (where action = 'process-instance.form-shown'))::integer as "formShown",
          (count(distinct instance_id) filter (where action = 'process-instance.prompt-shown'))::integer as "promptShown",
          (count(distinct instance_id) filter (where action = 'passkey-registration.completed'))::integer as registered,
          (count(*) filter (where action = 'process-instance.ended' and facts ->> 'outcome' = 'cancelled'))::integer as cancelled,
          (count(*) filter (where action = 'process-instance.ended' and facts ->> 'outcome' = 'timed-out'))::integer as "timedOut"
          from audit where instance_id in (
            select i.id from process_instances i join process_definitions d on d.id = i.definition_id where d.name = 'funnel')`,
      },
      [],
    );
    expect(funnel.total).toMatchObject(audited as Json);
    expect(funnel.byBrowser).toMatchObject([
      { key: 'Another browser', started: 2, registered: 0 },
      { key: 'Firefox', started: 2, registered: 1 },
    ]);
    expect(funnel.byDevice.map(({ key }: Json) => key)).toEqual(['Unknown', 'Windows']);
    expect(funnel.byVersion).toMatchObject([{ key: '1', started: 4 }]);
    expect(funnel.byDay).toMatchObject([{ key: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), started: 4 }]);
    expect(funnel.medianMilliseconds).toBeGreaterThanOrEqual(0);
  });

  test('keeps to its period, knows only what there is, and refuses what is no moment', async () => {
    const path = '/api/process-manager/processDefinitions/funnel/funnel';
    expect((await read(`${path}?to=2020-01-01T00:00:00Z&from=2019-01-01T00:00:00Z`)).total.started).toBe(0);
    expect((await world.call<Json>('GET', `${path}?from=yesterday`)).body.code).toBe(
      'process-instance.filter-invalid',
    );
    expect((await world.call('GET', path, undefined, 'other')).status).toBe(404);
  });

  test('every attempt tells the browser, its outcome and its time', async () => {
    const ada = person(world.server.base, '', firefox);
    const form = await ada.start({ pt: world.token });
    await ada.cancel(form);
    const { dataOf } = readerOf(world);
    const { passkeyRegistrationRecords } = (await dataOf(form.instanceId))._identityStore.passkeys
      .registrations.passkeyReg1;
    expect(passkeyRegistrationRecords['1']).toMatchObject({
      browserFamily: 'Firefox',
      deviceFamily: 'Windows',
      browserOutcome: 'cancelled',
      browserErrorName: 'NotAllowedError',
      browserElapsedMs: 800,
      promptedAt: expect.any(Number),
    });
    expect(await read(`${instances}/${form.instanceId}`)).toMatchObject({
      browser: 'Firefox',
      device: 'Windows',
    });
  });
});

describe('lists', () => {
  test('of instances are narrowed by a text and a period', async () => {
    const pt = await newToken(world.call, 'guide', {
      parameters: { firstName: 'Grace', lastName: 'Hopper', email: 'grace@navy.example' },
    });
    const { instanceId } = await person(world.server.base).start({ pt });
    const found = async (query: string) =>
      (await read(`${instances}?processTokenId=${pt}&${query}`)).content.map(({ id }: Json) => id);
    expect(await found('text=hopper')).toEqual([instanceId]);
    expect(await found('text=grace%20hop')).toEqual([instanceId]);
    expect(await found('text=GRACE@navy')).toEqual([instanceId]);
    expect(await found(`text=${instanceId.toLowerCase()}`)).toEqual([instanceId]);
    expect(await found('text=lovelace')).toEqual([]);
    expect(await found('to=2020-01-01T00:00:00Z')).toEqual([]);
    expect(await found('from=2020-01-01T00:00:00Z')).toEqual([instanceId]);
    expect((await world.call<Json>('GET', `${instances}?from=today`)).status).toBe(400);
  });

  test('of definitions and forms can hold the newest version of each name, and tell the deployed one', async () => {
    const save = { name: 'guide', resources: { bpmn: { data: await diagramOf(world), type: 'BPMN' } } };
    await world.call('POST', '/api/process-manager/processDefinitions', save);
    const { content } = await read('/api/process-manager/processDefinitions?newestOnly=true&name=guide');
    expect(content).toMatchObject([{ name: 'guide', version: 2, status: 'EDITABLE', deployedVersion: 1 }]);
    const forms = await read('/api/process-manager/customDataForms?newestOnly=true');
    expect(forms.content.map(({ name }: Json) => name).sort()).toEqual([
      'passkeyRegistrationForm',
      'passkeyRetryForm',
    ]);
    expect(forms.content[0]).toMatchObject({ version: 1, deployedVersion: 1 });
  });
});

/** The guide's diagram as it is deployed. */
async function diagramOf({ definition }: JourneyWorld): Promise<string> {
  return (await read(`/api/process-manager/processDefinitions/${definition}`)).resources.bpmn.data;
}
