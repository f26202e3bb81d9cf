import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readerOf } from '../../../../test/support/journey-reader.ts';
import { type JourneyWorld, journeyWorld, newToken } from '../../../../test/support/journey-world.ts';
import { names, person } from '../../../../test/support/person.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
});
afterAll(() => world.close());

const reader = () => readerOf(world);

const instances = '/api/process-manager/processInstances';

describe('an instance that the API makes', () => {
  test('waits for the first browser with its link, and is nobody else’s then', async () => {
    const made = await world.call('POST', `${instances}/create?pt=${world.token}`, {});
    expect(made.status).toBe(201);
    const id = String(made.body.processInstanceId);
    expect(await reader().read(id)).toMatchObject({ status: 'PENDING', statusMapped: 'Pending' });
    const ps = String(new URL(String(made.body.redirectUrl)).searchParams.get('ps'));
    const [ada, eve] = [person(world.server.base), person(world.server.base)];
    expect((await ada.request(`/web/trustweb?ps=${encodeURIComponent(ps)}`)).status).toBe(200);
    await expect(ada.start({ ps: ps.replace(/key=.{5}/, 'key=AAAAA') })).rejects.toThrow(
      'journey.link-ended',
    );
    const form = await ada.start({ ps });
    expect(form.instanceId).toBe(id);
    await expect(eve.start({ ps })).rejects.toThrow('journey.link-ended');
    expect((await ada.start({ ps })).task).toBe(form.task);
    await ada.register(form);
    expect(await reader().read(id)).toMatchObject({ decision: 'PASS' });
    await reader().replays(id);
  });

  test('ends when it is cancelled; what comes then is late', async () => {
    const ada = person(world.server.base);
    const form = await ada.start({ pt: world.token });
    const cancelled = await world.call('POST', `${instances}/${form.instanceId}/cancel`);
    expect(cancelled).toMatchObject({ status: 200, body: { status: 'COMPLETED_TERMINATED' } });
    expect((await world.call('POST', `${instances}/${form.instanceId}/cancel`)).body.code).toBe(
      'process-instance.ended',
    );
    expect((await ada.send(form, { kind: 'prepare', values: names })).status).toBe(409);
    const foreign = await world.call('POST', `${instances}/${form.instanceId}/cancel`, undefined, 'other');
    expect(foreign.status).toBe(404);
    await reader().replays(form.instanceId);
  });

  test('is terminated after the longest duration of its token, begun or not', async () => {
    const pt = await newToken(world.call, 'guide', { maxProcessDuration: 'PT5M' });
    const made = await world.call('POST', `${instances}/create?pt=${pt}`, {});
    const ada = person(world.server.base);
    const form = await ada.start({ pt });
    world.clock.now += 300_000;
    await world.server.clockwork.tick();
    for (const id of [form.instanceId, String(made.body.processInstanceId)]) {
      expect(await reader().read(id)).toMatchObject({ status: 'COMPLETED_TERMINATED' });
      await reader().replays(id);
    }
  });
});
