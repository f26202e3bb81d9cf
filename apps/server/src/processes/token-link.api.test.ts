import { randomBytes } from 'node:crypto';
import { newId } from '@latchkey/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type JourneyWorld,
  journeyWorld,
  newToken,
  serveJourneys,
} from '../../../../test/support/journey-world.ts';
import { person } from '../../../../test/support/person.ts';
import { holds, storedText } from '../../../../test/support/stored-text.ts';
import { sealLinks } from './seal-links.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
});
afterAll(() => world.close());

const tokens = '/api/process-manager/processTokens';
const instances = '/api/process-manager/processInstances';
const read = async (path: string) => (await world.call<Record<string, string>>('GET', path)).body;
const statement = (text: string) => ({ name: `test.${text.length}`, text });

describe('the id of a process token', () => {
  test('is nowhere in the database, whatever was done with it', async () => {
    const pt = await newToken(world.call, 'guide', { maxProcessDuration: 'PT1H' });
    const ada = person(world.server.base);
    await ada.register(await ada.start({ pt }));
    const made = await world.call('POST', `${instances}/create?pt=${pt}`, {});
    await world.call('POST', `${tokens}/${pt}`, { description: 'changed' });
    const gone = await newToken(world.call, 'guide');
    await world.call('DELETE', `${tokens}/${gone}`);
    const key = new URL(new URL(String(made.body.redirectUrl)).searchParams.get('ps') ?? '').searchParams.get(
      'key',
    );
    const visitor = /visitor=([^~;]+)/.exec(ada.cookie())?.[1] ?? '';
    const stored = await storedText(world.owner);
    for (const secret of [pt, gone, String(key), visitor, world.keys.demo]) {
      expect(secret.length).toBeGreaterThanOrEqual(26);
      expect(holds(stored, secret)).toBe(false);
    }
    expect(holds(stored, (await read(`${tokens}/${pt}`)).auditId ?? '')).toBe(true);
  });

  test('starts a process; its auditId does not, but names it in the API, in instances and in the audit', async () => {
    const pt = await newToken(world.call, 'guide');
    const { auditId = '', ...token } = await read(`${tokens}/${pt}`);
    expect(token.id).toBe(pt);
    await expect(person(world.server.base).start({ pt: auditId })).rejects.toThrow('journey.link-ended');
    expect((await world.call('POST', `${instances}/create?pt=${auditId}`, {})).body.code).toBe(
      'process-token.not-found',
    );
    const { instanceId } = await person(world.server.base).start({ pt });
    expect((await read(`${instances}/${instanceId}`)).processTokenId).toBe(auditId);
    for (const id of [pt, auditId]) {
      expect((await read(`${tokens}/${id}`)).id).toBe(pt);
      expect(await read(`${instances}?processTokenId=${id}`)).toMatchObject({ totalElements: 1 });
    }
    const [{ target }] = (await world.owner.rows<{ target: string }>({
      name: 'test.token-audit',
      text: `select target_id as target from audit where action = 'process-token.created' order by at desc limit 1`,
    })) as [{ target: string }];
    expect(target).toBe(auditId);
  });

  test('is unreadable to a server with another secret key, which starts no registration either', async () => {
    const pt = await newToken(world.call, 'guide');
    const stranger = await serveJourneys(world.database, world.keys, world.clock, {
      secretKey: randomBytes(32),
    });
    expect(await stranger.call('GET', `${tokens}/${pt}`)).toMatchObject({
      status: 503,
      body: { code: 'process-token.unreadable' },
    });
    await expect(person(stranger.base).start({ pt })).rejects.toThrow('secret.unreadable');
    expect((await person(world.server.base).start({ pt })).task).toBeTruthy();
    await stranger.close();
  });

  test('does not open in another row', async () => {
    const [one, two] = [await newToken(world.call, 'guide'), await newToken(world.call, 'guide')];
    const key = async (pt: string) => (await read(`${tokens}/${pt}`)).auditId;
    await world.owner.change(
      statement(
        `update process_tokens set link_sealed = (select link_sealed from process_tokens where id = $1) where id = $2`,
      ),
      [await key(one), await key(two)],
    );
    expect((await world.call('GET', `${tokens}/${two}`)).body.code).toBe('process-token.unreadable');
    expect((await world.call('DELETE', `${tokens}/${two}`)).status).toBe(204);
  });
});

describe('tokens of an earlier version', () => {
  test('are sealed once, by whichever process comes first; their links and instances stay', async () => {
    const olds = Array.from({ length: 3 }, newId);
    const started: string[] = [];
    for (const old of olds) {
      const pt = await newToken(world.call, 'guide');
      started.push((await person(world.server.base).start({ pt })).instanceId);
      const { auditId } = await read(`${tokens}/${pt}`);
      const aged = 'update process_tokens set id = $2, link_hash = null, link_sealed = null where id = $1';
      expect(await world.owner.change(statement(aged), [auditId, old])).toBe(1);
    }
    expect((await read(`${instances}/${started[0]}`)).processTokenId).toBe(olds[0]);
    const needs = { database: world.database, links: world.server.links, newId };
    const sealed = await Promise.all([sealLinks(needs), sealLinks(needs)]);
    expect(sealed[0] + sealed[1]).toBe(3);
    expect(await sealLinks(needs)).toBe(0);
    for (const [at, old] of olds.entries()) {
      const token = await read(`${tokens}/${old}`);
      expect(token.id).toBe(old);
      expect((await read(`${instances}/${started[at]}`)).processTokenId).toBe(token.auditId);
      expect((await person(world.server.base).start({ pt: old })).task).toBeTruthy();
    }
    const stored = await storedText(world.owner);
    expect(olds.filter((old) => holds(stored, old))).toEqual([]);
    expect(stored.match(/process-token\.link-sealed/g)).toHaveLength(3);
  });
});
