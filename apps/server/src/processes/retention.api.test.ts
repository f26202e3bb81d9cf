import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chain, diagram, endEvent, startEvent, task } from '../../../../test/support/diagram.ts';
import { deploy, type JourneyWorld, journeyWorld, newToken } from '../../../../test/support/journey-world.ts';
import { person } from '../../../../test/support/person.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by what the tests expect of them.
type Json = Record<string, any>;

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
});
afterAll(() => world.close());

const manager = '/api/process-manager';
const dayMs = 86_400_000;
const periodOf = (name: string) => `${manager}/processDefinitions/${name}/retention`;
const set = (name: string, retentionDays: unknown) =>
  world.call<Json>('POST', periodOf(name), { retentionDays });
const read = async (path: string): Promise<Json> => (await world.call<Json>('GET', path)).body;
const instance = (id: string) => world.call<Json>('GET', `${manager}/processInstances/${id}`);
const later = (days: number) => {
  world.clock.now += days * dayMs;
};
/** Everything that is due, as the clockwork does it by and by. */
const tick = async () => {
  while ((await world.server.clockwork.tick()) > 0);
};
async function another(name: string): Promise<string> {
  const { data } = (await read(`${manager}/processDefinitions/${world.definition}`)).resources.bpmn;
  await deploy(world.call, name, data);
  return newToken(world.call, name);
}
async function finished(pt: string): Promise<string> {
  const ada = person(world.server.base);
  const form = await ada.start({ pt });
  await ada.register(form);
  return form.instanceId;
}

describe('the retention period of a definition', () => {
  test('is 30 days unless told, shared by its versions, and audited', async () => {
    expect(await read(periodOf('guide'))).toEqual({ name: 'guide', retentionDays: 30, isUsual: true });
    expect((await set('guide', 7)).body).toEqual({ name: 'guide', retentionDays: 7, isUsual: false });
    expect((await set('guide', null)).body).toEqual({ name: 'guide', retentionDays: 30, isUsual: true });
    const { content } = await read('/api/audit?action=process-definition.retention-set');
    expect(content.map(({ facts }: Json) => facts.retentionDays)).toEqual([30, 7]);
    expect((await set('nothing', 7)).status).toBe(404);
    expect((await world.call('GET', periodOf('guide'), undefined, 'other')).status).toBe(404);
  });

  test.each([0, -1, 1.5, 3651, 1e300])('is refused with %d, by name', async (days) => {
    const { status, body } = await set('guide', days);
    expect([status, body.code]).toEqual([400, 'process-definition.retention-invalid']);
    expect(body.errors).toEqual([
      { pointer: '/retentionDays', detail: `${days} is not a whole number of days from 1 to 3650.` },
    ]);
  });

  test('is refused where it is no number', async () => {
    expect((await set('guide', 'a week')).status).toBe(400);
    expect((await world.call('POST', periodOf('guide'), {})).status).toBe(400);
  });
});

describe('an instance', () => {
  test('says how long it is kept, and once it has ended from when on it is erased', async () => {
    const pt = await another('dated');
    const running = await person(world.server.base).start({ pt });
    const shown = (await instance(running.instanceId)).body;
    expect(shown.retentionDays).toBe(30);
    expect(shown).not.toHaveProperty('retentionExpiresAt');
    const id = await finished(pt);
    await set('dated', 3);
    const { retentionDays, retentionExpiresAt, endedAt } = (await instance(id)).body;
    expect(retentionDays).toBe(3);
    expect(Date.parse(retentionExpiresAt) - Date.parse(endedAt)).toBe(3 * dayMs);
    const { content } = await read(`${manager}/processInstances?processDefnName=dated`);
    expect(content.find((each: Json) => each.id === id)).toMatchObject({ retentionDays, retentionExpiresAt });
  });

  test('is there just before that moment, and not after', async () => {
    const id = await finished(await another('to-the-moment'));
    const expires = Date.parse((await instance(id)).body.retentionExpiresAt);
    world.clock.now = expires - 1;
    await tick();
    expect((await instance(id)).status).toBe(200);
    // The eraser rests for a minute after it has found little.
    world.clock.now = expires + 60_000;
    await tick();
    expect((await instance(id)).status).toBe(404);
  });
});

describe('when the period is over', () => {
  test('a finished instance is erased with its history; one that runs, waits or is younger stays', async () => {
    const pt = await another('kept-short');
    await set('kept-short', 2);
    const old = await finished(pt);
    const running = (await person(world.server.base).start({ pt })).instanceId;
    later(1);
    const young = await finished(pt);
    later(1.5);
    await tick();
    expect((await instance(old)).status).toBe(404);
    expect((await instance(running)).status).toBe(200);
    expect((await instance(young)).status).toBe(200);
    const rows = await world.owner.row<{ readonly count: number }>(
      {
        name: 'test.history',
        text: 'select count(*)::integer as count from instance_history where instance_id = $1',
      },
      [old],
    );
    expect(rows?.count).toBe(0);
  });

  test('the audit keeps that there was one and how it ended, and nothing of the person', async () => {
    const pt = await another('remembered');
    const token = await newToken(world.call, 'remembered', {
      parameters: { firstName: 'Grace', lastName: 'Hopper', email: 'grace@navy.example' },
    });
    expect(pt).not.toBe(token);
    const id = await finished(token);
    await set('remembered', 1);
    later(2);
    await tick();
    const { content } = await read(`/api/audit?instanceId=${id}&size=100`);
    expect(content[0]).toMatchObject({
      action: 'process-instance.erased',
      actor: 'System',
      targetId: id,
      facts: {
        processDefnName: 'remembered',
        processDefnVersion: 1,
        status: 'COMPLETED_ENDED_SUCCESS',
        outcome: 'registered',
        retentionDays: 1,
      },
    });
    expect(content.map(({ action }: Json) => action)).toContain('process-instance.started');
    expect(JSON.stringify(content)).not.toMatch(/Grace|Hopper|navy/);
  });

  test('the funnel counts what it counted before, as the audit does', async () => {
    const pt = await another('counted');
    await finished(pt);
    const cancels = person(world.server.base);
    const form = await cancels.start({ pt });
    await cancels.cancel(form);
    await world.call('POST', `${manager}/processInstances/${form.instanceId}/cancel`);
    const path = `${manager}/processDefinitions/counted/funnel?from=2020-01-01T00:00:00Z&to=2999-01-01T00:00:00Z`;
    const before = await read(path);
    expect(before.total).toMatchObject({ started: 2, promptShown: 2, registered: 1, cancelled: 1 });
    later(31);
    await tick();
    const left = await read(`${manager}/processInstances?processDefnName=counted`);
    expect(left.totalElements).toBe(0);
    expect(await read(path)).toEqual(before);
    const audited = await world.owner.row<Json>({
      name: 'test.audit-after-erasing',
      text: `with ours as (
          select instance_id from audit where action = 'process-instance.erased' and facts ->> 'processDefnName' = 'counted')
        select
          (count(distinct instance_id) filter (where action = 'process-instance.started'))::integer as started,
          (count(distinct instance_id) filter (where action = 'process-instance.form-shown'))::integer as "formShown",
          (count(distinct instance_id) filter (where action = 'process-instance.prompt-shown'))::integer as "promptShown",
          (count(distinct instance_id) filter (where action = 'passkey-registration.completed'))::integer as registered,
          (count(*) filter (where action = 'process-instance.ended' and facts ->> 'outcome' = 'cancelled'))::integer as cancelled
        from audit where instance_id in (select instance_id from ours)`,
    });
    expect(before.total).toMatchObject(audited as Json);
  });

  test('an instance that waits for a review stays until it was reviewed', async () => {
    const undecided = diagram(
      startEvent(),
      task('Decide', 'simpleDecider', { deriveDecisionFrom: '${"REVIEW"}' }),
      endEvent(),
      chain('Decide'),
    );
    await deploy(world.call, 'reviewed', undecided);
    const pt = await newToken(world.call, 'reviewed');
    const { instanceId } = await person(world.server.base).start({ pt });
    later(100);
    await tick();
    expect((await instance(instanceId)).body.status).toBe('REVIEW');
    await world.call('POST', `${manager}/processInstances/${instanceId}/review`, { decision: 'APPROVED' });
    later(1);
    await tick();
    expect((await instance(instanceId)).status).toBe(404);
  });

  test('more than one batch is erased by and by, and two servers erase each once', async () => {
    const undecided = diagram(startEvent(), task('Decide', 'simpleDecider', {}), endEvent(), chain('Decide'));
    await deploy(world.call, 'many', undecided);
    const pt = await newToken(world.call, 'many');
    const starts = Array.from({ length: 120 }, () => person(world.server.base).start({ pt }));
    await Promise.all(starts);
    later(31);
    const second = await world.another();
    const erased = async (clockwork: { readonly tick: () => Promise<number> }) => {
      while ((await clockwork.tick()) > 0);
    };
    await Promise.all([erased(world.server.clockwork), erased(second.clockwork)]);
    await second.close();
    const left = await read(`${manager}/processInstances?processDefnName=many`);
    const counts = await world.owner.row<Json>({
      name: 'test.erased-once',
      text: `select count(*)::integer as facts, count(distinct instance_id)::integer as instances
        from audit where action = 'process-instance.erased' and facts ->> 'processDefnName' = 'many'`,
    });
    expect(left.totalElements + counts?.instances).toBe(120);
    expect(counts?.facts).toBe(counts?.instances);
    later(1);
    await tick();
    expect((await read(`${manager}/processInstances?processDefnName=many`)).totalElements).toBe(0);
  });
});
