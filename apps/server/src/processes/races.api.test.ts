import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readerOf } from '../../../../test/support/journey-reader.ts';
import { type JourneyWorld, journeyWorld, newToken } from '../../../../test/support/journey-world.ts';
import { names, person } from '../../../../test/support/person.ts';

type Server = Awaited<ReturnType<JourneyWorld['another']>>;
let world: JourneyWorld;
let other: Server;
beforeAll(async () => {
  world = await journeyWorld();
  other = await world.another();
});
afterAll(async () => {
  await other.close();
  await world.close();
});

const reader = () => readerOf(world);
const count = (answers: readonly { readonly status: number }[], status: number) =>
  answers.filter((answer) => answer.status === status).length;

/** A person at the prompt: the form is filled in and the browser has made a credential. */
async function atThePrompt(pt = world.token) {
  const ada = person(world.server.base);
  const form = await ada.start({ pt });
  const response = ada.credentialFor(await ada.prepare(form));
  return { ada, form, answer: { kind: 'registered', response, elapsedMs: 700 } as const };
}

describe('two answers to one task', () => {
  test('one after the other: the second is late, and the journey shows where it stands', async () => {
    const { ada, form, answer } = await atThePrompt();
    expect((await ada.send(form, answer)).status).toBe(200);
    expect(await ada.send(form, answer)).toMatchObject({ status: 409, body: { code: 'journey.moved-on' } });
    expect(await reader().passkeysOf(form.instanceId)).toHaveLength(1);
  });

  test('at the same moment on two servers: one counts', async () => {
    const { ada, form, answer } = await atThePrompt();
    const there = person(other.base, ada.cookie());
    const answers = await Promise.all([
      ada.send(form, answer),
      there.send(form, answer),
      there.send(form, {
        kind: 'not-registered',
        outcome: 'cancelled',
        errorName: 'NotAllowedError',
        elapsedMs: 9,
      }),
      ada.send(form, answer),
    ]);
    expect(count(answers, 200)).toBe(1);
    expect(count(answers, 409)).toBe(3);
    await reader().replays(form.instanceId);
  });

  test('the answer to an earlier visit is late at the next', async () => {
    const { ada, form, answer } = await atThePrompt();
    const retry = await ada.cancel(form);
    const again = await ada.press(retry);
    expect(again.task).not.toBe(form.task);
    expect((await ada.send(form, answer)).status).toBe(409);
    expect((await ada.send({ ...again, attempt: Number(form.attempt) }, answer)).status).toBe(409);
    await ada.register(again);
    expect(await reader().read(form.instanceId)).toMatchObject({ decision: 'PASS' });
  });
});

describe('a deadline and an answer', () => {
  test('race for the same row: one decides, on whatever server', async () => {
    const runs = await Promise.all(Array.from({ length: 12 }, () => atThePrompt()));
    world.clock.now += 600_000;
    const ticks = [world.server.clockwork.tick(), other.clockwork.tick()];
    const answers = await Promise.all(runs.map(({ ada, form, answer }) => ada.send(form, answer)));
    await Promise.all(ticks);
    while ((await world.server.clockwork.tick()) > 0);
    for (const [at, { form }] of runs.entries()) {
      const isRegistered = answers[at]?.status === 200;
      expect(await reader().read(form.instanceId)).toMatchObject(
        isRegistered
          ? { decision: 'PASS', status: 'COMPLETED_ENDED_SUCCESS' }
          : { decision: 'FAIL', status: 'COMPLETED_TERMINATED' },
      );
      expect(await reader().passkeysOf(form.instanceId)).toHaveLength(isRegistered ? 1 : 0);
      await reader().replays(form.instanceId);
    }
    expect([...world.server.reports(), ...other.reports()]).toEqual([]);
  });
});

describe('many journeys on two servers', () => {
  test('each ends with one passkey and one decision', async () => {
    const runs = await Promise.all(
      Array.from({ length: 30 }, async (_, at) => {
        const ada = person([world.server.base, other.base][at % 2] as string);
        const form = await ada.start({ pt: world.token });
        await ada.register(form, { ...names, userName: `user ${at}` });
        return form.instanceId;
      }),
    );
    for (const id of runs) {
      expect(await reader().read(id)).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS', decision: 'PASS' });
      expect(await reader().passkeysOf(id)).toHaveLength(1);
      await reader().replays(id);
    }
  });

  test('a counted link starts as many as it says', async () => {
    const pt = await newToken(world.call, 'guide', { type: 'MULTI_USE_COUNT_LIMITED', maxCount: 5 });
    const tries = Array.from({ length: 20 }, (_, at) =>
      person([world.server.base, other.base][at % 2] as string)
        .start({ pt })
        .then(() => 'started')
        .catch((error: Error) => error.message),
    );
    const results = await Promise.all(tries);
    expect(results.filter((result) => result === 'started')).toHaveLength(5);
    expect(results.filter((result) => result === 'journey.link-ended')).toHaveLength(15);
    expect((await world.call('GET', `/api/process-manager/processTokens/${pt}`)).body.counter).toBe(5);
  });
});

describe('a server that dies', () => {
  test('between two steps loses none; another server goes on', async () => {
    const dying = await world.another();
    const ada = person(dying.base);
    const form = await ada.start({ pt: world.token });
    await ada.prepare(form);
    await dying.close();
    const there = person(other.base, ada.cookie());
    const found = await there.look(form.instanceId);
    expect(found.html).toContain('value="ada"');
    await there.register(found);
    expect(await reader().read(form.instanceId)).toMatchObject({ decision: 'PASS' });
  });

  test('within a step leaves nothing of it', async () => {
    const dying = await world.another();
    const ada = person(dying.base);
    const form = await ada.start({ pt: world.token });
    const response = ada.credentialFor(await ada.prepare(form));
    await dying.database.close();
    const lost = await ada.send(form, { kind: 'registered', response, elapsedMs: 1 });
    expect(lost.status).toBeGreaterThanOrEqual(500);
    const there = person(other.base, ada.cookie());
    expect((await there.look(form.instanceId)).task).toBe(form.task);
    expect(await reader().passkeysOf(form.instanceId)).toHaveLength(0);
    await there.send(form, { kind: 'registered', response, elapsedMs: 1 });
    expect(await reader().passkeysOf(form.instanceId)).toHaveLength(1);
  });
});
