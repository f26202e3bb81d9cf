import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readerOf } from '../../../../../test/support/journey-reader.ts';
import { type JourneyWorld, journeyWorld } from '../../../../../test/support/journey-world.ts';
import { names, person, type Standing } from '../../../../../test/support/person.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld((bpmn) => bpmn.replaceAll('>${false}<', '>${true}<'));
});
afterAll(() => world.close());

const reader = () => readerOf(world);
const registrationOf = async ({ instanceId }: Standing) =>
  (await reader().dataOf(instanceId))._identityStore.passkeys.registrations.passkeyReg1;

describe('the registration form', () => {
  test('with hidden buttons goes on by itself, and keeps what it shows', async () => {
    const ada = person(world.server.base);
    const form = await ada.start({ pt: world.token });
    expect(form.html).toContain('data-delay="0"');
  });

  test('asks twice with the same ceremony while that is open, and with a new one when it has expired', async () => {
    const ada = person(world.server.base);
    const form = await ada.start({ pt: world.token });
    const first = await ada.prepare(form);
    const second = await ada.prepare(form, { ...names, displayName: 'Countess' });
    expect(second.challenge).toBe(first.challenge);
    expect(second.user).toMatchObject({ id: first.user.id, displayName: 'Countess' });
    const expire = "update registration_sessions set expires_at = clock_timestamp() where status = 'PENDING'";
    await world.owner.change({ name: 'test.expire', text: expire });
    const third = await ada.prepare(form);
    expect(third.challenge).not.toBe(first.challenge);
    expect(third.user.id).toBe(first.user.id);
    expect(Object.keys((await registrationOf(form)).passkeyRegistrationRecords)).toEqual(['1', '2']);
    const response = ada.credentialFor(third);
    await ada.send(form, { kind: 'registered', response, elapsedMs: 1 });
    expect(await reader().passkeysOf(form.instanceId)).toHaveLength(1);
  });

  test('a cancelled prompt counts as a failed check where the diagram says so, until a passkey is made', async () => {
    const ada = person(world.server.base);
    const form = await ada.start({ pt: world.token });
    const retry = await ada.cancel(form);
    const check = async () =>
      (await reader().dataOf(form.instanceId))._checks.results['completePasskeyRegistration:passkeyReg1'];
    expect(await check()).toMatchObject({ outcome: 'FAILED', code: 'passkey.cancelled' });
    await ada.register(await ada.press(retry));
    expect(await check()).toMatchObject({ outcome: 'PASSED' });
    expect(await reader().read(form.instanceId)).toMatchObject({ decision: 'PASS' });
  });

  test.each([
    ['timed-out', 'passkey.timed-out'],
    ['already-registered', 'passkey.already-registered'],
    ['unsupported', 'passkey.unsupported'],
    ['blocked', 'passkey.blocked'],
    ['configuration-error', 'passkey.configuration-error'],
  ] as const)(
    'what the browser calls %s leaves as User cancelled, and is kept as %s',
    async (outcome, code) => {
      const ada = person(world.server.base);
      const form = await ada.start({ pt: world.token });
      await ada.send(form, { kind: 'not-registered', outcome, errorName: 'Error', elapsedMs: 3 });
      expect(await registrationOf(form)).toMatchObject({
        currentPasskeyRegistrationRecord: { browserOutcome: outcome, failure: code },
      });
      const history = await reader().historyOf(form.instanceId);
      expect(history.find(({ event }) => event === 'activity-failed')).toMatchObject({
        element: 'CompletePasskeyRegistration',
        error: 'passkey.cancelled',
      });
    },
  );
});

describe('a transient field', () => {
  const secret = 'nobody-keeps-this';

  test('reaches neither session data nor history nor audit', async () => {
    const own = await journeyWorld();
    const update =
      'update forms set resource = replace(resource, \'"transient": false\', \'"transient": true\')';
    await own.owner.change({ name: 'test.transient', text: update });
    const ada = person(own.server.base);
    const form = await ada.start({ pt: own.token });
    const options = await ada.prepare(form, { userName: secret, displayName: `${secret} too` });
    expect(options.user.name).toBe(secret);
    await ada.send(form, { kind: 'registered', response: ada.credentialFor(options), elapsedMs: 1 });
    expect(await readerOf(own).read(form.instanceId)).toMatchObject({ decision: 'PASS' });
    const kept = await own.owner.row<{ found: number }>(
      {
        name: 'test.kept',
        text: `select (select count(*) from process_instances where data::text like $1)
        + (select count(*) from instance_history where event::text like $1)
        + (select count(*) from audit where facts::text like $1) as found`,
      },
      [`%${secret}%`],
    );
    expect(kept?.found).toBe(0);
    await own.close();
  });
});
