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
