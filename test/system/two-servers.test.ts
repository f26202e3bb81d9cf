import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cluster, startCluster } from '../support/cluster.ts';
import { hastyLink } from '../support/hasty-link.ts';
import { type Person, person, type Standing } from '../support/person.ts';
import { rest } from '../support/rest.ts';
import { countOf, judge } from '../support/verdict.ts';

/** Two server processes share one PostgreSQL; people are sent to either with every request. */
describe('two servers on one database', () => {
  let cluster: Cluster;
  let link: { readonly pt: string };
  beforeAll(async () => {
    cluster = await startCluster(2);
    link = { pt: new URL(cluster.servers[0]?.journeyUrl ?? '').searchParams.get('pt') ?? '' };
  });
  afterAll(() => cluster.stop());

  const arrive = async (at = link): Promise<{ readonly who: Person; readonly form: Standing }> => {
    const who = person(cluster.bases);
    return { who, form: await who.start(at) };
  };

  test('200 journeys, all open and all answered at the same time, each get one passkey and one decision', async () => {
    const arrived = await inTurns(200, 200, () => arrive());
    const ended = await inTurns(200, 200, async (turn) => {
      const { who, form } = arrived[turn] as Awaited<ReturnType<typeof arrive>>;
      await who.register(form);
      return form.instanceId;
    });
    expect(await judge(cluster.database, ended)).toEqual({
      instances: 200,
      passed: 200,
      passkeys: 200,
      decisions: 200,
    });
  });

  test('of eight answers sent at once to both, one counts', async () => {
    const ended = await inTurns(25, 5, async () => {
      const { who, form } = await arrive();
      const response = who.credentialFor(await who.prepare(form));
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => who.send(form, { kind: 'registered', response, elapsedMs: 900 })),
      );
      expect(
        answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 409),
      ).toEqual([]);
      return form.instanceId;
    });
    expect(await judge(cluster.database, ended)).toEqual({
      instances: 25,
      passed: 25,
      passkeys: 25,
      decisions: 25,
    });
  });

  test('of an answer and a cancel sent at once, one counts', async () => {
    const ended = await inTurns(25, 5, async () => {
      const { who, form } = await arrive();
      const response = who.credentialFor(await who.prepare(form));
      await Promise.all([
        who.send(form, { kind: 'registered', response, elapsedMs: 900 }),
        who.send(form, {
          kind: 'not-registered',
          outcome: 'cancelled',
          errorName: 'NotAllowedError',
          elapsedMs: 9,
        }),
      ]);
      const here = await who.look(form.instanceId);
      if (here.task !== undefined) await who.register(await who.press(here));
      return form.instanceId;
    });
    expect(await judge(cluster.database, ended)).toEqual({
      instances: 25,
      passed: 25,
      passkeys: 25,
      decisions: 25,
    });
  });

  test('a timer fires once, and an answer at the same moment either counts or comes too late', async () => {
    const [first] = cluster.servers;
    if (first === undefined) throw new Error('No server runs.');
    const hasty = await hastyLink(rest(cluster.bases[0] ?? '', first.accessToken), 4);
    const ended = await inTurns(40, 40, async (turn) => {
      const { who, form } = await arrive({ pt: hasty });
      const since = performance.now();
      const options = await who.prepare(form);
      // A machine that is busy opens 40 journeys so slowly that the timer may be first even here.
      if (options === undefined) return form.instanceId;
      const response = who.credentialFor(options);
      await pause((turn % 2 === 0 ? 6_000 : 3_600 + turn * 20) - (performance.now() - since));
      await who.send(form, { kind: 'registered', response, elapsedMs: 900 });
      return form.instanceId;
    });
    await expect.poll(() => judge(cluster.database, ended)).toMatchObject({ instances: 40, decisions: 40 });
    // What fired twice would have decided twice by then.
    await pause(2_000);
    const { passed, passkeys, decisions } = await judge(cluster.database, ended);
    expect(decisions).toBe(40);
    expect(passkeys).toBe(passed);
    expect(await countOf(cluster.database, 'timer-fired', ended)).toBe(40 - passed);
  });
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs `count` turns, at most `atOnce` at a time. */
async function inTurns<Result>(
  count: number,
  atOnce: number,
  turn: (turn: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const mine = next++;
      results[mine] = await turn(mine);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
