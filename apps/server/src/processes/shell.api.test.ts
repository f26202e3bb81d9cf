import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  chain,
  diagram,
  endEvent,
  flow,
  gateway,
  onError,
  onTimer,
  pause,
  startEvent,
  task,
} from '../../../../test/support/diagram.ts';
import { readerOf } from '../../../../test/support/journey-reader.ts';
import { deploy, type JourneyWorld, journeyWorld, newToken } from '../../../../test/support/journey-world.ts';
import { person } from '../../../../test/support/person.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
});
afterAll(() => world.close());

const reader = () => readerOf(world);
let number = 0;

/** Deploys a diagram and starts it as a person would. */
async function run(bpmn: string, token: object = {}) {
  const name = `diagram ${++number}`;
  await deploy(world.call, name, bpmn);
  const ada = person(world.server.base);
  const at = await ada.start({ pt: await newToken(world.call, name, token) });
  return { ada, at, id: at.instanceId };
}
const form = (id: string, more = {}) =>
  task(id, 'customDataForm', { dataFormName: 'passkeyRetryForm', formDataKey: id, ...more });
const names = (count: number) => Array.from({ length: count }, (_, at) => `Decide${at}`);
const retry = (id: string) => world.call('POST', `/api/process-manager/processInstances/${id}/retry`);
const getUser = (more = {}) => task('Get', 'getUser', { storeName: 'demoStore', userKey: 'user1', ...more });

describe('a step', () => {
  test('that would run for long leaves the rest to the clockwork, which goes on where it stopped', async () => {
    const ids = names(120);
    const { ada, at, id } = await run(
      diagram(
        startEvent(),
        ids.map((each) => task(each, 'simpleDecider')),
        endEvent(),
        chain(...ids),
      ),
    );
    expect(await reader().read(id)).toMatchObject({ status: 'ACTIVE' });
    expect(at.html).toContain('data-view="pause"');
    await world.server.clockwork.tick();
    expect(await reader().read(id)).toMatchObject({ status: 'ACTIVE' });
    await world.server.clockwork.tick();
    expect(await reader().read(id)).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS', decision: 'PASS' });
    expect((await ada.look(id)).task).toBeUndefined();
    expect(await reader().historyOf(id)).toHaveLength(120);
    await reader().replays(id);
  });

  test('of the outbox happens once, however many workers look', async () => {
    const ids = names(80);
    const { id } = await run(
      diagram(
        startEvent(),
        ids.map((each) => task(each, 'simpleDecider')),
        endEvent(),
        chain(...ids),
      ),
    );
    const other = await world.another();
    await Promise.all([world.server.clockwork.tick(), other.clockwork.tick(), other.clockwork.tick()]);
    await other.close();
    expect(await reader().read(id)).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS' });
    await reader().replays(id);
  });
});

describe('a failure', () => {
  test('that nobody catches is an incident, which an operator tries again', async () => {
    const { at, id } = await run(
      diagram(startEvent(), getUser({ userExternalId: 'later' }), endEvent(), chain('Get')),
    );
    expect(await reader().read(id)).toMatchObject({
      status: 'COMPLETED_PROCESS_ERROR',
      statusMapped: 'Error',
      error: 'user.not-found',
    });
    expect(at.task).toBeUndefined();
    await world.call('POST', `${world.store}/users`, { externalId: 'later' });
    expect((await retry(id)).body).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS' });
    expect((await retry(id)).body.code).toBe('process-instance.no-incident');
    await reader().replays(id);
  });

  test('leaves as its own code where the diagram has it, else as the fallback', async () => {
    await world.call('POST', `${world.store}/users`, { externalId: 'taken' });
    const add = task('Add', 'addUser', { storeName: 'demoStore', userKey: 'user1', userExternalId: 'taken' });
    const caught = async (...codes: readonly string[]) => {
      const events = codes.flatMap((code, at) => [
        onError(`E${at}`, 'Add', code),
        flow(`E${at}`, `End${at}`),
        endEvent(`End${at}`),
      ]);
      const { id } = await run(diagram(startEvent(), add, endEvent(), chain('Add'), events));
      const [failed] = await reader().historyOf(id);
      await reader().replays(id);
      return failed?.error;
    };
    expect(await caught('user.not-added', 'user.external-id-not-unique')).toBe('user.external-id-not-unique');
    expect(await caught('user.not-added')).toBe('user.not-added');
  });

  test('undoes the rows of its activity and nothing else', async () => {
    const create = task('Start1', 'startPasskeyRegistration', {
      storeName: 'demoStore',
      relyingPartyId: '${"elsewhere.example"}',
      registrationPolicy: 'passkeyPolicy',
      createUser: '${true}',
      userExternalId: 'never-made',
    });
    const { id } = await run(
      diagram(
        startEvent(),
        create,
        endEvent(),
        chain('Start1'),
        onError('E', 'Start1', 'identity-store.unavailable'),
        task('Decide', 'simpleDecider'),
        flow('E', 'Decide'),
        flow('Decide', 'End'),
      ),
    );
    expect(await reader().read(id)).toMatchObject({ status: 'COMPLETED_ENDED_ERROR', decision: 'FAIL' });
    expect((await world.call('GET', `${world.store}/users/never-made/ext`)).status).toBe(404);
    expect((await reader().dataOf(id))._checks.results['startPasskeyRegistration:passkeyReg1']).toMatchObject(
      {
        code: 'relying-party.not-found',
      },
    );
  });
});

describe('conditions and branches', () => {
  const decided = (parameters: Record<string, string>) =>
    diagram(
      startEvent(),
      task('Decide', 'simpleDecider', parameters),
      gateway('exclusive', 'Which', 'Which-Declined'),
      form('Passed'),
      form('Declined'),
      endEvent(),
      chain('Decide', 'Which').slice(0, 2),
      flow('Which', 'Passed', '${decision == "PASS"}'),
      flow('Which', 'Declined'),
      flow('Passed', 'End'),
      flow('Declined', 'End'),
    );

  test('are decided by session data and token parameters', async () => {
    const bpmn = decided({ deriveDecisionFrom: '${_initial.wish}' });
    const passed = await run(bpmn, { parameters: { wish: 'PASS' } });
    const declined = await run(bpmn, { parameters: { wish: 'REVIEW', firstName: 'Ada' } });
    await passed.ada.press(passed.at);
    await declined.ada.press(declined.at);
    expect((await reader().historyOf(passed.id)).map(({ element }) => element)).toEqual(
      expect.arrayContaining(['Passed']),
    );
    expect(await reader().read(declined.id)).toMatchObject({
      status: 'REVIEW',
      decision: 'REVIEW',
      firstName: 'Ada',
      review: { status: 'PENDING' },
    });
  });

  test('a parameter that does not fit is told by its label and never by its value', async () => {
    const { id } = await run(decided({ deriveDecisionFrom: '${_initial.wish}' }), {
      parameters: { wish: 'MAYBE' },
    });
    const error = 'activity.parameters-invalid';
    expect(await reader().read(id)).toMatchObject({ status: 'COMPLETED_PROCESS_ERROR', error });
    const errors = [
      {
        pointer: '/deriveDecisionFrom',
        detail: 'Derive Decision From: one of PASS, FAIL, REVIEW is expected.',
      },
    ];
    const path = await world.call('GET', `/api/process-manager/processInstances/${id}/path`);
    expect(path.body.incidents).toEqual([{ element: 'Decide', error, errors }]);
    const history = await reader().historyOf(id);
    expect(history.at(-1)).toMatchObject({ event: 'activity-failed', element: 'Decide', error, errors });
    expect(JSON.stringify([path.body, history])).not.toContain('MAYBE');
    await reader().replays(id);
  });

  test('two forms at the same time are filled in one after the other', async () => {
    const { ada, at, id } = await run(
      diagram(
        startEvent(),
        gateway('parallel', 'Fork'),
        form('One'),
        form('Two'),
        gateway('parallel', 'Join'),
        endEvent(),
        flow('Start', 'Fork'),
        flow('Fork', 'One'),
        flow('Fork', 'Two'),
        flow('One', 'Join'),
        flow('Two', 'Join'),
        flow('Join', 'End'),
      ),
    );
    const second = await ada.press(at);
    expect(second.task).not.toBe(at.task);
    const end = await ada.press(second);
    expect(end.task).toBeUndefined();
    expect(await reader().read(id)).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS' });
    await reader().replays(id);
  });
});

describe('time', () => {
  test('a pause goes by without anybody', async () => {
    const { ada, at, id } = await run(
      diagram(startEvent(), pause('Pause', 'PT1H'), form('After'), endEvent(), chain('Pause', 'After')),
    );
    expect(at.html).toContain('data-view="pause"');
    world.clock.now += 3_599_000;
    await world.server.clockwork.tick();
    expect((await ada.look(id)).html).toContain('data-view="pause"');
    world.clock.now += 1_000;
    await world.server.clockwork.tick();
    expect((await ada.look(id)).task).toBeDefined();
    await reader().replays(id);
  });

  test('a boundary timer takes the form away; its length may be an expression', async () => {
    const { ada, at, id } = await run(
      diagram(
        startEvent(),
        form('Form'),
        onTimer('Late', 'Form', '${_initial.wait}'),
        endEvent(),
        endEvent('Ended'),
        chain('Form'),
        flow('Late', 'Ended'),
      ),
      { parameters: { wait: 'PT30S' } },
    );
    world.clock.now += 30_000;
    await world.server.clockwork.tick();
    expect((await ada.send(at, { kind: 'submit', values: {} })).status).toBe(409);
    expect(await reader().read(id)).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS' });
    await reader().replays(id);
  });

  test('the clockwork runs by itself, and stops', async () => {
    const { id } = await run(diagram(startEvent(), pause('Pause', 'PT10S'), endEvent(), chain('Pause')));
    world.clock.now += 10_000;
    world.server.clockwork.start();
    await expect.poll(() => reader().read(id)).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS' });
    await world.server.clockwork.stop();
  });
});
