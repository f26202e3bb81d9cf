import { readFile } from 'node:fs/promises';
import type { TestRun } from '@latchkey/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runs, standsAt, type TestRunWorld, testRunWorld } from '../../../../test/support/test-run-world.ts';

let world: TestRunWorld;
let bpmn: string;
beforeAll(async () => {
  world = await testRunWorld();
  bpmn = await readFile(
    new URL('../../../../examples/passkey-registration-custom-page.bpmn', import.meta.url),
    'utf8',
  );
});
afterAll(() => world.close());

const toPage = async () => world.stepped(await world.started(bpmn), { kind: 'run-on' });

describe('a test run of a Custom Page', () => {
  test('makes its passkey with a simulated authenticator, in the place of the page’s script', async () => {
    const run = await toPage();
    expect(run.waits).toMatchObject([{ kind: 'page', passkey: { relyingPartyId: 'localhost' } }]);
    const end = await world.stepped(
      run,
      { kind: 'create-passkey', values: { message: 'continue' }, authenticator: { backup: 'synced' } },
      { kind: 'run-on' },
    );
    expect(end).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS', decision: 'PASS' });
    expect(JSON.stringify(end.data)).toContain('"message":"continue"');
    await world.ended(run);
  });

  test.each(['cancelled', 'timed-out', 'blocked', 'already-registered', 'unsupported'] as const)(
    'lets its prompt end as %s',
    async (outcome) => {
      const run = await toPage();
      const after = await world.stepped(run, { kind: 'close-prompt', outcome }, { kind: 'run' });
      expect(after.path.nodes).toContain('CompletePasskeyRegistration_Cancelled');
      expect(JSON.stringify(after.data)).toContain(`"browserOutcome":"${outcome}"`);
      await world.ended(run);
    },
  );

  test('is repeated with the same answers', async () => {
    const run = await toPage();
    await world.stepped(run, { kind: 'create-passkey', values: { message: 'continue' } }, { kind: 'run-on' });
    const { status, body } = await world.call<TestRun>('POST', `${runs}/${run.id}/rewind`, { keep: 2 });
    expect(status).toBe(200);
    expect(standsAt(body)).toEqual(['CompletePasskeyRegistration']);
    expect(await world.stepped(run, { kind: 'run-on' })).toMatchObject({ decision: 'PASS' });
    await world.ended(run);
  });

  test('answers no prompt that the page has not opened', async () => {
    const run = await toPage();
    const answer = await world.call('POST', `${runs}/${run.id}/prompt`, {});
    expect(answer).toMatchObject({ status: 409, body: { code: 'test-run.act-unfit' } });
    await world.ended(run);
  });
});
