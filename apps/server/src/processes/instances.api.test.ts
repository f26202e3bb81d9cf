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
    const audit = await world.call<{ content: { action: string; actor: string }[] }>(
      'GET',
      `/api/audit?instanceId=${form.instanceId}&action=process-instance.cancelled&outcome=SUCCESS`,
    );
    expect(audit.body.content).toMatchObject([{ actor: 'API Key: demo' }]);
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

  test('is begun by one of the browsers that open its link at the same moment', async () => {
    const made = await world.call('POST', `${instances}/create?pt=${world.token}`, {});
    const ps = String(new URL(String(made.body.redirectUrl)).searchParams.get('ps'));
    const tries = await Promise.allSettled(
      Array.from({ length: 6 }, () => person(world.server.base).start({ ps })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await reader().replays(String(made.body.processInstanceId));
  });

  test('may also be opened at its start address, which leads to the page and changes nothing', async () => {
    const made = await world.call('POST', `${instances}/create?pt=${world.token}`, {});
    const ps = new URL(String(new URL(String(made.body.redirectUrl)).searchParams.get('ps')));
    const response = await person(world.server.base).request(`${ps.pathname}${ps.search}`);
    expect(response.status).toBe(302);
    const page = new URL(String(response.headers.get('location')), ps);
    expect(page.searchParams.get('ps')).toBe(ps.href);
    expect(await reader().read(String(made.body.processInstanceId))).toMatchObject({ status: 'PENDING' });
  });
});

describe('instances', () => {
  test('are listed newest first, by status, definition and token', async () => {
    const pt = await newToken(world.call, 'guide', {
      parameters: { firstName: 'Ada', lastName: 'Lovelace' },
    });
    const first = await person(world.server.base).start({ pt });
    world.clock.now += 1;
    const ada = person(world.server.base);
    const second = await ada.start({ pt });
    await ada.register(second);
    const list = async (query: string) => {
      const { body } = await world.call<{ content: { id: string }[]; totalElements: number }>(
        'GET',
        `${instances}?processTokenId=${pt}${query}`,
      );
      return body.content.map(({ id }) => id);
    };
    expect(await list('')).toEqual([second.instanceId, first.instanceId]);
    expect(await list('&status=ACTIVE')).toEqual([first.instanceId]);
    expect(await list('&processDefnName=guide&page=1&size=1')).toEqual([first.instanceId]);
    expect(await list('&processDefnName=other')).toEqual([]);
    expect(await reader().read(first.instanceId)).toMatchObject({ firstName: 'Ada', lastName: 'Lovelace' });
  });

  test('have their session data at the path of the reference as well', async () => {
    const { instanceId } = await person(world.server.base).start({ pt: world.token });
    const at = (definition: string) =>
      `/api/userdata-server/processDefinitions/${definition}/processInstances/${instanceId}/userdata?optimized=true`;
    const { body } = await world.call('GET', at(world.definition));
    expect(body).toEqual((await world.call('GET', `${instances}/${instanceId}/sessionData`)).body);
    expect(body).toHaveProperty('_identityStore.users.user1.id');
    expect((await world.call('GET', at('AAAAAAAAAAAAAAAAAAAAAAAAAA'))).status).toBe(404);
  });
});

describe('secrets in session data', () => {
  test('leave the server only by a permission of their own, and the audit says to whom', async () => {
    const pt = await newToken(world.call, 'guide', { parameters: { initialPassword: 'swordfish' } });
    const { instanceId } = await person(world.server.base).start({ pt });
    const at = `${instances}/${instanceId}`;
    const shown = JSON.stringify((await world.call('GET', `${at}/sessionData`)).body);
    expect(shown).toContain('"initialPassword":"••••••"');
    expect(shown).not.toContain('swordfish');
    const whole = await world.call<{ _initial: object }>('POST', `${at}/revealSecrets`);
    expect(whole.body._initial).toMatchObject({ initialPassword: 'swordfish' });
    const audit = await world.call<{ content: object[] }>(
      'GET',
      `/api/audit?instanceId=${instanceId}&action=process-instance.secrets-revealed`,
    );
    expect(audit.body.content).toMatchObject([{ actor: 'API Key: demo', outcome: 'SUCCESS' }]);
    expect((await world.call('POST', `${at}/revealSecrets`, undefined, 'other')).status).toBe(404);
  });
});

describe('the deletion of an instance', () => {
  test('erases it with its history and variables, once it has ended, and is in the audit', async () => {
    const ada = person(world.server.base);
    const form = await ada.start({ pt: world.token });
    const at = `${instances}/${form.instanceId}`;
    expect((await world.call('DELETE', at)).body.code).toBe('process-instance.running');
    await ada.register(form);
    expect((await world.call('DELETE', at, undefined, 'other')).status).toBe(404);
    expect((await world.call('DELETE', at)).status).toBe(204);
    for (const path of ['', '/history', '/path', '/sessionData'])
      expect((await world.call('GET', `${at}${path}`)).status).toBe(404);
    expect((await world.call('DELETE', at)).body.code).toBe('process-instance.not-found');
    for (const table of ['instance_history', 'outbox']) {
      const text = `select 1 from ${table} where instance_id = $1`;
      expect(await world.database.rows({ name: `test.left-${table}`, text }, [form.instanceId])).toEqual([]);
    }
    const audit = await world.call<{ content: object[] }>(
      'GET',
      `/api/audit?instanceId=${form.instanceId}&action=process-instance.deleted&sort=at,asc`,
    );
    expect(audit.body.content).toMatchObject([
      { outcome: 'FAILURE', code: 'process-instance.running' },
      { outcome: 'SUCCESS', actor: 'API Key: demo' },
      { outcome: 'FAILURE', code: 'process-instance.not-found' },
    ]);
  });
});
