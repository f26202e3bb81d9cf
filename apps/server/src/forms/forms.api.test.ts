import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type JourneyWorld, journeyWorld } from '../../../../test/support/journey-world.ts';

let world: JourneyWorld;
let resource: string;
beforeAll(async () => {
  world = await journeyWorld();
  resource = await readFile(
    new URL('../../../../examples/forms/passkey-registration-form.json', import.meta.url),
    'utf8',
  );
});
afterAll(() => world.close());

const path = '/api/process-manager/customDataForms';

test('a form is created, deployed and read as it was written', async () => {
  const made = await world.call('POST', path, { name: 'f', description: 'd', status: 'EDITABLE', resource });
  expect(made).toMatchObject({ status: 201, body: { name: 'f', version: 1, status: 'EDITABLE', resource } });
  const deployed = await world.call('POST', `${path}/${made.body.id}/status/DEPLOYED_ACTIVE`, {});
  expect(deployed).toMatchObject({ status: 200, body: { status: 'DEPLOYED_ACTIVE' } });
});

test('the next of a name is the next version; Save & Deploy deploys it', async () => {
  const first = await world.call('POST', path, { name: 'g', resource });
  const second = await world.call('POST', path, { name: 'g', resource, creationOption: 'Save & Deploy' });
  expect(second.body).toMatchObject({ version: 2, status: 'DEPLOYED_ACTIVE' });
  const versions = await world.call<{ content: { version: number; resource?: string }[] }>(
    'GET',
    `${path}/g/versions?sort=version,desc`,
  );
  expect(versions.body.content.map(({ version }) => version)).toEqual([2, 1]);
  expect(versions.body.content[0]).not.toHaveProperty('resource');
  expect((await world.call('DELETE', `${path}/${first.body.id}`)).status).toBe(204);
  expect((await world.call('GET', `${path}/${first.body.id}`)).status).toBe(404);
});

test('a document with faults is refused with each of them', async () => {
  const broken = JSON.stringify({ title: {}, components: [{ type: 'nonsense' }] });
  const refused = await world.call<{ errors: object[] }>('POST', path, { name: 'h', resource: broken });
  expect(refused).toMatchObject({ status: 422, body: { code: 'form.invalid' } });
  expect(refused.body.errors.length).toBeGreaterThan(1);
});

test('another tenant’s form is as if it were not there', async () => {
  const { body } = await world.call('POST', path, { name: 'i', resource });
  for (const [method, at] of [
    ['GET', body.id],
    ['DELETE', body.id],
    ['POST', `${body.id}/status/DEPLOYED_ACTIVE`],
    ['GET', 'i/versions'],
  ]) {
    const foreign = await world.call(
      String(method),
      `${path}/${at}`,
      method === 'POST' ? {} : undefined,
      'other',
    );
    expect(foreign).toMatchObject({ status: 404, body: { code: 'form.not-found' } });
  }
});
