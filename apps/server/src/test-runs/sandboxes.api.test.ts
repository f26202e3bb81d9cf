import type { TestRun } from '@latchkey/contract';
import { newId } from '@latchkey/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyIn } from '../../../../test/support/composed.ts';
import { newToken } from '../../../../test/support/journey-world.ts';
import { names, person } from '../../../../test/support/person.ts';
import { runs, standsAt, type TestRunWorld, testRunWorld } from '../../../../test/support/test-run-world.ts';
import { eraseAbandoned } from './end-test-run.ts';

let world: TestRunWorld;
beforeAll(async () => {
  world = await testRunWorld();
});
afterAll(() => world.close());

const actsOfAudit = () =>
  world.owner.rows<{ action: string }>({
    name: 'test.audit-actions',
    text: `select distinct action from audit where tenant_id = 'demo' and action like 'test-run.%' order by 1`,
  });

describe('a test run', () => {
  test('leaves nothing behind but two lines in the audit', async () => {
    const before = await world.counted();
    const run = await world.started(world.guide, {
      people: [{ storeName: 'demoStore', externalId: 'known' }],
    });
    await world.stepped(
      run,
      { kind: 'run-on' },
      { kind: 'close-prompt', outcome: 'cancelled' },
      { kind: 'run' },
      { kind: 'submit' },
      { kind: 'create-passkey', values: names },
      { kind: 'run-on' },
    );
    const during = await world.counted();
    const touched = Object.keys(during).filter(
      (key) => key.startsWith('demo ') && during[key] !== before[key],
    );
    expect(touched).toEqual(['demo audit', 'demo test_run_steps', 'demo test_runs']);
    expect((during['demo audit'] ?? 0) - (before['demo audit'] ?? 0)).toBe(1);
    for (const path of ['processInstances', 'processTokens']) {
      const { body } = await world.call<{ content: { processDefnName: string }[] }>(
        'GET',
        `/api/process-manager/${path}?size=100`,
      );
      expect(body.content.filter((one) => one.processDefnName !== 'guide')).toEqual([]);
    }
    expect((await world.ended(run)).status).toBe(204);
    const after = await world.counted();
    expect(after).toEqual({ ...before, 'demo audit': (before['demo audit'] ?? 0) + 2 });
    expect(await actsOfAudit()).toEqual([{ action: 'test-run.ended' }, { action: 'test-run.started' }]);
  });

  test('does not move the numbers of the dashboard, nor the limits of a store', async () => {
    const funnel = '/api/process-manager/processDefinitions/guide/funnel';
    const [numbers, store] = [await world.call('GET', funnel), await world.call('GET', world.store)];
    const run = await world.started();
    await world.stepped(
      run,
      { kind: 'run-on' },
      { kind: 'create-passkey', values: names },
      { kind: 'run-on' },
    );
    expect(await world.call('GET', funnel)).toEqual(numbers);
    expect(await world.call('GET', world.store)).toEqual(store);
    await world.ended(run);
  });
});

describe('whoever tests', () => {
  test('has a sandbox of their own: two at once do not meet', async () => {
    const [first, second] = await Promise.all([world.started(), world.started()]);
    const known = world.guide.replace(
      '<latchkey:parameter name="userKey">user1</latchkey:parameter>',
      '<latchkey:parameter name="userKey">user1</latchkey:parameter><latchkey:parameter name="userExternalId">same</latchkey:parameter>',
    );
    const twins = await Promise.all([world.started(known), world.started(known)]);
    const after = await Promise.all(twins.map((run) => world.stepped(run, { kind: 'run' })));
    expect(after.map(standsAt)).toEqual([['StartPasskeyRegistration'], ['StartPasskeyRegistration']]);
    await Promise.all([first, second, ...twins].map(world.ended));
  });

  test('meets the people whom they want to be known', async () => {
    const known = world.guide.replace(
      '<latchkey:parameter name="userKey">user1</latchkey:parameter>',
      '<latchkey:parameter name="userKey">user1</latchkey:parameter><latchkey:parameter name="userExternalId">ada</latchkey:parameter>',
    );
    const run = await world.started(known, { people: [{ storeName: 'demoStore', externalId: 'ada' }] });
    const after = await world.stepped(run, { kind: 'run' });
    expect(after.path.nodes).toContain('AddUser_ExtIdNotUnique');
    await world.ended(run);
  });

  test('of another tenant finds no run', async () => {
    const run = await world.started();
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['POST', '/steps', { kind: 'run' }],
      ['POST', '/rewind', { keep: 0 }],
      ['DELETE', '', undefined],
    ] as const) {
      const answer = await world.call(method, `${runs}/${run.id}${path}`, body, 'other');
      expect(answer).toMatchObject({ status: 404, body: { code: 'test-run.not-found' } });
    }
    await world.ended(run);
  });

  test('has five runs at a time: the next ends the oldest', async () => {
    const list = [];
    for (let count = 0; count < 6; count++) list.push(await world.started());
    const [oldest, ...others] = list;
    expect((await world.call('GET', `${runs}/${oldest?.id}`)).status).toBe(404);
    for (const run of others) expect((await world.ended(run)).status).toBe(204);
  });
});

describe('the person’s page of a run', () => {
  const from = (key: string, more: Readonly<Record<string, string>> = {}) => ({
    headers: { authorization: `Bearer ${key}`, 'sec-fetch-site': 'same-origin', ...more },
  });

  test('is the page of every journey, in a frame of ours alone, and what it sends is a step', async () => {
    const run = await world.started();
    const [{ token = '' } = {}] = (await world.stepped(run, { kind: 'run-on' })).waits;
    const address = `${world.server.base}${run.frameUrl}`;
    const page = await fetch(address, from(world.keys.demo));
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    expect(await page.text()).toContain(`action="${run.frameUrl}/tasks/${token}"`);
    const sent = (body: object, more: Readonly<Record<string, string>> = {}) =>
      fetch(`${address}/tasks/${token}`, {
        method: 'POST',
        body: JSON.stringify({ attempt: Number(token.slice(1)), ...body }),
        ...from(world.keys.demo, { 'content-type': 'application/json', ...more }),
      });
    const foreign = await sent({ kind: 'prepare', values: names }, { 'sec-fetch-site': 'cross-site' });
    expect(foreign.status).toBe(403);
    expect(await (await sent({ kind: 'prepare', values: names })).json()).toMatchObject({ kind: 'options' });
    const closed = await sent({
      kind: 'not-registered',
      outcome: 'cancelled',
      errorName: 'NotAllowedError',
      elapsedMs: 900,
    });
    expect(await closed.json()).toMatchObject({ kind: 'view' });
    const { body } = await world.call<TestRun>('GET', `${runs}/${run.id}`);
    expect(standsAt(body)).toEqual(['CompletePasskeyRegistration']);
    expect(body.steps.at(-1)?.act).toEqual({ kind: 'close-prompt', outcome: 'cancelled', values: names });
    const again = await world.call<TestRun>('POST', `${runs}/${run.id}/rewind`, { keep: 2 });
    expect(standsAt(again.body)).toEqual(['CompletePasskeyRegistration']);
    await world.ended(run);
  });

  test('is shown to nobody but its tester', async () => {
    const run = await world.started();
    const reader = await keyIn(world.database, 'reader', ['TNT#reader#ProcessManager:getTestRun']);
    const address = `${world.server.base}${run.frameUrl}`;
    expect((await fetch(address, from('nobody'))).status).toBe(401);
    expect((await fetch(address, from(reader.code))).status).toBe(403);
    expect((await fetch(address, from(world.keys.other))).status).toBe(404);
    await world.ended(run);
  });
});

describe('a sandbox', () => {
  test('cannot be entered by the link of a journey', async () => {
    const run = await world.started();
    const [instance] = await world.owner.rows<{ id: string; token: string }>({
      name: 'test.sandbox-instance',
      text: `select i.id, i.token_id as token from process_instances i join tenants t on t.id = i.tenant_id
        where t.sandbox_of = 'demo'`,
    });
    const stranger = person(world.server.base);
    await expect(stranger.start({ pt: instance?.token ?? '' })).rejects.toThrow();
    const page = await fetch(`${world.server.base}/web/trustweb/${instance?.id}`);
    expect(page.status).toBe(410);
    await world.ended(run);
  });

  test('that nobody ended is erased in its time, and no real tenant is', async () => {
    const before = await world.counted();
    await world.started();
    world.clock.now += 13 * 3_600_000;
    expect(await eraseAbandoned({ database: world.database, now: () => world.clock.now })()).toBe(1);
    expect(await world.counted()).toEqual({ ...before, 'demo audit': (before['demo audit'] ?? 0) + 1 });
    const erase = { name: `test.erase.${newId()}`, text: "select erase_sandbox('demo') as done" };
    expect(await world.database.row(erase)).toEqual({ done: false });
    expect(await newToken(world.call, 'guide')).toMatch(/^[A-Z2-7]{26}$/);
  });
});
