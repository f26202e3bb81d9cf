import { afterAll, beforeAll, expect, test } from 'vitest';
import { chain, diagram, endEvent, pause, startEvent, task } from '../../../../test/support/diagram.ts';
import { readerOf } from '../../../../test/support/journey-reader.ts';
import { deploy, type JourneyWorld, journeyWorld, newToken } from '../../../../test/support/journey-world.ts';
import { person } from '../../../../test/support/person.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
  const ids = Array.from({ length: 60 }, (_, at) => `Decide${at}`);
  const long = ids.map((id) => task(id, 'simpleDecider'));
  await deploy(
    world.call,
    'pause',
    diagram(startEvent(), pause('Pause', 'PT1M'), endEvent(), chain('Pause')),
  );
  await deploy(world.call, 'long', diagram(startEvent(), long, endEvent(), chain(...ids)));
});
afterAll(() => world.close());

const start = async (name: string) =>
  (await person(world.server.base).start({ pt: await newToken(world.call, name) })).instanceId;
const change = (text: string, ...values: readonly unknown[]) =>
  world.owner.change({ name: `test.${text.length}`, text }, values);
const read = (id: string) => readerOf(world).read(id);

test('an instance that cannot be moved keeps no other waiting, and is tried again later', async () => {
  const broken = await start('pause');
  const state = await world.owner.row<{ state: object }>(
    { name: 'test.state', text: 'select state from process_instances where id = $1' },
    [broken],
  );
  await change(`update process_instances set state = '{}' where id = $1`, broken);
  world.clock.now += 1;
  const sound = await start('pause');
  world.clock.now += 60_000;
  await world.server.clockwork.tick();
  expect(await read(sound)).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS' });
  expect(await read(broken)).toMatchObject({ status: 'ACTIVE' });
  expect(world.server.reports()).toHaveLength(1);
  expect(await world.server.clockwork.tick()).toBe(0);

  await change(
    'update process_instances set state = $2::jsonb where id = $1',
    broken,
    JSON.stringify(state?.state),
  );
  world.clock.now += 10_000;
  await world.server.clockwork.tick();
  expect(await read(broken)).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS' });
});

test('an effect that never succeeds becomes an incident', async () => {
  const id = await start('long');
  await change('update outbox set attempts = 5');
  await world.server.clockwork.tick();
  expect(await read(id)).toMatchObject({ status: 'COMPLETED_PROCESS_ERROR', error: 'process.gave-up' });
  await world.call('POST', `/api/process-manager/processInstances/${id}/retry`);
  await world.server.clockwork.tick();
  expect(await read(id)).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS' });
  await readerOf(world).replays(id);
});

test('what was left for an instance that has been cancelled does nothing any more', async () => {
  const id = await start('long');
  await world.call('POST', `/api/process-manager/processInstances/${id}/cancel`);
  await world.server.clockwork.tick();
  expect(await read(id)).toMatchObject({ status: 'COMPLETED_TERMINATED' });
  const left = await world.owner.rows({ name: 'test.left', text: 'select 1 from outbox' });
  expect(left).toEqual([]);
  await readerOf(world).replays(id);
});
