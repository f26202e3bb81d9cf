import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  chain,
  diagram,
  endEvent,
  flow,
  onError,
  startEvent,
  task,
} from '../../../../../test/support/diagram.ts';
import { readerOf } from '../../../../../test/support/journey-reader.ts';
import {
  deploy,
  type JourneyWorld,
  journeyWorld,
  newToken,
} from '../../../../../test/support/journey-world.ts';
import { names, person } from '../../../../../test/support/person.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
});
afterAll(() => world.close());

let number = 0;
async function open(given: Record<string, string>, more: readonly string[] = [], token: object = {}) {
  const name = `form ${++number}`;
  const form = task('Form', 'customDataForm', { dataFormName: 'passkeyRegistrationForm', ...given });
  await deploy(world.call, name, diagram(startEvent(), form, endEvent(), chain('Form'), more));
  const ada = person(world.server.base);
  const at = await ada.start({ pt: await newToken(world.call, name, token) });
  return { ada, at, id: at.instanceId, ...readerOf(world) };
}

describe('a custom data form', () => {
  test('that is read-only keeps what it shows, whatever is sent', async () => {
    const { ada, at, id, read, dataOf } = await open({ readonly: '${true}' });
    await ada.press(at, names);
    expect(await read(id)).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS' });
    expect((await dataOf(id))._forms.form1.currentForm.data).toEqual({ userName: '', displayName: '' });
  });

  test('may be named by the session data', async () => {
    const dynamic = { dynamicDataFormName: '${_initial.form}', formDataKey: 'mine' };
    const { ada, at, id, dataOf } = await open(dynamic, [], { parameters: { form: 'passkeyRetryForm' } });
    expect(at.html).toContain('please try again');
    await ada.press(at);
    expect((await dataOf(id))._forms.mine.currentForm).toMatchObject({ name: 'passkeyRetryForm', data: {} });
  });

  test('that is not there is an incident', async () => {
    const { id, read } = await open({ dataFormName: '${_initial.form}' }, [], {
      parameters: { form: 'nowhere' },
    });
    expect(await read(id)).toMatchObject({ status: 'COMPLETED_PROCESS_ERROR', error: 'form.not-found' });
  });

  test('is refused as often as Max Attempts says where the diagram catches that, else for ever', async () => {
    const caught = [
      onError('Enough', 'Form', 'form.attempts-exhausted'),
      flow('Enough', 'Given'),
      endEvent('Given'),
    ];
    for (const [more, status] of [
      [caught, 'COMPLETED_ENDED_ERROR'],
      [[], 'ACTIVE'],
    ] as const) {
      const { ada, at, id, read } = await open({ maxAttempts: '2' }, more);
      const empty = { kind: 'submit', values: { userName: '', displayName: '' } } as const;
      expect((await ada.send(at, empty)).body.kind).toBe('errors');
      expect((await ada.send(at, empty)).body.kind).toBe(more === caught ? 'view' : 'errors');
      expect(await read(id)).toMatchObject({ status });
    }
  });

  test('times out, and a later success of its key mends that', async () => {
    const again = task('Again', 'customDataForm', {
      dataFormName: 'passkeyRegistrationForm',
      formDataKey: 'form1',
    });
    const { ada, id, read, look } = await (async () => {
      const opened = await open({ timeout: '60' }, [
        onError('Late', 'Form', 'form.timed-out'),
        flow('Late', 'Again'),
        again,
        flow('Again', 'End'),
      ]);
      return { ...opened, look: () => opened.ada.look(opened.id) };
    })();
    world.clock.now += 60_000;
    await world.server.clockwork.tick();
    await ada.press(await look(), names);
    expect(await read(id)).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS' });
  });
});

describe('the browser’s answer', () => {
  test('may come by a parameter, as text or as it is, where no form asked for it', async () => {
    const register = (response: string) =>
      diagram(
        startEvent(),
        task('Add', 'addUser', { storeName: 'demoStore', userKey: 'user1' }),
        task('Begin', 'startPasskeyRegistration', {
          storeName: 'demoStore',
          relyingPartyId: 'localhost',
          registrationPolicy: 'passkeyPolicy',
        }),
        task('Form', 'customDataForm', { dataFormName: 'passkeyRegistrationForm' }),
        task('Complete', 'completePasskeyRegistration', { passkeyRegistrationBrowserResponse: response }),
        endEvent(),
        chain('Add', 'Begin', 'Form', 'Complete'),
      );
    await deploy(world.call, 'page', register('${_forms.form1.currentForm.data.displayName}'));
    const ada = person(world.server.base);
    const at = await ada.start({ pt: await newToken(world.call, 'page') });
    const { dataOf, read, passkeysOf } = readerOf(world);
    const { registrations } = (await dataOf(at.instanceId))._identityStore.passkeys;
    const { clientRequest } =
      registrations.passkeyReg1.currentPasskeyRegistrationRecord.startPasskeyRegistrationResponse;
    await ada.press(at, { userName: 'ada', displayName: JSON.stringify(ada.credentialFor(clientRequest)) });
    expect(await read(at.instanceId)).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS' });
    expect(await passkeysOf(at.instanceId)).toHaveLength(1);
  });
});
