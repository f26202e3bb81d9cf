import { afterAll, beforeAll, expect, test } from 'vitest';
import { chain, diagram, endEvent, startEvent, task } from '../../../../test/support/diagram.ts';
import { readerOf } from '../../../../test/support/journey-reader.ts';
import { deploy, type JourneyWorld, journeyWorld, newToken } from '../../../../test/support/journey-world.ts';
import { person } from '../../../../test/support/person.ts';
import { type Activity, defineActivity } from '../activities/define-activity.ts';
import { parameters } from '../activities/parameter.ts';

/** What the bad activity does at its next turn, after it has written a row. */
let next: () => void = () => undefined;

const bad = defineActivity({
  id: 'bad',
  version: 1,
  label: 'Bad',
  group: 'Tests',
  icon: 'bug',
  docs: 'Writes a tenant, then does what it is told.',
  parameters: parameters({}),
  boundaryEvents: [],
  needsSavepoint: false,
  execute: async (_given, { sql, data }) => {
    const text = "insert into tenants (id, name) values ('bad', 'Bad')";
    await sql.change({ name: 'test.bad', text, way: 'administer-tenants' });
    next();
    return { kind: 'completed', data };
  },
}) as Activity;

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld((bpmn) => bpmn, [bad]);
  await deploy(world.call, 'bad', diagram(startEvent(), task('Bad', 'bad'), endEvent(), chain('Bad')));
});
afterAll(() => world.close());

const badTenants = () =>
  world.owner.rows({ name: 'test.bad-tenants', text: "select 1 from tenants where id = 'bad'" });

test('an activity that crashes leaves nothing but an incident, which can be retried', async () => {
  next = () => {
    throw new TypeError('a fault of the program');
  };
  const { instanceId } = await person(world.server.base).start({ pt: await newToken(world.call, 'bad') });
  const { read, replays } = readerOf(world);
  expect(await read(instanceId)).toMatchObject({
    status: 'COMPLETED_PROCESS_ERROR',
    error: 'activity.crashed',
  });
  expect(await badTenants()).toHaveLength(0);
  expect(world.server.reports()).toEqual([expect.objectContaining({ message: 'a fault of the program' })]);
  await replays(instanceId);

  next = () => undefined;
  await world.call('POST', `/api/process-manager/processInstances/${instanceId}/retry`);
  expect(await read(instanceId)).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS' });
  expect(await badTenants()).toHaveLength(1);
  await replays(instanceId);
});

test('a statement that PostgreSQL refuses is a crash as well', async () => {
  const { instanceId } = await person(world.server.base).start({ pt: await newToken(world.call, 'bad') });
  expect(await readerOf(world).read(instanceId)).toMatchObject({
    status: 'COMPLETED_PROCESS_ERROR',
    error: 'activity.crashed',
  });
});
