import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readerOf } from '../../../../test/support/journey-reader.ts';
import { deploy, type JourneyWorld, journeyWorld, newToken } from '../../../../test/support/journey-world.ts';
import { names, person } from '../../../../test/support/person.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
});
afterAll(() => world.close());

const reader = () => readerOf(world);

const instances = '/api/process-manager/processInstances';

describe("the guide's journey", () => {
  test('ends with a user, a passkey and PASS', async () => {
    const ada = person(world.server.base);
    const form = await ada.start({ pt: world.token });
    expect(form.html).toContain('data-passkey');
    expect(await reader().read(form.instanceId)).toMatchObject({
      status: 'ACTIVE',
      statusMapped: 'In Progress',
    });

    const end = await ada.register(form);
    expect(end.task).toBeUndefined();
    expect(await reader().read(form.instanceId)).toMatchObject({
      status: 'COMPLETED_ENDED_SUCCESS',
      statusMapped: 'Accepted',
      decision: 'PASS',
      processDefnName: 'guide',
      processDefnVersion: 1,
    });
    expect(await reader().passkeysOf(form.instanceId)).toHaveLength(1);
    expect(await reader().dataOf(form.instanceId)).toMatchObject({
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
    await reader().replays(form.instanceId);
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
    expect(await reader().read(form.instanceId)).toMatchObject({
      decision: 'PASS',
      status: 'COMPLETED_ENDED_SUCCESS',
    });
    expect(await reader().passkeysOf(form.instanceId)).toHaveLength(1);
    // biome-ignore lint/suspicious/noExplicitAny: session data is free-form.
    const { registrations } = ((await reader().dataOf(form.instanceId)) as any)._identityStore.passkeys;
    expect(Object.keys(registrations.passkeyReg1.passkeyRegistrationRecords)).toEqual(['1', '2']);
    expect(registrations.passkeyReg1.passkeyRegistrationRecords['1']).toMatchObject({
      browserOutcome: 'cancelled',
      failure: 'passkey.cancelled',
    });
    await reader().replays(form.instanceId);
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
    expect(await reader().read(form.instanceId)).toMatchObject({
      status: 'COMPLETED_TERMINATED',
      statusMapped: 'Abandoned',
      decision: 'FAIL',
    });
    expect(await reader().passkeysOf(form.instanceId)).toHaveLength(0);
    expect(await reader().dataOf(form.instanceId)).toMatchObject({
      _checks: { results: { 'form:registrationForm': { outcome: 'FAILED', code: 'form.timed-out' } } },
    });
    expect((await ada.look(form.instanceId)).task).toBeUndefined();
    await reader().replays(form.instanceId);
  });

  test('refuses what a form refuses, field by field, and goes on waiting', async () => {
    const ada = person(world.server.base);
    const form = await ada.start({ pt: world.token });
    const refused = await ada.send(form, { kind: 'prepare', values: { userName: '', displayName: 'A' } });
    expect(refused).toMatchObject({ status: 200, body: { kind: 'errors', errors: [{ field: 'userName' }] } });
    await ada.register(form);
    expect(await reader().read(form.instanceId)).toMatchObject({ decision: 'PASS' });
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
    expect(await reader().read(form.instanceId)).toMatchObject({
      status: 'COMPLETED_ENDED_ERROR',
      decision: 'FAIL',
    });
    expect(await reader().passkeysOf(form.instanceId)).toHaveLength(0);
  });
});

test("another tool's diagram of the guide runs as ours does", async () => {
  const file = new URL('../../../../examples/passkey-registration-camunda.bpmn', import.meta.url);
  await deploy(world.call, 'camunda', await readFile(file, 'utf8'));
  const ada = person(world.server.base);
  const form = await ada.start({ pt: await newToken(world.call, 'camunda') });
  const again = await ada.press(await ada.cancel(form));
  await ada.register(again);
  expect(await reader().read(form.instanceId)).toMatchObject({
    status: 'COMPLETED_ENDED_SUCCESS',
    decision: 'PASS',
  });
  await reader().replays(form.instanceId);
});
