import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { task } from '../../../../test/support/diagram.ts';
import { names, person } from '../../../../test/support/person.ts';
import {
  addAnother,
  type SignInWorld,
  signInAlone,
  signInWorld,
  steps,
  store,
  withFlags,
} from '../../../../test/support/sign-in-world.ts';

let world: SignInWorld;
beforeAll(async () => {
  world = await signInWorld();
});
afterAll(() => world.close());

describe('another passkey for a user who signs in within the journey', () => {
  test.each([
    ['whom the passkey tells', {}, addAnother],
    [
      'whom the start names',
      { userExternalId: '${_initial.whom}' },
      [steps.startSignIn({ userExternalId: '${_initial.whom}' }), ...addAnother.slice(1)],
    ],
    [
      'whom the process had read before',
      {},
      [
        task('Get', 'getUser', { ...store, userKey: 'user1', userExternalId: '${_initial.whom}' }),
        ...addAnother,
      ],
    ],
  ])('is made: %s', async (_how, _more, tasks) => {
    const { ada, id, externalId } = await world.registered();
    const at = await world.begun(ada, await world.deployed(...tasks), { whom: externalId });
    expect(at.html).toContain('Sign in with passkey');
    const next = await ada.signIn(at);
    expect(next.html).toContain('Submit for Registration');
    expect(await world.proofsOf(at)).toEqual([{ kind: 'assertion', user: id }]);
    const other = person(world.server.base, ada.cookie());
    await other.register(await other.look(at.instanceId));
    expect(await world.passkeysOf(id)).toHaveLength(2);
    expect(await world.reader.read(at.instanceId)).toMatchObject({ status: 'COMPLETED_ENDED_SUCCESS' });
    await world.reader.replays(at.instanceId);
  });

  test('leaves who signed in, and the passkey as it is now', async () => {
    const { ada, id, externalId } = await world.registered({
      hasCounter: true,
      flags: { backupEligible: true, backedUp: true },
    });
    const at = await world.begun(ada, await world.deployed(...signInAlone));
    await ada.signIn(at, { alter: { authenticatorData: withFlags((flags) => flags & ~0x10) } });
    const [passkey] = await world.passkeysOf(id);
    expect(passkey).toMatchObject({ signCount: 1, backedUp: false });
    expect(passkey?.lastUsedDtm).toBeDefined();
    const data = await world.reader.dataOf(at.instanceId);
    expect(data._identityStore.users.user1).toMatchObject({ id, externalId, ...store });
    expect((await world.attemptOf(at)).completePasskeyAuthenticationResponse).toMatchObject({
      passkey: { id: passkey?.id, signCount: 1 },
      user: { id, externalId },
    });
    expect((await world.attemptOf(at)).passkeyAuthenticationBrowserResponse).toBeUndefined();
    expect((await world.auditOf(at)).map(({ action }) => action)).toEqual([
      'passkey-authentication.started',
      'passkey-authentication.completed',
    ]);
  });

  test('keeps no challenge anywhere', async () => {
    const { ada } = await world.registered();
    const at = await world.begun(ada, await world.deployed(...signInAlone));
    const { challenge } = await ada.askedToSignIn(at);
    const stored = await world.owner.rows<{ text: string }>({
      name: 'test.stored',
      text: `select row_to_json(s)::text as text from authentication_sessions s
        union all select row_to_json(i)::text from process_instances i`,
    });
    const all = stored.map(({ text }) => text).join();
    expect(all).toContain(at.instanceId);
    expect(all).not.toContain(challenge);
    expect(all).not.toContain(Buffer.from(challenge, 'base64url').toString('hex'));
  });
});

describe('another passkey is refused', () => {
  test('without a sign-in, whoever made the link', async () => {
    const { ada, id } = await world.registered();
    const at = await world.begun(
      ada,
      await world.deployed(steps.begin({ userId: '${_initial.id}' }), steps.form, steps.complete),
      { id },
    );
    expect(await world.codeOf(at)).toBe('passkey.user-unproven');
  });

  test('after a sign-in of more than twenty minutes ago, and not of nineteen', async () => {
    const pause = task('Ask', 'customDataForm', { dataFormName: 'passkeyRetryForm', formDataKey: 'asked' });
    const name = await world.deployed(
      steps.startSignIn(),
      steps.signIn,
      steps.signedIn,
      pause,
      steps.begin(),
      steps.form,
      steps.complete,
    );
    const ends = await Promise.all(
      [19, 21].map(async (minutes) => {
        const { ada } = await world.registered();
        const at = await ada.signIn(await world.begun(ada, name));
        await world.change(
          'update user_proofs set proven_at = proven_at - make_interval(mins => $2) where instance_id = $1',
          at.instanceId,
          minutes,
        );
        return world.codeOf(await ada.press(at));
      }),
    );
    expect(ends).toEqual([undefined, 'passkey.user-unproven']);
  });

  test('when the registration is started anew at the form more than twenty minutes later', async () => {
    const { ada, id } = await world.registered();
    const at = await ada.signIn(await world.begun(ada, await world.deployed(...addAnother)));
    await world.change("update user_proofs set proven_at = proven_at - interval '21 minutes'");
    await world.change(
      'update registration_sessions set expires_at = clock_timestamp() where user_id = $1',
      id,
    );
    await ada.send(at, { kind: 'prepare', values: names });
    expect(await world.codeOf(at)).toBe('passkey.user-unproven');
    expect(await world.reader.read(at.instanceId)).toMatchObject({ status: 'COMPLETED_ENDED_ERROR' });
  });

  test('after a sign-in of another user', async () => {
    const [mallory, victim] = [await world.registered(), await world.registered()];
    const tasks = [
      steps.startSignIn(),
      steps.signIn,
      steps.signedIn,
      steps.begin({ userId: '${_initial.id}' }),
      steps.form,
    ];
    const at = await world.begun(mallory.ada, await world.deployed(...tasks), { id: victim.id });
    const after = await mallory.ada.signIn(at);
    expect(after.task).toBeUndefined();
    expect(await world.codeOf(at)).toBe('passkey.user-unproven');
    expect(await world.passkeysOf(victim.id)).toHaveLength(1);
  });

  test('after a sign-in in another instance, by the same person in the same browser', async () => {
    const { ada, id } = await world.registered();
    await ada.signIn(await world.begun(ada, await world.deployed(...signInAlone)));
    const at = await world.begun(
      ada,
      await world.deployed(steps.begin({ userId: '${_initial.id}' }), steps.form),
      { id },
    );
    expect(await world.codeOf(at)).toBe('passkey.user-unproven');
  });

  test('after a sign-in without the person being verified', async () => {
    const { ada } = await world.registered();
    const at = await world.begun(
      ada,
      await world.deployed(steps.startSignIn({ userVerification: 'preferred' }), ...addAnother.slice(1)),
    );
    await ada.signIn(at, { alter: { authenticatorData: withFlags((flags) => flags & ~0x04) } });
    expect(await world.codeOf(at)).toBe('passkey.user-unproven');
    expect(await world.proofsOf(at)).toEqual([]);
  });

  test('to a passkey that was made without verification, though the person is verified now', async () => {
    const { ada, externalId, id } = await world.registered();
    await world.change('update credentials set user_verified = false, mac = null where user_id = $1', id);
    const open = [
      steps.startSignIn({ userVerification: 'preferred' }),
      steps.signIn,
      steps.signedIn,
      steps.begin(),
      steps.form,
    ];
    const at = await world.begun(ada, await world.deployed(...open));
    await ada.signIn(at);
    expect(await world.codeOf(at)).toBe('passkey.user-unproven');
    const named = [steps.startSignIn({ userExternalId: '${_initial.whom}' }), steps.signIn, steps.signedIn];
    const other = await world.begun(ada, await world.deployed(...named), { whom: externalId });
    expect(await world.codeOf(other)).toBe('passkey.none-registered');
    const strict = await world.begun(ada, await world.deployed(...signInAlone));
    await ada.signIn(strict);
    expect(await world.codeOf(strict)).toBe('passkey.user-not-verified');
  });
});
