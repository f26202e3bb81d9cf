import { newId } from '@latchkey/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyIn } from '../../../../test/support/composed.ts';
import {
  chain,
  diagram,
  type Element,
  endEvent,
  flow,
  onError,
  pause,
  startEvent,
  task,
} from '../../../../test/support/diagram.ts';
import { readerOf } from '../../../../test/support/journey-reader.ts';
import { deploy, type JourneyWorld, journeyWorld, newToken } from '../../../../test/support/journey-world.ts';
import { person } from '../../../../test/support/person.ts';
import { caller } from '../../../../test/support/registration-world.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
});
afterAll(() => world.close());

const store = { storeName: 'demoStore' };
const policyPath = () => `${world.store}/relyingParties/localhost/registrationPolicies`;
const tokens = '/api/process-manager/processTokens';
const instances = '/api/process-manager/processInstances';
const reader = () => readerOf(world);

const start = (whom: Readonly<Record<string, string>>) =>
  task('Begin', 'startPasskeyRegistration', {
    ...store,
    relyingPartyId: 'localhost',
    registrationPolicy: 'passkeyPolicy',
    ...whom,
  });
const form = task('Form', 'passkeyRegistrationForm', {
  dataFormName: 'passkeyRegistrationForm',
  formDataKey: 'form1',
});
const complete = task('Complete', 'completePasskeyRegistration');
const getUser = task('Get', 'getUser', { ...store, userKey: 'user1', userExternalId: '${_initial.whom}' });
const addUser = (id: string, userExternalId: string) =>
  task(id, 'addUser', { ...store, userKey: 'user1', userExternalId });
const ask = task('Ask', 'customDataForm', { dataFormName: 'passkeyRegistrationForm', formDataKey: 'asked' });
const idOf = (element: Element) => /id="([^"]+)"/.exec(element)?.[1] ?? '';

/** Deploys the tasks in a row; the start of a registration that is refused ends at once. */
async function deployed(...tasks: readonly Element[]): Promise<string> {
  const name = `proof ${newId()}`;
  const refused = [onError('E', 'Begin', 'passkey.user-unproven'), flow('E', 'Refused'), endEvent('Refused')];
  await deploy(
    world.call,
    name,
    diagram(startEvent(), tasks, endEvent(), chain(...tasks.map(idOf)), refused),
  );
  return name;
}
const newUser = async () => {
  const externalId = `known-${newId()}`;
  const { body } = await world.call('POST', `${world.store}/users`, { externalId });
  return { id: String(body.id), externalId };
};
const begun = async (name: string, more: object = {}) => {
  const ada = person(world.server.base);
  return { ada, at: await ada.start({ pt: await newToken(world.call, name, more) }) };
};
const codeOf = async (id: string) =>
  (await reader().historyOf(id)).find(({ event }) => event === 'activity-failed')?.error;
const passkeysOf = async (id: string) =>
  (await world.call<{ content: object[] }>('GET', `${world.store}/users/${id}/passkeys`)).body.content.length;
const sessionsOf = async (id: string) =>
  (
    await world.owner.rows(
      { name: 'test.sessions-of', text: 'select id from registration_sessions where user_id = $1' },
      [id],
    )
  ).length;

describe('a passkey for a user who was there before', () => {
  test.each([
    ['named by external id', start({ userExternalId: '${_initial.whom}' }), []],
    ['named by id', start({ userId: '${_initial.id}' }), []],
    ['read before', start({}), [getUser]],
  ])('is refused to whoever has the link: %s', async (_how, begin, before) => {
    const known = await newUser();
    const name = await deployed(...before, begin, form, complete);
    const { at } = await begun(name, { parameters: { whom: known.externalId, id: known.id } });
    expect(await codeOf(at.instanceId)).toBe('passkey.user-unproven');
    expect(await reader().read(at.instanceId)).toMatchObject({ status: 'COMPLETED_ENDED_ERROR' });
    expect(await sessionsOf(known.id)).toBe(0);
  });

  test('is refused when a form names the user', async () => {
    const known = await newUser();
    const begin = start({ userExternalId: '${_forms.asked.currentForm.data.userName}' });
    const { ada, at } = await begun(await deployed(ask, begin, form, complete));
    await ada.press(at, { userName: known.externalId, displayName: 'Ada' });
    expect(await codeOf(at.instanceId)).toBe('passkey.user-unproven');
    expect(await sessionsOf(known.id)).toBe(0);
  });

  test('is refused also when the clockwork or an operator moves the instance', async () => {
    const known = await newUser();
    const name = `proof ${newId()}`;
    const tasks = [pause('Pause', 'PT1M'), start({ userId: '${_initial.id}' }), form];
    await deploy(world.call, name, diagram(startEvent(), tasks, endEvent(), chain('Pause', 'Begin', 'Form')));
    const { at } = await begun(name, { parameters: { id: known.id } });
    world.clock.now += 61_000;
    while ((await world.server.clockwork.tick()) > 0);
    expect(await reader().read(at.instanceId)).toMatchObject({ error: 'passkey.user-unproven' });
    await world.call('POST', `${instances}/${at.instanceId}/retry`);
    expect(await sessionsOf(known.id)).toBe(0);
  });

  test('is refused when another instance made the user, in the same browser', async () => {
    const whom = newId();
    const made = await begun(await deployed(addUser('Add', '${_initial.whom}'), start({}), form), {
      parameters: { whom },
    });
    const again = await deployed(start({ userExternalId: '${_initial.whom}' }), form);
    const at = await made.ada.start({ pt: await newToken(world.call, again, { parameters: { whom } }) });
    expect(await codeOf(at.instanceId)).toBe('passkey.user-unproven');
    expect(at.task).toBeUndefined();
  });

  test('is made where the policy waives the proof', async () => {
    const known = await newUser();
    const waived = { name: `waived ${newId()}`, requireUserProof: false };
    expect((await world.call('POST', policyPath(), waived)).body).toMatchObject({ requireUserProof: false });
    const begin = start({ userId: '${_initial.id}', registrationPolicy: waived.name });
    const { ada, at } = await begun(await deployed(begin, form, complete), { parameters: { id: known.id } });
    await ada.register(at);
    expect(await passkeysOf(known.id)).toBe(1);
    await world.call('POST', `${policyPath()}/${waived.name}`, { requireUserProof: null });
    const after = await begun(await deployed(begin, form, complete), { parameters: { id: known.id } });
    expect(await codeOf(after.at.instanceId)).toBe('passkey.user-unproven');
  });
});

describe('a user whom the instance makes', () => {
  test.each([
    ['by Add User', [addUser('Add', '${_initial.whom}'), start({})]],
    ['by the start itself', [start({ createUser: '${true}', userExternalId: '${_initial.whom}' })]],
    ['after a pause', [pause('Pause', 'PT1M'), addUser('Add', '${_initial.whom}'), start({})]],
  ])('needs no other proof: %s', async (_how, tasks) => {
    const whom = newId();
    const { ada, at } = await begun(await deployed(...tasks, form, complete), { parameters: { whom } });
    world.clock.now += 61_000;
    while ((await world.server.clockwork.tick()) > 0);
    await ada.register(await ada.look(at.instanceId));
    const { body } = await world.call('GET', `${world.store}/users/${whom}/ext`);
    expect(await passkeysOf(String(body.id))).toBe(1);
    expect((await world.call('DELETE', `${instances}/${at.instanceId}`)).status).toBe(204);
  });

  test('is who gets the passkey, whatever forms send and later steps do', async () => {
    const [first, second] = [newId(), newId()];
    const tasks = [
      addUser('Add', '${_initial.first}'),
      start({}),
      addUser('Other', '${_initial.second}'),
      form,
    ];
    const { ada, at } = await begun(await deployed(...tasks, complete), { parameters: { first, second } });
    const id = async (whom: string) =>
      String((await world.call('GET', `${world.store}/users/${whom}/ext`)).body.id);
    const other = await id(second);
    const typed = {
      userName: 'ada',
      displayName: 'Ada',
      userId: other,
      userExternalId: second,
      userKey: other,
    };
    await ada.register(at, typed);
    expect([await passkeysOf(await id(first)), await passkeysOf(other)]).toEqual([1, 0]);
  });
});

describe('an invitation', () => {
  const once = { type: 'MULTI_USE_COUNT_LIMITED', maxCount: 1 };
  const invite = (parameters: object, more: object = once, key = 'demo') =>
    world.call(
      'POST',
      tokens,
      {
        name: `invitation ${newId()}`,
        processDefnName: 'invited',
        status: 'ACTIVE',
        parameters,
        ...more,
      },
      key,
    );
  beforeAll(async () => {
    const begin = start({ userId: '${_initial._invitedUser.userId}' });
    await deploy(
      world.call,
      'invited',
      diagram(startEvent(), begin, form, complete, endEvent(), chain('Begin', 'Form', 'Complete')),
    );
  });

  test.each(['userId', 'userExternalId'])('adds a passkey to the user by %s, once', async (by) => {
    const known = await newUser();
    const { status, body } = await invite({
      _invitedUser: { ...store, [by]: by === 'userId' ? known.id : known.externalId },
    });
    expect(status).toBe(201);
    expect(body.parameters).toEqual({ _invitedUser: { ...store, userId: known.id } });
    const ada = person(world.server.base);
    await ada.register(await ada.start({ pt: String(body.id) }));
    expect(await passkeysOf(known.id)).toBe(1);
    await expect(person(world.server.base).start({ pt: String(body.id) })).rejects.toThrow(
      'journey.link-ended',
    );
  });

  test('works by the API’s own link, and for that user alone', async () => {
    const [known, other] = [await newUser(), await newUser()];
    const name = await deployed(start({ userId: '${_initial.id}' }), form, complete);
    const { body } = await invite(
      { _invitedUser: { ...store, userId: known.id }, id: other.id },
      { ...once, processDefnName: name },
    );
    const made = await world.call('POST', `${instances}/create?pt=${body.id}`, {});
    const ps = new URL(String(made.body.redirectUrl)).searchParams.get('ps') ?? '';
    const at = await person(world.server.base).start({ ps });
    expect(await codeOf(at.instanceId)).toBe('passkey.user-unproven');
    const mine = await invite({ _invitedUser: { ...store, userId: known.id } });
    const own = await world.call('POST', `${instances}/create?pt=${mine.body.id}`, {});
    const ada = person(world.server.base);
    await ada.register(
      await ada.start({ ps: new URL(String(own.body.redirectUrl)).searchParams.get('ps') ?? '' }),
    );
    expect([await passkeysOf(known.id), await passkeysOf(other.id)]).toEqual([1, 0]);
  });

  test('is made, seen and changed only by who may register passkeys for users', async () => {
    const known = await newUser();
    const parameters = { _invitedUser: { ...store, userId: known.id } };
    const operations = ['createProcessToken', 'getProcessToken', 'listProcessTokens', 'updateProcessToken'];
    const key = await keyIn(
      world.database,
      'demo',
      operations.map((one) => `TNT#demo#ProcessManager:${one}`),
    );
    const poor = caller(world.server.base, { demo: key.code });
    const token = { name: newId(), processDefnName: 'invited', status: 'ACTIVE', ...once };
    expect((await poor('POST', tokens, { ...token, parameters })).body.code).toBe('access.forbidden');
    const plain = await poor('POST', tokens, token);
    expect((await poor('POST', `${tokens}/${plain.body.id}`, { parameters })).body.code).toBe(
      'access.forbidden',
    );
    const { id, auditId } = (await invite(parameters)).body;
    const seen = await poor('GET', `${tokens}/${auditId}`);
    expect(seen.body.id).toBe(auditId);
    expect(JSON.stringify(seen.body)).not.toContain(String(id));
    expect(JSON.stringify((await poor('GET', `${tokens}?size=100`)).body)).not.toContain(String(id));
    for (const change of [{ uiUrl: 'https://evil.example/' }, { parameters: {} }, { status: 'ACTIVE' }])
      expect((await poor('POST', `${tokens}/${auditId}`, change)).body.code).toBe('access.forbidden');
    expect((await poor('POST', `${tokens}/${auditId}`, { status: 'INACTIVE' })).status).toBe(200);
  });

  test.each([
    ['/maxCount', {}, {}],
    ['/maxCount', {}, { ...once, maxCount: 2 }],
    ['/parameters/_invitedUser', { userId: 'nobody' }, once],
    ['/parameters/_invitedUser', { userExternalId: 'both' }, once],
    ['/parameters/_invitedUser', { storeName: 'elsewhere' }, once],
    ['/parameters/_invitedUser', { userId: 7 }, once],
  ])('is refused for its %s', async (pointer, change, more) => {
    const known = await newUser();
    const { status, body } = await invite({ _invitedUser: { ...store, userId: known.id, ...change } }, more);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'process-token.invalid', errors: [{ pointer }] });
  });
});
