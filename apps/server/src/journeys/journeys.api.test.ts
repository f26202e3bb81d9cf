import { replay } from '@latchkey/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type JourneyWorld, journeyWorld, newToken } from '../../../../test/support/journey-world.ts';
import { names, person } from '../../../../test/support/person.ts';
import { findInstance } from '../processes/process-instances.sql.ts';
import { readEvents } from '../processes/read-instances.sql.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
});
afterAll(() => world.close());

const instances = '/api/process-manager/processInstances';
const read = async (id: string) => (await world.call(`GET`, `${instances}/${id}`)).body;
const dataOf = async (id: string) => (await world.call('GET', `${instances}/${id}/sessionData`)).body;
const userOf = async (id: string) => {
  // biome-ignore lint/suspicious/noExplicitAny: session data is free-form.
  const { _identityStore } = (await dataOf(id)) as any;
  return _identityStore.users.user1.id as string;
};
const passkeysOf = async (id: string) =>
  (await world.call<{ content: object[] }>('GET', `${world.store}/users/${await userOf(id)}/passkeys`)).body
    .content;

/** Whether the history of an instance leads to its stored state. */
async function replays(id: string) {
  const instance = await findInstance(world.database, id);
  if (!instance?.state || instance.startedAt === null) throw new Error('never started');
  const definition = await world.server.readDefinition(
    world.database,
    instance.tenant,
    instance.definitionId,
  );
  const events = await readEvents(world.database, instance.tenant, id);
  const history = events.map(({ event, at }) => ({ event, now: at.getTime() }));
  expect(replay(definition, instance.startedAt, history)).toEqual(instance.state);
}

describe("the guide's journey", () => {
  test('ends with a user, a passkey and PASS', async () => {
    const ada = person(world.server.base);
    const form = await ada.start({ pt: world.token });
    expect(form.html).toContain('data-passkey');
    expect(await read(form.instanceId)).toMatchObject({ status: 'ACTIVE', statusMapped: 'In Progress' });

    const end = await ada.register(form);
    expect(end.task).toBeUndefined();
    expect(await read(form.instanceId)).toMatchObject({
      status: 'COMPLETED_ENDED_SUCCESS',
      statusMapped: 'Accepted',
      decision: 'PASS',
      processDefnName: 'guide',
      processDefnVersion: 1,
    });
    expect(await passkeysOf(form.instanceId)).toHaveLength(1);
    expect(await dataOf(form.instanceId)).toMatchObject({
      _decision: 'PASS',
      _forms: { registrationForm: { currentForm: { data: names } } },
      _checks: {
        overallOutcome: 'PASS',
        results: { 'completePasskeyRegistration:passkeyReg1': { outcome: 'PASSED' } },
      },
      _identityStore: {
        passkeys: {
          registrations: {
            passkeyReg1: {
              currentPasskeyRegistrationRecord: {
                browserOutcome: 'registered',
                startPasskeyRegistrationResponse: { clientRequest: { user: { name: 'ada' } } },
                completePasskeyRegistrationResponse: { passkey: { status: 'ACTIVE' } },
              },
            },
          },
        },
      },
    });
    await replays(form.instanceId);
  });

  test('tells its history and its audit', async () => {
    const ada = person(world.server.base);
    const form = await ada.start({ pt: world.token });
    await ada.register(form);
    const { body } = await world.call<object[]>('GET', `${instances}/${form.instanceId}/history`);
    expect(body[0]).toMatchObject({
      version: 1,
      event: 'activity-completed',
      element: 'AddUser',
      activity: 'addUser',
    });
    expect(body.at(-1)).toMatchObject({ element: 'SimpleDecider', actor: 'Journey' });
    const audit = await world.call<{ content: { action: string }[] }>(
      'GET',
      `/api/audit?instanceId=${form.instanceId}&size=50`,
    );
    expect(audit.body.content.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'process-instance.started',
        'passkey-registration.started',
        'passkey-registration.completed',
        'process-instance.ended',
      ]),
    );
  });

  test('goes round after a cancelled prompt, keeps what was entered, and registers then', async () => {
    const ada = person(world.server.base);
    const form = await ada.start({ pt: world.token });
    const retry = await ada.cancel(form);
    expect(retry.html).toContain('User cancel error happened - please try again');
    const again = await ada.press(retry);
    expect(again.html).toContain('value="ada"');
    expect(again.html).toContain('data-notice');
    await ada.register(again);
    expect(await read(form.instanceId)).toMatchObject({
      decision: 'PASS',
      status: 'COMPLETED_ENDED_SUCCESS',
    });
    expect(await passkeysOf(form.instanceId)).toHaveLength(1);
    // biome-ignore lint/suspicious/noExplicitAny: session data is free-form.
    const { registrations } = ((await dataOf(form.instanceId)) as any)._identityStore.passkeys;
    expect(Object.keys(registrations.passkeyReg1.passkeyRegistrationRecords)).toEqual(['1', '2']);
    expect(registrations.passkeyReg1.passkeyRegistrationRecords['1']).toMatchObject({
      browserOutcome: 'cancelled',
      failure: 'passkey.cancelled',
    });
    await replays(form.instanceId);
  });

  test('times out: FAIL and Abandoned; the answer comes too late', async () => {
    const ada = person(world.server.base);
    const form = await ada.start({ pt: world.token });
    const options = await ada.prepare(form);
    world.clock.now += 600_000;
    expect(await world.server.clockwork.tick()).toBe(1);
    const late = await ada.send(form, {
      kind: 'registered',
      response: ada.credentialFor(options),
      elapsedMs: 1,
    });
    expect(late).toMatchObject({ status: 409, body: { code: 'journey.moved-on' } });
    expect(await read(form.instanceId)).toMatchObject({
      status: 'COMPLETED_TERMINATED',
      statusMapped: 'Abandoned',
      decision: 'FAIL',
    });
    expect(await passkeysOf(form.instanceId)).toHaveLength(0);
    expect(await dataOf(form.instanceId)).toMatchObject({
      _checks: { results: { 'form:registrationForm': { outcome: 'FAILED', code: 'form.timed-out' } } },
    });
    expect((await ada.look(form.instanceId)).task).toBeUndefined();
    await replays(form.instanceId);
  });

  test('refuses what a form refuses, field by field, and goes on waiting', async () => {
    const ada = person(world.server.base);
    const form = await ada.start({ pt: world.token });
    const refused = await ada.send(form, { kind: 'prepare', values: { userName: '', displayName: 'A' } });
    expect(refused).toMatchObject({ status: 200, body: { kind: 'errors', errors: [{ field: 'userName' }] } });
    await ada.register(form);
    expect(await read(form.instanceId)).toMatchObject({ decision: 'PASS' });
  });

  test('a browser answer that does not hold burns the ceremony and declines', async () => {
    const ada = person(world.server.base);
    const form = await ada.start({ pt: world.token });
    await ada.prepare(form);
    const response = {
      id: 'AAAA',
      rawId: 'AAAA',
      type: 'public-key',
      response: {},
      clientExtensionResults: {},
    };
    await ada.send(form, { kind: 'registered', response, elapsedMs: 5 });
    expect(await read(form.instanceId)).toMatchObject({ status: 'COMPLETED_ENDED_ERROR', decision: 'FAIL' });
    expect(await passkeysOf(form.instanceId)).toHaveLength(0);
  });
});

describe('the page', () => {
  test('is another visitor’s no more than a stranger’s', async () => {
    const ada = person(world.server.base);
    const form = await ada.start({ pt: world.token });
    const eve = person(world.server.base);
    expect((await eve.request(`/web/trustweb/${form.instanceId}`)).status).toBe(410);
    await eve.start({ pt: world.token });
    expect((await eve.request(`/web/trustweb/${form.instanceId}`)).status).toBe(410);
    expect(await eve.send(form, { kind: 'prepare', values: names })).toMatchObject({
      status: 404,
      body: { code: 'journey.not-found' },
    });
  });

  test('several journeys of one browser stand side by side', async () => {
    const ada = person(world.server.base);
    const first = await ada.start({ pt: world.token });
    const second = await ada.start({ pt: world.token });
    expect((await ada.look(first.instanceId)).task).toBe(first.task);
    await ada.register(first);
    await ada.register(second);
    expect(await read(second.instanceId)).toMatchObject({ decision: 'PASS' });
  });

  test('opening a link starts nothing; a counted link asks for a press', async () => {
    const counted = await newToken(world.call, 'guide', { type: 'MULTI_USE_COUNT_LIMITED', maxCount: 1 });
    const ada = person(world.server.base);
    for (const pt of [world.token, counted]) {
      const response = await ada.request(`/web/trustweb?pt=${pt}`);
      expect(response.status).toBe(200);
      const html = await response.text();
      expect(html.includes('data-now')).toBe(pt === world.token);
      expect(html).toContain('Demo Organisation');
    }
    expect((await world.call('GET', `/api/process-manager/processTokens/${counted}`)).body.counter).toBe(0);
    await ada.start({ pt: counted });
    await expect(ada.start({ pt: counted })).rejects.toMatchObject({
      message: 'journey.link-ended',
      status: 410,
    });
    expect((await ada.request(`/web/trustweb?pt=${counted}`)).status).toBe(410);
    expect((await ada.request('/web/trustweb?pt=nothing')).status).toBe(410);
  });

  test('takes writes from itself only', async () => {
    const ada = person(world.server.base);
    const body = JSON.stringify({ pt: world.token });
    const headers = {
      'content-type': 'application/json',
      'sec-fetch-site': 'cross-site',
      origin: 'https://evil.example',
    };
    const response = await ada.request('/web/trustweb/start', { method: 'POST', body, headers });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'journey.cross-site' });
  });

  test('has the headers of a page that nobody frames and nothing foreign runs in', async () => {
    const ada = person(world.server.base);
    const { instanceId } = await ada.start({ pt: world.token });
    const { headers } = await ada.request(`/web/trustweb/${instanceId}`);
    expect(headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src 'nonce-[\w-]{22}'/,
    );
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('permissions-policy')).toContain('publickey-credentials-create=(self)');
    expect(headers.get('cache-control')).toBe('no-store');
    const script = await ada.request('/web/trustweb/assets/main.js');
    expect(script.headers.get('cache-control')).toContain('immutable');
  });

  test('works without its module up to the ceremony', async () => {
    const ada = person(world.server.base);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const started = await ada.request('/web/trustweb/start', {
      method: 'POST',
      headers,
      body: `pt=${world.token}`,
    });
    expect(started.status).toBe(303);
    const instanceId = String(started.headers.get('location')).replace('/web/trustweb/', '');
    const form = await ada.look(instanceId);
    const refused = await ada.request(`/web/trustweb/${instanceId}/tasks/${form.task}`, {
      method: 'POST',
      headers,
      body: `_attempt=${form.attempt}&_kind=prepare&userName=&displayName=Ada`,
    });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="Ada"');
  });

  test('refuses what no task takes, without failing the task', async () => {
    const ada = person(world.server.base);
    const form = await ada.start({ pt: world.token });
    expect(await ada.send(form, { kind: 'submit', values: {} })).toMatchObject({
      status: 422,
      body: { code: 'activity.submission-refused' },
    });
    expect(await ada.send(form, { kind: 'nonsense' } as never)).toMatchObject({
      status: 400,
      body: { code: 'journey.submission-invalid' },
    });
    const big = await ada.send(form, {
      kind: 'registered',
      response: { a: 'x'.repeat(70_000) },
      elapsedMs: 1,
    });
    expect(big.status).toBe(413);
    expect((await ada.look(form.instanceId)).task).toBe(form.task);
  });
});

describe('an instance that the API makes', () => {
  test('waits for the first browser with its link, and is nobody else’s then', async () => {
    const made = await world.call('POST', `${instances}/create?pt=${world.token}`, {});
    expect(made.status).toBe(201);
    const id = String(made.body.processInstanceId);
    expect(await read(id)).toMatchObject({ status: 'PENDING', statusMapped: 'Pending' });
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
    expect(await read(id)).toMatchObject({ decision: 'PASS' });
    await replays(id);
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
    await replays(form.instanceId);
  });

  test('is terminated after the longest duration of its token, begun or not', async () => {
    const pt = await newToken(world.call, 'guide', { maxProcessDuration: 'PT5M' });
    const made = await world.call('POST', `${instances}/create?pt=${pt}`, {});
    const ada = person(world.server.base);
    const form = await ada.start({ pt });
    world.clock.now += 300_000;
    await world.server.clockwork.tick();
    for (const id of [form.instanceId, String(made.body.processInstanceId)]) {
      expect(await read(id)).toMatchObject({ status: 'COMPLETED_TERMINATED' });
      await replays(id);
    }
  });
});
