import { readFile } from 'node:fs/promises';
import type { TestRunAct } from '@latchkey/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chain, diagram, endEvent, startEvent } from '../../../../test/support/diagram.ts';
import { deployForm } from '../../../../test/support/journey-world.ts';
import { names } from '../../../../test/support/person.ts';
import { steps } from '../../../../test/support/sign-in-world.ts';
import { standsAt, type TestRunWorld, testRunWorld } from '../../../../test/support/test-run-world.ts';

const examples = new URL('../../../../examples/', import.meta.url);
const read = (file: string) => readFile(new URL(file, examples), 'utf8');
const people = ['ada', 'grace'].map((externalId) => ({ storeName: 'demoStore', externalId }));

let world: TestRunWorld;
let example: string;
beforeAll(async () => {
  world = await testRunWorld();
  example = await read('passkey-add-another.bpmn');
  for (const [name, file] of [
    ['addAnotherSignInForm', 'add-another-sign-in-form'],
    ['addAnotherPasskeyForm', 'add-another-passkey-form'],
    ['addAnotherSignInRetryForm', 'add-another-sign-in-retry-form'],
    ['addAnotherRetryForm', 'add-another-retry-form'],
  ] as const)
    await deployForm(world.call, name, await read(`forms/${file}.json`));
});
afterAll(() => world.close());

const started = (bpmn = example) => world.started(bpmn, { people });
const runOn: TestRunAct = { kind: 'run-on' };
const signIn = { kind: 'sign-in', person: 'ada' } as const;

describe('a test run of “Add another passkey”', () => {
  test('signs somebody in by their simulated passkey and adds another, and goes back to any step', async () => {
    const run = await started();
    const form = await world.stepped(run, runOn);
    expect(form.waits).toMatchObject([
      {
        element: 'PasskeyAuthenticationForm',
        kind: 'sign-in-form',
        passkey: { relyingPartyId: 'localhost' },
      },
    ]);
    const end = await world.stepped(run, signIn, runOn, { kind: 'create-passkey' }, runOn);
    expect(end).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS', decision: 'PASS', incidents: [] });
    expect(end.data).toMatchObject({ _identityStore: { users: { user1: { externalId: 'ada' } } } });
    const back = await world.call('POST', `/api/process-manager/testRuns/${run.id}/rewind`, { keep: 2 });
    expect(standsAt(back.body as never)).toEqual(['CompletePasskeyAuthentication']);
    expect(await world.stepped(run, runOn)).toMatchObject({
      waits: [{ element: 'PasskeyRegistrationForm' }],
    });
    await world.ended(run);
  });

  test.each([-7, -257, -37])(
    'signs in with a passkey of algorithm %i that the run made',
    async (algorithm) => {
      const policy = `first${algorithm}`;
      const policies = `${world.store}/relyingParties/localhost/registrationPolicies`;
      await world.call('POST', policies, { name: policy, algorithms: [algorithm, -8] });
      const begin = steps.begin({
        registrationPolicy: policy,
        createUser: '${true}',
        userExternalId: 'new',
      });
      const named = steps.startSignIn({ userExternalId: 'new' });
      const tasks = [begin, steps.form, steps.complete, named, steps.signIn, steps.signedIn];
      const inARow = chain('Begin', 'Form', 'Complete', 'StartSignIn', 'SignIn', 'SignedIn');
      const run = await started(diagram(startEvent(), tasks, endEvent(), inARow));
      const end = await world.stepped(
        run,
        runOn,
        { kind: 'create-passkey', values: names },
        runOn,
        { kind: 'sign-in' },
        runOn,
      );
      expect(end).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS' });
      const made = { completePasskeyRegistrationResponse: { passkey: { algorithm } } };
      expect(end.data).toMatchObject({
        _identityStore: {
          users: { user1: { externalId: 'new' } },
          passkeys: { registrations: { passkeyReg1: { currentPasskeyRegistrationRecord: made } } },
        },
      });
      await world.ended(run);
    },
  );

  test('walks every boundary event that its activities declare', async () => {
    const ways: readonly (readonly TestRunAct[])[] = [
      [],
      [runOn],
      [runOn, signIn],
      [runOn, signIn, { kind: 'run' }],
      [runOn, signIn, runOn],
      [runOn, signIn, runOn, { kind: 'create-passkey' }],
      [runOn, { kind: 'close-prompt' }, runOn],
    ];
    const walked: string[] = [];
    for (const way of ways) {
      const first = await started();
      const [wait] = (await world.stepped(first, ...way)).waits;
      await world.ended(first);
      for (const { code, caughtBy } of wait?.failures ?? []) {
        const run = await started();
        const after = await world.stepped(run, ...way, { kind: 'fail', code });
        if (caughtBy === undefined) expect(after.incidents).toMatchObject([{ element: wait?.element, code }]);
        else expect(after.path.nodes).toContain(caughtBy);
        walked.push(`${code} ${caughtBy ?? 'incident'}`);
        await world.ended(run);
      }
    }
    const cancelled = ['cancelled', 'timed-out', 'unsupported', 'blocked', 'configuration-error'];
    expect(walked).toEqual([
      'passkey.none-registered StartPasskeyAuthentication_Failed',
      'identity-store.unavailable StartPasskeyAuthentication_Failed',
      'form.timed-out PasskeyAuthenticationForm_Timeout',
      'passkey.none-registered PasskeyAuthenticationForm_Failed',
      'identity-store.unavailable PasskeyAuthenticationForm_Failed',
      ...cancelled.map((code) => `passkey.${code} CompletePasskeyAuthentication_Cancelled`),
      'identity-store.unavailable CompletePasskeyAuthentication_Failed',
      'passkey.authentication-expired CompletePasskeyAuthentication_Failed',
      'passkey.not-known CompletePasskeyAuthentication_NotKnown',
      'passkey.sign-in-not-allowed CompletePasskeyAuthentication_Failed',
      'passkey.counter-not-increased CompletePasskeyAuthentication_Failed',
      'passkey.user-unproven StartPasskeyRegistration_Unproven',
      'identity-store.unavailable StartPasskeyRegistration_Failed',
      'form.timed-out PasskeyRegistrationForm_Timeout',
      'passkey.user-unproven PasskeyRegistrationForm_Unproven',
      'passkey.cancelled CompletePasskeyRegistration_Cancelled',
      ...['timed-out', 'already-registered', 'unsupported', 'blocked', 'configuration-error'].map(
        (code) => `passkey.${code} CompletePasskeyRegistration_Cancelled`,
      ),
      ...['identity-store.unavailable', 'passkey.session-expired', 'passkey.limit-reached'].map(
        (code) => `${code} CompletePasskeyRegistration_Failed`,
      ),
      'form.timed-out SignInAgain_Timeout',
      'form.attempts-exhausted incident',
    ]);
  });

  test.each([
    ['wrong-origin', 'passkey.origin-not-allowed'],
    ['user-not-verified', 'passkey.user-not-verified'],
  ] as const)('is refused with the fault %s', async (fault, failure) => {
    const run = await started();
    const after = await world.stepped(run, runOn, { ...signIn, authenticator: { fault } }, { kind: 'run' });
    expect(after.data).toMatchObject({
      _identityStore: {
        passkeys: {
          authentications: { passkeyAuth1: { currentPasskeyAuthenticationRecord: { failure } } },
        },
      },
    });
    await world.ended(run);
  });

  test('says what to do where nobody can sign in', async () => {
    const run = await world.started(example);
    await world.stepped(run, runOn);
    await expect(world.stepped(run, signIn)).rejects.toThrow('name a person when the run starts');
    await world.ended(run);
  });
});
