import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chain, diagram, endEvent, startEvent, task } from '../../../../test/support/diagram.ts';
import { type JourneyWorld, journeyWorld } from '../../../../test/support/journey-world.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
});
afterAll(() => world.close());

const forms = '/api/process-manager/customDataForms';
const definitions = '/api/process-manager/processDefinitions';
const document = (more: object = {}) =>
  JSON.stringify({ title: { values: { en: 'Title' } }, components: [], ...more });

async function newForm(
  name: string,
  more: object = { creationOption: 'Save & Deploy' },
  resource = document(),
) {
  const { body } = await world.call<{ id: string; version: number }>('POST', forms, {
    name,
    resource,
    ...more,
  });
  return body;
}

const showing = (given: Record<string, string>) =>
  diagram(startEvent(), task('Ask', 'customDataForm', given), endEvent(), chain('Ask'));

async function save(name: string, xml: string, creationOption = 'Save') {
  const resources = { bpmn: { data: xml, type: 'BPMN' } };
  return world.call<{ id: string; code?: string; errors?: object[] }>('POST', definitions, {
    name,
    resources,
    creationOption,
  });
}

describe('a form that a diagram shows', () => {
  test('is listed with every place, drafts and undecided tasks too', async () => {
    await newForm('used');
    await newForm('used');
    const { body: live } = await save('shows 1', showing({ dataFormName: 'used' }), 'Save & Deploy');
    const { body: draft } = await save('shows 2', showing({ dataFormName: 'used', dataFormVersion: '${2}' }));
    const { body: undecided } = await save('may show', showing({ dataFormName: '${_initial.form}' }));
    const { body } = await world.call<{ content: object[] }>('GET', `${forms}/used/uses`);
    const place = { element: 'Ask', isCertain: true };
    expect(body.content).toEqual([
      expect.objectContaining({ definitionId: undecided.id, definitionName: 'may show', isCertain: false }),
      expect.objectContaining({
        ...place,
        definitionId: live.id,
        definitionStatus: 'DEPLOYED_ACTIVE',
        formVersion: 1,
      }),
      expect.objectContaining({
        ...place,
        definitionId: draft.id,
        definitionStatus: 'EDITABLE',
        formVersion: 2,
      }),
    ]);
    await world.call('DELETE', `${definitions}/${undecided.id}`);
  });

  test('is not deleted, and the refusal names what shows it', async () => {
    const { id } = await newForm('kept');
    const unused = await newForm('kept');
    await save('keeper', showing({ dataFormName: 'kept' }), 'Save & Deploy');
    for (const path of [`${forms}/${id}`, `${forms}/kept/versions`]) {
      expect(await world.call('DELETE', path)).toMatchObject({
        status: 409,
        body: {
          code: 'form.in-use',
          detail: 'kept is shown by keeper version 1.',
          errors: [{ detail: 'keeper version 1, Ask: shows it.' }],
        },
      });
    }
    expect((await world.call('GET', `${forms}/${id}`)).status).toBe(200);
    expect((await world.call('DELETE', `${forms}/${unused.id}`)).status).toBe(204);
  });

  test('that is gone is told when the diagram is deployed', async () => {
    const { id } = await newForm('gone');
    expect((await world.call('DELETE', `${forms}/${id}`)).status).toBe(204);
    const refused = await save('too late', showing({ dataFormName: 'gone' }), 'Save & Deploy');
    expect(refused).toMatchObject({
      status: 422,
      body: {
        code: 'definition.invalid',
        errors: [
          { detail: 'There is no deployed version 1 of the form "gone". Deploy it, or name another.' },
        ],
      },
    });
  });

  test('survives a deletion at the moment of its deployment, or the deployment fails', async () => {
    for (let round = 0; round < 6; round++) {
      const name = `race ${round}`;
      const { id } = await newForm(name);
      const [removed, deployed] = await Promise.all([
        world.call('DELETE', `${forms}/${id}`),
        save(name, showing({ dataFormName: name }), 'Save & Deploy'),
      ]);
      expect([
        [204, 422],
        [409, 201],
      ]).toContainEqual([removed.status, deployed.status]);
    }
  });
});

describe('a form that nothing shows', () => {
  test('is deleted with all its versions, and their numbers never come again', async () => {
    await newForm('free');
    const second = await newForm('free');
    expect((await world.call('DELETE', `${forms}/${second.id}`)).status).toBe(204);
    expect((await newForm('free')).version).toBe(3);
    expect((await world.call('DELETE', `${forms}/free/versions`)).status).toBe(204);
    expect((await world.call('GET', `${forms}/free/versions`)).status).toBe(404);
    expect((await world.call('GET', `${forms}/free/uses`)).body.code).toBe('form.not-found');
    expect((await newForm('free')).version).toBe(4);
  });

  test('of another tenant is as if it were not there', async () => {
    await newForm('mine');
    for (const [method, at] of [
      ['DELETE', 'mine/versions'],
      ['GET', 'mine/uses'],
    ] as const) {
      expect((await world.call(method, `${forms}/${at}`, undefined, 'other')).body.code).toBe(
        'form.not-found',
      );
    }
  });
});

describe('a missing translation', () => {
  const halfGerman = { components: [{ type: 'subtitle', id: 's', index: 0, values: { en: 'Who', de: '' } }] };
  const lacking = [
    { pointer: '/title/values', detail: 'Has no words in de.' },
    { pointer: '/components/0/values', detail: 'Has no words in de.' },
  ];

  test('is a warning of what is saved and deployed', async () => {
    const made = await newForm('warned', {}, document(halfGerman));
    expect(made).toMatchObject({ warnings: lacking });
    const deployed = await world.call('POST', `${forms}/${made.id}/status/DEPLOYED_ACTIVE`, {});
    expect(deployed).toMatchObject({ status: 200, body: { status: 'DEPLOYED_ACTIVE', warnings: lacking } });
  });

  test('refuses the deployment where the form demands every translation, and nothing else', async () => {
    const strict = document({ ...halfGerman, requireTranslations: true });
    const draft = await newForm('strict', {}, strict);
    const refusal = { status: 422, body: { code: 'form.translations-missing', errors: lacking } };
    expect(await world.call('POST', `${forms}/${draft.id}/status/DEPLOYED_ACTIVE`, {})).toMatchObject(
      refusal,
    );
    const input = { name: 'strict', resource: strict, creationOption: 'Save & Deploy' };
    expect(await world.call('POST', forms, input)).toMatchObject(refusal);
  });
});
