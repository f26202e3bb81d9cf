import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readerOf } from '../../../../test/support/journey-reader.ts';
import { type JourneyWorld, journeyWorld, newToken } from '../../../../test/support/journey-world.ts';
import { names, person } from '../../../../test/support/person.ts';
import { storedText } from '../../../../test/support/stored-text.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
});
afterAll(() => world.close());

const browser = (cookie = '') => person(world.server.base, cookie);
const reader = () => readerOf(world);
const once = { type: 'MULTI_USE_COUNT_LIMITED', maxCount: 1 };
const startAddress = async () => {
  const made = await world.call('POST', `/api/process-manager/processInstances/create?pt=${world.token}`, {});
  return new URL(String(made.body.redirectUrl)).searchParams.get('ps') ?? '';
};
const registered = (response: Record<string, unknown>) =>
  ({ kind: 'registered', response, elapsedMs: 9 }) as const;

describe('a link', () => {
  test('changes nothing when it is opened, by whomever and however often', async () => {
    const [pt, ps] = [await newToken(world.call, 'guide', once), await startAddress()];
    const ada = browser();
    const { instanceId } = await ada.start({ pt: world.token });
    const before = await storedText(world.owner);
    for (const path of [
      `/web/trustweb?pt=${pt}`,
      `/web/trustweb?ps=${encodeURIComponent(ps)}`,
      `/api/process-server/startProcess?${new URL(ps).searchParams}`,
      `/web/trustweb/${instanceId}`,
    ])
      for (const [who, method] of [
        [ada, 'GET'],
        [browser(), 'GET'],
        [browser(), 'HEAD'],
      ] as const)
        expect((await who.request(path, { method })).status).toBeLessThan(500);
    expect(await storedText(world.owner)).toBe(before);
  });

  test('starts nothing by GET', async () => {
    const pt = await newToken(world.call, 'guide', once);
    expect((await browser().request(`/web/trustweb/start?pt=${pt}`)).status).not.toBe(303);
    expect((await browser().start({ pt })).task).toBeTruthy();
  });

  test('for one use starts one journey, of twenty that press at once', async () => {
    const pt = await newToken(world.call, 'guide', once);
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => browser().start({ pt })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('that becomes too old while its row is waited for is refused, and not counted', async () => {
    const notAfterDtm = new Date(world.clock.now + 60_000).toISOString();
    const pt = await newToken(world.call, 'guide', { ...once, notAfterDtm });
    const { auditId } = (await world.call('GET', `/api/process-manager/processTokens/${pt}`)).body;
    const hold = { name: 'test.hold-token', text: 'select 1 from process_tokens where id = $1 for update' };
    const waiting = { name: 'test.waiting', text: `select 1 from pg_locks where not granted` };
    const late = await world.owner.transaction(async (sql) => {
      await sql.row(hold, [auditId]);
      const started = browser()
        .start({ pt })
        .then(
          () => 'started',
          (error: Error) => error.message,
        );
      while ((await world.database.row(waiting)) === undefined);
      world.clock.now += 61_000;
      return { started };
    });
    expect(await late.started).toBe('journey.link-ended');
    expect((await world.call('GET', `/api/process-manager/processTokens/${pt}`)).body.counter).toBe(0);
  });

  test('of the API is the first browser’s that confirms; that one may come again', async () => {
    const ps = await startAddress();
    const ada = browser();
    const { instanceId } = await ada.start({ ps });
    await expect(browser().start({ ps })).rejects.toThrow('journey.link-ended');
    expect((await browser().request(`/web/trustweb?ps=${encodeURIComponent(ps)}`)).status).toBe(410);
    expect((await ada.start({ ps })).instanceId).toBe(instanceId);
  });

  test('of the API with another key, or another instance’s, claims nothing', async () => {
    const [one, two] = [new URL(await startAddress()), new URL(await startAddress())];
    const mixed = new URL(one);
    mixed.searchParams.set('key', two.searchParams.get('key') ?? '');
    await expect(browser().start({ ps: mixed.href })).rejects.toThrow('journey.link-ended');
    expect((await browser().start({ ps: one.href })).task).toBeTruthy();
  });
});

describe('a journey', () => {
  test('is not fixed: a victim who opens an attacker’s journey is nobody there', async () => {
    const eve = browser();
    const theirs = await eve.start({ pt: world.token });
    const ada = browser();
    expect((await ada.request(`/web/trustweb/${theirs.instanceId}`)).status).toBe(410);
    const own = await ada.start({ pt: world.token });
    expect(ada.cookie()).not.toBe(eve.cookie());
    expect((await eve.request(`/web/trustweb/${own.instanceId}`)).status).toBe(410);
  });

  test('takes no secret that a link or a form brings along', async () => {
    const eve = browser();
    await eve.start({ pt: world.token });
    const [, secret] = eve.cookie().split('=');
    const response = await browser().request('/web/trustweb/start', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ pt: world.token, visitor: secret, latchkey_visitor: secret }),
    });
    expect(response.headers.get('set-cookie')).not.toContain(String(secret).split('~')[0]);
  });

  test('is burnt by nobody else: neither strangers nor other tenants move it', async () => {
    const ada = browser();
    const form = await ada.start({ pt: world.token });
    const response = ada.credentialFor(await ada.prepare(form));
    const eve = browser();
    await eve.start({ pt: world.token });
    for (const who of [eve, browser()]) {
      expect((await who.send(form, registered(response))).status).toBe(404);
      const refused = { outcome: 'cancelled', errorName: 'NotAllowedError', elapsedMs: 9 } as const;
      expect((await who.send(form, { kind: 'not-registered', ...refused })).status).toBe(404);
    }
    const path = `/api/process-manager/processInstances/${form.instanceId}`;
    expect((await world.call('POST', `${path}/cancel`, {}, 'other')).status).toBe(404);
    expect((await world.call('DELETE', path, undefined, 'other')).status).toBe(404);
    expect((await ada.send(form, registered(response))).status).toBe(200);
    expect(await reader().read(form.instanceId)).toMatchObject({ decision: 'PASS' });
  });

  test('counts a submission once: replayed, or sent twice at once', async () => {
    const ada = browser();
    const form = await ada.start({ pt: world.token });
    const response = ada.credentialFor(await ada.prepare(form));
    const both = await Promise.all([
      ada.send(form, registered(response)),
      ada.send(form, registered(response)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await ada.send(form, registered(response))).body.code).toBe('journey.moved-on');
    expect(await reader().passkeysOf(form.instanceId)).toHaveLength(1);
  });

  test('stands at one place in two tabs, and goes back by no button', async () => {
    const ada = browser();
    const first = await ada.start({ pt: world.token });
    const second = await ada.look(first.instanceId);
    expect(second.task).toBe(first.task);
    const retry = await ada.cancel(first);
    const values = { ...names, userName: 'from the other tab' };
    expect((await ada.send(second, { kind: 'prepare', values })).body.code).toBe('journey.moved-on');
    // The form of the page before, as the browser keeps it, sent without script.
    const old = await ada.request(`/web/trustweb/${first.instanceId}/tasks/${first.task}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ _attempt: String(first.attempt), _kind: 'submit' }),
    });
    expect([old.status, old.headers.get('location')]).toEqual([303, `/web/trustweb/${first.instanceId}`]);
    expect((await ada.look(first.instanceId)).task).toBe(retry.task);
  });

  test('is moved by evidence of its task alone', async () => {
    const ada = browser();
    const form = await ada.start({ pt: world.token });
    const kinds = [
      { kind: 'submit', values: names },
      { kind: 'sent', variables: { passkeyRegistrationResponse: {} } },
    ] as const;
    for (const sent of kinds)
      expect((await ada.send(form, sent)).body.code).toBe('activity.submission-refused');
    const other = await ada.start({ pt: world.token });
    const foreign = ada.credentialFor(await ada.prepare(other));
    await ada.prepare(form);
    const after = await ada.send(form, registered(foreign));
    expect(after.status).toBe(200);
    expect(await reader().read(form.instanceId)).not.toMatchObject({ decision: 'PASS' });
    expect(await reader().passkeysOf(form.instanceId)).toHaveLength(0);
  });

  test('that timed out takes no answer, also before the clockwork has seen it', async () => {
    const ada = browser();
    const form = await ada.start({ pt: world.token });
    const response = ada.credentialFor(await ada.prepare(form));
    world.clock.now += 601_000;
    expect((await ada.send(form, registered(response))).body.code).toBe('journey.moved-on');
    while ((await world.server.clockwork.tick()) > 0);
    expect(await reader().read(form.instanceId)).toMatchObject({ decision: 'FAIL' });
    expect(await reader().passkeysOf(form.instanceId)).toHaveLength(0);
    await reader().replays(form.instanceId);
  });
});
