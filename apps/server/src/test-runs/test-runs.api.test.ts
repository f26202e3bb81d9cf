import type { TestRun, TestRunAct } from '@latchkey/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { names } from '../../../../test/support/person.ts';
import { runs, standsAt, type TestRunWorld, testRunWorld } from '../../../../test/support/test-run-world.ts';

let world: TestRunWorld;
beforeAll(async () => {
  world = await testRunWorld();
});
afterAll(() => world.close());

describe('a test run', () => {
  test('walks the guide’s journey to a passkey, step by step, with the data after each', async () => {
    const run = await world.started(world.guide, { parameters: { firstName: 'Ada' } });
    expect(standsAt(run)).toEqual(['AddUser']);
    expect(run.data).toEqual({ _initial: { firstName: 'Ada' } });
    const form = await world.stepped(run, { kind: 'run' }, { kind: 'run' });
    expect(form.waits).toMatchObject([
      {
        element: 'PasskeyRegistrationForm',
        kind: 'passkey-form',
        passkey: { relyingPartyId: 'localhost', origins: ['https://localhost', 'http://localhost:3000'] },
      },
    ]);
    expect(form.timers).toMatchObject([{ element: 'PasskeyRegistrationForm' }]);
    const end = await world.stepped(run, { kind: 'create-passkey', values: names }, { kind: 'run-on' });
    expect(end).toMatchObject({
      status: 'COMPLETED_ENDED_SUCCESS',
      decision: 'PASS',
      waits: [],
      incidents: [],
    });
    expect(end.path.nodes).toEqual(expect.arrayContaining(['Start', 'AddUser', 'SimpleDecider']));
    expect(end.steps.map(({ act, element }) => [act.kind, element])).toEqual([
      ['run', 'AddUser'],
      ['run', 'StartPasskeyRegistration'],
      ['create-passkey', 'PasskeyRegistrationForm'],
      ['run-on', 'CompletePasskeyRegistration'],
    ]);
    expect(end.steps[0]?.data).toMatchObject({
      _identityStore: { users: { user1: { storeName: 'demoStore' } } },
    });
    expect(end.steps[0]?.data).not.toHaveProperty('_identityStore.passkeys');
    expect(end.redirections).toContainEqual({
      element: 'AddUser',
      kind: 'identity-store',
      name: 'demoStore',
    });
    await world.ended(run);
  });

  test('walks every boundary event that the activities of the guide declare', async () => {
    const walked: string[] = [];
    const toElement: readonly (readonly TestRunAct[])[] = [
      [],
      [{ kind: 'run' }],
      [{ kind: 'run' }, { kind: 'run' }],
      [{ kind: 'run-on' }, { kind: 'create-passkey', values: names }],
      [{ kind: 'run-on' }, { kind: 'close-prompt', outcome: 'cancelled' }, { kind: 'run' }],
    ];
    for (const way of toElement) {
      const first = await world.started();
      const here = way.length === 0 ? first : await world.stepped(first, ...way);
      const [wait] = here.waits;
      for (const { code, caughtBy } of wait?.failures ?? []) {
        const run = await world.started();
        if (way.length > 0) await world.stepped(run, ...way);
        const after = await world.stepped(run, { kind: 'fail', code });
        if (caughtBy === undefined) expect(after.incidents).toMatchObject([{ element: wait?.element, code }]);
        else expect(after.path.nodes).toContain(caughtBy);
        expect(after.steps.at(-1)).toMatchObject({ act: { kind: 'fail', code }, element: wait?.element });
        walked.push(`${wait?.element} ${code} ${caughtBy ?? 'incident'}`);
        await world.ended(run);
      }
      await world.ended(first);
    }
    expect(walked).toEqual([
      'AddUser user.not-added AddUser_NotAdded',
      'AddUser user.external-id-not-unique AddUser_ExtIdNotUnique',
      'StartPasskeyRegistration passkey.user-unproven StartPasskeyRegistration_Failed',
      'StartPasskeyRegistration identity-store.unavailable StartPasskeyRegistration_Failed',
      'PasskeyRegistrationForm form.timed-out PasskeyRegistrationForm_Timeout',
      'PasskeyRegistrationForm passkey.user-unproven incident',
      ...[
        'passkey.cancelled',
        'passkey.timed-out',
        'passkey.already-registered',
        'passkey.unsupported',
        'passkey.blocked',
        'passkey.configuration-error',
      ].map((code) => `CompletePasskeyRegistration ${code} CompletePasskeyRegistration_Cancelled`),
      ...['identity-store.unavailable', 'passkey.session-expired', 'passkey.limit-reached'].map(
        (code) => `CompletePasskeyRegistration ${code} CompletePasskeyRegistration_Failed`,
      ),
      'CustomDataForm form.timed-out CustomDataForm_Timeout',
      'CustomDataForm form.attempts-exhausted incident',
    ]);
  });

  test('lets time pass up to the next timer, by the clock of the run alone', async () => {
    const run = await world.started();
    await world.stepped(run, { kind: 'run-on' });
    const late = await world.stepped(run, { kind: 'pass-time' }, { kind: 'run-on' });
    expect(late).toMatchObject({ status: 'COMPLETED_TERMINATED' });
    expect(late.path.nodes).toContain('PasskeyRegistrationForm_Timeout');
    await world.ended(run);
  });

  test.each([
    ['synced and by a phone', { backup: 'synced', attachment: 'cross-platform' }],
    ['attested', { attestation: 'packed-self' }],
  ] as const)('registers a passkey that is %s', async (_what, authenticator) => {
    const run = await world.started();
    const end = await world.stepped(
      run,
      { kind: 'run-on' },
      { kind: 'create-passkey', values: names, authenticator },
      { kind: 'run-on' },
    );
    expect(end).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS', decision: 'PASS' });
    await world.ended(run);
  });

  test('shows how a faulty answer of a device is refused', async () => {
    const run = await world.started();
    const refused = await world.stepped(
      run,
      { kind: 'run-on' },
      { kind: 'create-passkey', values: names, authenticator: { fault: 'wrong-challenge' } },
      { kind: 'run' },
    );
    expect(refused.path.nodes).toContain('CompletePasskeyRegistration_Failed');
    expect(JSON.stringify(refused.data)).toContain('passkey.challenge-mismatch');
    await world.ended(run);
  });

  test('goes back by beginning anew, with the same answers', async () => {
    const run = await world.started();
    const end = await world.stepped(
      run,
      { kind: 'run-on' },
      { kind: 'create-passkey', values: names },
      { kind: 'run-on' },
    );
    const { status, body } = await world.call<TestRun>('POST', `${runs}/${run.id}/rewind`, { keep: 2 });
    expect(status).toBe(200);
    expect(standsAt(body)).toEqual(['CompletePasskeyRegistration']);
    expect(body.steps.map(({ act }) => act.kind)).toEqual(['run-on', 'create-passkey']);
    expect(body.data).toMatchObject({ _forms: { registrationForm: { currentForm: { data: names } } } });
    expect(await world.stepped(run, { kind: 'run-on' })).toMatchObject({ status: end.status });
    await world.ended(run);
  });

  test('tells which fields a form wants, and stays where it is', async () => {
    const run = await world.started();
    await world.stepped(run, { kind: 'run-on' });
    const { status, body } = await world.call('POST', `${runs}/${run.id}/steps`, { kind: 'create-passkey' });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'test-run.form-refused',
      errors: [{ pointer: '/values/userName' }, { pointer: '/values/displayName' }],
    });
    const unfit = await world.call('POST', `${runs}/${run.id}/steps`, {
      kind: 'fail',
      code: 'user.not-added',
    });
    expect(unfit).toMatchObject({ status: 409, body: { code: 'test-run.act-unfit' } });
    const { steps } = (await world.call<TestRun>('GET', `${runs}/${run.id}`)).body;
    expect(steps).toHaveLength(2);
    await world.ended(run);
  });

  test('keeps what a form refuses with its messages, and repeats it on the way back', async () => {
    const run = await world.started();
    await world.stepped(run, { kind: 'run-on' });
    const values = { userName: '', displayName: 'Ada' };
    const step = { kind: 'create-passkey', values };
    expect((await world.call('POST', `${runs}/${run.id}/steps`, step)).status).toBe(409);
    const refused = [{ field: 'userName', message: expect.stringMatching(/./) }];
    const read = async () => (await world.call<TestRun>('GET', `${runs}/${run.id}`)).body;
    expect((await read()).steps).toMatchObject([
      { act: { kind: 'run-on' } },
      { act: { kind: 'create-passkey', values }, element: 'PasskeyRegistrationForm', refused },
    ]);
    expect((await read()).steps[0]).not.toHaveProperty('refused');
    await world.stepped(run, { kind: 'create-passkey', values: names });
    const { status, body } = await world.call<TestRun>('POST', `${runs}/${run.id}/rewind`, { keep: 2 });
    expect(status).toBe(200);
    expect(body.steps).toMatchObject([{ act: { kind: 'run-on' } }, { act: { values }, refused }]);
    expect(standsAt(body)).toEqual(['PasskeyRegistrationForm']);
    await world.ended(run);
  });

  test('refuses a diagram with faults, and what it would need from the tenant', async () => {
    const data = world.guide.replaceAll('demoStore', 'noSuchStore');
    const input = { definitionName: 'guide', resources: { bpmn: { data, type: 'BPMN' } } };
    const before = await world.counted();
    expect(await world.call('POST', runs, input)).toMatchObject({
      status: 422,
      body: { code: 'definition.invalid' },
    });
    const unknown = { ...input, resources: { bpmn: { data: world.guide, type: 'BPMN' } } };
    const people = [{ storeName: 'noSuchStore', externalId: 'x' }];
    expect(await world.call('POST', runs, { ...unknown, people })).toMatchObject({ status: 404 });
    expect({ ...(await world.counted()), 'demo audit': 0 }).toEqual({ ...before, 'demo audit': 0 });
  });
});
