import { readFile } from 'node:fs/promises';
import type { TestRun, TestRunAct } from '@latchkey/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composed } from '../../../../test/support/composed.ts';
import { chain, diagram, endEvent, startEvent, task } from '../../../../test/support/diagram.ts';
import {
  deploy,
  deployForm,
  type JourneyWorld,
  journeyWorld,
  newToken,
} from '../../../../test/support/journey-world.ts';
import { person } from '../../../../test/support/person.ts';
import { runs } from '../../../../test/support/test-run-world.ts';
import { defineActivity } from '../activities/define-activity.ts';
import { parameters } from '../activities/parameter.ts';

/** Long enough that no encoding of anything else holds it; tests look for each of its spellings. */
const sentinel = 'Zq7secretNobodyKeeps';
const spellings = [
  sentinel,
  Buffer.from(sentinel).toString('base64').slice(1, -4),
  Buffer.from(sentinel).toString('hex'),
];

const field = (id: string, index: number, more: object = {}) => ({
  type: 'text',
  id,
  index,
  label: { values: { en: id } },
  ...more,
});
const resource = JSON.stringify({
  title: { values: { en: 'Secret' } },
  components: [
    field('kept', 0, { validate: { required: true } }),
    field('secret', 1, { transient: true, validate: { minLength: 5 } }),
    field('again', 2, { transient: true, visibleWhen: `secret contains "Zq7"` }),
    { ...field('mail', 3, { transient: true }), type: 'email' },
  ],
});

/** A failure of the program after the form, which the log tells. */
const broken = defineActivity({
  id: 'broken',
  version: 1,
  label: 'Broken',
  group: 'Tests',
  icon: 'form',
  docs: 'Fails.',
  parameters: parameters({}),
  boundaryEvents: [],
  needsSavepoint: false,
  execute: async () => {
    throw new Error('broken');
  },
});

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld((bpmn) => bpmn, [broken]);
  await deployForm(world.call, 'secret', resource);
  const form = task('Form', 'customDataForm', { dataFormName: 'secret', timeout: '600', maxAttempts: '5' });
  const after = task('After', 'broken');
  await deploy(world.call, 'secret', diagram(startEvent(), form, after, endEvent(), chain('Form', 'After')));
});
afterAll(() => world.close());

const tables = {
  name: 'test.tables',
  text: `select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE'`,
};

async function findings(): Promise<readonly string[]> {
  const found: string[] = [];
  const known = await world.owner.rows<{ name: string }>(tables);
  expect(known.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['process_instances', 'instance_history', 'audit']),
  );
  for (const { name } of known) {
    const matches = spellings.map((_, place) => `t::text like $${place + 1}`).join(' or ');
    const scan = {
      name: `test.scan.${name}`,
      text: `select 1 as found from "${name}" as t where ${matches} limit 1`,
    };
    const patterns = spellings.map((spelling) => `%${spelling}%`);
    if (await world.owner.row(scan, patterns)) found.push(name);
  }
  return found;
}

test('what a transient field held is in no table and in no line of the log, whatever became of the form', async () => {
  const server = await composed(world.database, {
    clock: world.clock,
    logLevel: 'trace',
    activities: [broken],
  });
  const ada = person(await server.listen());
  const at = await ada.start({ pt: await newToken(world.call, 'secret') });
  const secret = { secret: sentinel, again: `${sentinel}2`, mail: `${sentinel}@example.org` };

  const refused = await ada.send(at, { kind: 'submit', values: secret });
  expect(refused.body).toMatchObject({ kind: 'errors', errors: [{ field: 'kept' }] });
  await ada.send(at, { kind: 'extend' });
  const badMail = { ...secret, kept: 'x', mail: sentinel };
  expect((await ada.send(at, { kind: 'submit', values: badMail })).body.kind).toBe('errors');
  const body = new URLSearchParams({ _attempt: String(at.attempt), _kind: 'submit', _shown: '', ...secret });
  const plain = await ada.request(`/web/trustweb/${at.instanceId}/tasks/${at.task}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  });
  expect(plain.status).toBe(422);
  await ada.request(`/web/trustweb/${at.instanceId}/tasks/${at.task}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ attempt: 'none', kind: 'submit', values: secret }),
  });
  await ada.press(at, { ...secret, kept: 'what may stay' });
  const { html } = await ada.look(at.instanceId);
  expect(html).not.toContain(sentinel);

  expect(await findings()).toEqual([]);
  expect(server.log.join()).toContain('broken');
  expect(server.log.filter((line) => spellings.some((spelling) => line.includes(spelling)))).toEqual([]);
  const kept = {
    name: 'test.kept',
    text: `select 1 as found from process_instances where data::text like '%what may stay%'`,
  };
  expect(await world.owner.row(kept)).toBeDefined();
  await server.close();
});

test('nor does a test run keep it, of the panel, of the page, or between a form and its prompt', async () => {
  const guide = await readFile(
    new URL('../../../../examples/passkey-registration.bpmn', import.meta.url),
    'utf8',
  );
  const pin = field('pin', 2, { transient: true, validate: { required: true } });
  const names = [field('userName', 0, { validate: { required: true } }), field('displayName', 1), pin];
  await deployForm(
    world.call,
    'withPin',
    JSON.stringify({ title: { values: { en: 'Pin' } }, components: names }),
  );
  const entered = { userName: 'ada', displayName: 'Ada', pin: sentinel };
  const started = async () => {
    const bpmn = guide.replace('>passkeyRegistrationForm<', '>withPin<');
    const resources = { bpmn: { type: 'BPMN', data: bpmn } };
    const { body } = await world.call<TestRun>('POST', runs, { definitionName: 'pin', resources });
    expect(body).toMatchObject({ status: 'ACTIVE' });
    return stepped(body, { kind: 'run-on' });
  };
  const stepped = async ({ id }: TestRun, act: TestRunAct): Promise<TestRun> => {
    const { status, body } = await world.call<TestRun>('POST', `${runs}/${id}/steps`, act);
    expect(body).toMatchObject({ steps: expect.any(Array) });
    expect(status).toBeLessThan(300);
    return body;
  };
  const enteredIn = (run: TestRun) => run.steps.at(-1)?.act.values;
  const kept = { userName: 'ada', displayName: 'Ada' };

  const byPanel = await started();
  expect(enteredIn(await stepped(byPanel, { kind: 'create-passkey', values: entered }))).toEqual(kept);

  const byPage = await started();
  const [at] = byPage.waits;
  const prepare = async (values: object) => {
    const answer = await world.server.app.inject({
      method: 'POST',
      url: `/web/trustweb/test-${byPage.id}/tasks/${at?.token}`,
      headers: { authorization: `Bearer ${world.keys.demo}`, 'sec-fetch-site': 'same-origin' },
      payload: { attempt: Number(at?.token.slice(1)), kind: 'prepare', values },
    });
    return answer.json();
  };
  expect(await prepare({ pin: sentinel })).toMatchObject({ kind: 'errors' });
  expect(await prepare(entered)).toMatchObject({ kind: 'options' });
  expect(await findings()).toEqual([]);
  const registered = await stepped(byPage, { kind: 'create-passkey' });
  expect([registered.waits[0]?.element, enteredIn(registered)]).toEqual([
    'CompletePasskeyRegistration',
    kept,
  ]);
  expect(await findings()).toEqual([]);
  for (const { id } of [byPanel, byPage]) await world.call('DELETE', `${runs}/${id}`);
});
