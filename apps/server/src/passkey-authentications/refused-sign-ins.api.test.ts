import { newId } from '@latchkey/kernel';
import type { SoftCeremony } from '@latchkey/passkeys/soft-authenticator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chain, diagram, endEvent, flow, onError, startEvent } from '../../../../test/support/diagram.ts';
import { deploy } from '../../../../test/support/journey-world.ts';
import { person } from '../../../../test/support/person.ts';
import { type SignInWorld, signInAlone, signInWorld, steps } from '../../../../test/support/sign-in-world.ts';

let world: SignInWorld;
beforeAll(async () => {
  world = await signInWorld();
});
afterAll(() => world.close());

describe('a sign-in is refused', () => {
  const alone = () => world.deployed(...signInAlone);

  test.each<[string, string, Partial<SoftCeremony>]>([
    ['from another origin', 'passkey.origin-not-allowed', { fault: 'wrong-origin' }],
    ['in a frame of another site', 'passkey.cross-origin-not-allowed', { fault: 'foreign-frame' }],
    ['with another challenge', 'passkey.challenge-mismatch', { fault: 'wrong-challenge' }],
    ['without a person', 'passkey.user-not-present', { fault: 'user-not-present' }],
    ['without verification', 'passkey.user-not-verified', { fault: 'user-not-verified' }],
    ['for another relying party', 'passkey.relying-party-mismatch', { fault: 'wrong-relying-party' }],
  ])('%s, and burns the challenge', async (_how, code, ceremony) => {
    const { ada, id } = await world.registered();
    const at = await world.begun(ada, await alone());
    await ada.signIn(at, ceremony);
    expect(await world.codeOf(at)).toBe(code);
    expect(await world.attemptOf(at)).toMatchObject({ failure: code });
    expect((await world.passkeysOf(id))[0]?.lastUsedDtm).toBeUndefined();
    expect((await world.auditOf(at)).at(-1)).toMatchObject({
      action: 'passkey-authentication.completed',
      code,
    });
    expect(
      await world.owner.row(
        {
          name: 'test.session',
          text: 'select status, failure from authentication_sessions where instance_id = $1',
        },
        [at.instanceId],
      ),
    ).toEqual({ status: 'FAILED', failure: code });
  });

  test.each([
    ['blocked', "update credentials set status = 'BLOCKED' where user_id = $1", 'passkey.not-known'],
    ['deleted', 'delete from credentials where user_id = $1', 'passkey.not-known'],
    ['of a locked user', "update users set status = 'LOCKED' where id = $1", 'passkey.sign-in-not-allowed'],
    [
      'with a counter that went back',
      'update credentials set sign_count = 5 where user_id = $1',
      'passkey.counter-not-increased',
    ],
    [
      'of another user by its handle',
      `with other as (update user_handles set handle = decode(repeat('ab', 32), 'hex') where user_id = $1)
        update credentials set mac = null where user_id = $1`,
      'passkey.user-handle-mismatch',
    ],
    [
      'whose key somebody exchanged',
      "update credentials set public_key = public_key || '\\x00' where user_id = $1",
      'passkey.tampered',
    ],
    [
      'that somebody calls verified',
      'update credentials set user_verified = not user_verified where user_id = $1',
      'passkey.tampered',
    ],
  ])('by a passkey %s', async (_what, text, code) => {
    const { ada, id } = await world.registered();
    const at = await world.begun(ada, await alone());
    const response = ada.assertionFor(await ada.askedToSignIn(at));
    await world.change(text, id);
    await ada.send(at, { kind: 'asserted', response, elapsedMs: 1 });
    expect(await world.codeOf(at)).toBe(code);
    expect(await world.proofsOf(at)).toEqual([]);
  });

  test('to an API client, who knows the session of a journey', async () => {
    const { ada } = await world.registered();
    const at = await world.begun(ada, await alone());
    const response = ada.assertionFor(await ada.askedToSignIn(at));
    const { sessionId } = (await world.attemptOf(at)).startPasskeyAuthenticationResponse;
    const session = `${world.store}/passkeys/authentications/sessions/${sessionId}`;
    expect((await world.call('POST', session, response)).body.code).toBe('passkey.authentication-not-found');
    await ada.send(at, { kind: 'asserted', response, elapsedMs: 1 });
    expect(await world.proofsOf(at)).toHaveLength(1);
  });

  test('after its time', async () => {
    const { ada } = await world.registered();
    const at = await world.begun(ada, await alone());
    const response = ada.assertionFor(await ada.askedToSignIn(at));
    await world.change(
      'update authentication_sessions set expires_at = clock_timestamp() where instance_id = $1',
      at.instanceId,
    );
    await ada.send(at, { kind: 'asserted', response, elapsedMs: 1 });
    expect(await world.codeOf(at)).toBe('passkey.authentication-expired');
  });

  test('by the answer of an earlier prompt', async () => {
    const { ada } = await world.registered();
    const at = await world.begun(ada, await alone());
    const first = ada.assertionFor(await ada.askedToSignIn(at));
    await ada.askedToSignIn(at);
    await ada.send(at, { kind: 'asserted', response: first, elapsedMs: 1 });
    expect(await world.codeOf(at)).toBe('passkey.challenge-mismatch');
  });

  test('by the answer to another journey', async () => {
    const { ada } = await world.registered();
    const name = await alone();
    const [one, other] = [await world.begun(ada, name), await world.begun(ada, name)];
    const response = ada.assertionFor(await ada.askedToSignIn(one));
    await ada.askedToSignIn(other);
    await ada.send(other, { kind: 'asserted', response, elapsedMs: 1 });
    expect(await world.codeOf(other)).toBe('passkey.challenge-mismatch');
  });

  test.each([
    ['who has no passkey', {}, 'passkey.none-registered'],
    ['who is disabled', { status: 'disabled' }, 'passkey.sign-in-not-allowed'],
    ['who is nobody', undefined, 'user.not-found'],
  ])('before any prompt, to a user %s', async (_who, user, code) => {
    const externalId = newId();
    if (user) await world.call('POST', `${world.store}/users`, { externalId, ...user });
    const name = await world.deployed(
      steps.startSignIn({ userExternalId: '${_initial.whom}' }),
      steps.signIn,
    );
    const at = await world.begun(person(world.server.base), name, { whom: externalId });
    expect(await world.codeOf(at)).toBe(code);
  });

  test('to another user’s passkey than that of the user who was asked for', async () => {
    const [ada, bob] = [await world.registered(), await world.registered()];
    const name = await world.deployed(
      steps.startSignIn({ userExternalId: '${_initial.whom}' }),
      steps.signIn,
      steps.signedIn,
    );
    const at = await world.begun(bob.ada, name, { whom: ada.externalId });
    const asked = await bob.ada.askedToSignIn(at);
    expect(asked.allowCredentials).toHaveLength(1);
    const response = bob.ada.assertionFor({ ...asked, allowCredentials: [] });
    await bob.ada.send(at, { kind: 'asserted', response, elapsedMs: 1 });
    expect(await world.codeOf(at)).toBe('passkey.credential-not-allowed');
  });
});

describe('a prompt that comes to nothing', () => {
  test.each([
    ['cancelled', 'passkey.cancelled'],
    ['timed-out', 'passkey.timed-out'],
    ['unsupported', 'passkey.unsupported'],
    ['blocked', 'passkey.blocked'],
    ['configuration-error', 'passkey.configuration-error'],
  ] as const)(
    '%s leaves by its own boundary event, and is told of when the person tries again',
    async (outcome, code) => {
      const { ada, id } = await world.registered();
      const name = `again ${newId()}`;
      const tasks = signInAlone;
      const again = [onError('Again', 'SignedIn', code), flow('Again', 'SignIn')];
      await deploy(
        world.call,
        name,
        diagram(startEvent(), tasks, endEvent(), chain('StartSignIn', 'SignIn', 'SignedIn'), again),
      );
      const at = await world.begun(ada, name);
      await ada.askedToSignIn(at);
      const { body } = await ada.send(at, {
        kind: 'not-asserted',
        outcome,
        errorName: 'Error',
        elapsedMs: 3,
      });
      const back = ada.after(at, { status: 200, body });
      expect(back.html).toContain('data-notice');
      expect(await world.attemptOf(at)).toMatchObject({ browserOutcome: outcome, failure: code });
      await ada.signIn(back);
      expect((await world.passkeysOf(id))[0]?.lastUsedDtm).toBeDefined();
      expect(
        Object.keys(
          (await world.reader.dataOf(at.instanceId))._identityStore.passkeys.authentications.passkeyAuth1
            .passkeyAuthenticationRecords,
        ),
      ).toEqual(['1', '2']);
    },
  );
});

test('of many answers at once one signs in', async () => {
  const { ada, id } = await world.registered({ hasCounter: true });
  const at = await world.begun(ada, await world.deployed(...signInAlone));
  const options = await ada.askedToSignIn(at);
  const answers = Array.from({ length: 8 }, () => ada.assertionFor(options));
  await Promise.all(answers.map((response) => ada.send(at, { kind: 'asserted', response, elapsedMs: 1 })));
  const completed = (await world.auditOf(at)).filter(({ action }) => action.endsWith('completed'));
  expect(completed).toHaveLength(1);
  expect(await world.passkeysOf(id)).toHaveLength(1);
});
