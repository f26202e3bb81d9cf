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
async function open(given: Record<string, string>) {
  const name = `time ${++number}`;
  const form = task('Form', 'customDataForm', { dataFormName: 'passkeyRegistrationForm', ...given });
  const late = [onError('Late', 'Form', 'form.timed-out'), flow('Late', 'TooLate'), endEvent('TooLate')];
  await deploy(world.call, name, diagram(startEvent(), form, endEvent(), chain('Form'), late));
  const ada = person(world.server.base);
  const at = await ada.start({ pt: await newToken(world.call, name) });
  const pass = async (seconds: number) => {
    world.clock.now += seconds * 1_000;
    await world.server.clockwork.tick();
  };
  return { ada, at, pass, ...readerOf(world) };
}

const given = (mayExtend: boolean) => ({ kind: 'extended', remainingMs: 60_000, mayExtend });

describe('more time for a form', () => {
  test('is given as often as Max Extensions says, each time the whole time again', async () => {
    const { ada, at, pass, read } = await open({ timeout: '60', maxExtensions: '2' });
    expect(at.html).toContain('data-do="extend"');
    for (const isLast of [false, true]) {
      await pass(50);
      expect((await ada.send(at, { kind: 'extend' })).body).toEqual(given(!isLast));
    }
    await pass(50);
    expect((await ada.send(at, { kind: 'extend' })).body).toEqual({ kind: 'extended', mayExtend: false });
    expect((await ada.look(at.instanceId)).html).not.toContain('data-do="extend"');
    expect(await read(at.instanceId)).toMatchObject({ status: 'ACTIVE' });
    await pass(11);
    expect(await read(at.instanceId)).toMatchObject({ status: 'COMPLETED_TERMINATED' });
  });

  test('stands in the history and in the audit, and the form is sent as ever', async () => {
    const { ada, at, pass, read, historyOf } = await open({ timeout: '60' });
    await pass(59);
    await ada.send(at, { kind: 'extend' });
    await pass(59);
    await ada.press(at, names);
    expect(await read(at.instanceId)).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS' });
    expect((await historyOf(at.instanceId)).map(({ event }) => event)).toContain('deadline-extended');
    const { body } = await world.call<{ content: { action: string }[] }>(
      'GET',
      `/api/audit?targetId=${at.instanceId}&size=100`,
    );
    expect(body.content.map(({ action }) => action)).toContain('process-instance.deadline-extended');
  });

  test('is not offered where the form has no end, nor where the diagram gives none', async () => {
    for (const parameters of [{}, { timeout: '60', maxExtensions: '0' }]) {
      const { ada, at } = await open(parameters);
      expect(at.html).not.toContain('data-do="extend"');
      expect((await ada.send(at, { kind: 'extend' })).body).toEqual({ kind: 'extended', mayExtend: false });
    }
  });

  test('comes too late after the end: the page shows where the journey stands', async () => {
    const { ada, at, pass } = await open({ timeout: '60' });
    world.clock.now += 61_000;
    expect((await ada.send(at, { kind: 'extend' })).body.code).toBe('journey.moved-on');
    await pass(0);
    expect((await ada.send(at, { kind: 'extend' })).status).toBe(409);
  });

  test('is asked for without script too, and what was typed stays', async () => {
    const { ada, at, pass } = await open({ timeout: '60' });
    await pass(50);
    const body = new URLSearchParams({
      _attempt: String(at.attempt),
      _kind: 'submit',
      _more: '1',
      userName: 'ada',
    });
    const response = await ada.request(`/web/trustweb/${at.instanceId}/tasks/${at.task}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: body.toString(),
    });
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('value="ada"');
    expect(html).toContain('data-remaining="60000"');
  });
});
