import { newId } from '@latchkey/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chain, diagram, endEvent, flow, onError, startEvent } from '../../../../test/support/diagram.ts';
import { deploy } from '../../../../test/support/journey-world.ts';
import { person, type Standing } from '../../../../test/support/person.ts';
import {
  type SignInWorld,
  signInAlone,
  signInWorld,
  steps,
  withFlags,
} from '../../../../test/support/sign-in-world.ts';

let world: SignInWorld;
beforeAll(async () => {
  world = await signInWorld();
});
afterAll(() => world.close());

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const instances = '/api/process-manager/processInstances';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by what the tests expect of them.
type Json = Record<string, any>;
const read = async (path: string): Promise<Json> => (await world.call<Json>('GET', path)).body;
const refusalsOf = ({ instanceId }: Standing) => read(`${instances}/${instanceId}/refusals`);
const closed = { kind: 'not-asserted', outcome: 'cancelled', errorName: 'NotAllowedError' } as const;

/** Somebody with a passkey, in Firefox. */
async function withPasskey() {
  const { ada, id } = await world.registered();
  const theirs = person(world.server.base, '', firefox, undefined, ada.authenticator);
  return { theirs, id, name: (await world.passkeysOf(id))[0]?.name };
}

describe('an attempt to sign in tells operators', () => {
  test('browser, prompt, outcome and time of each try, and by which passkey it came to be', async () => {
    const { theirs, name } = await withPasskey();
    const definition = `again ${newId()}`;
    const again = [onError('Again', 'SignedIn', 'passkey.cancelled'), flow('Again', 'SignIn')];
    const row = chain('StartSignIn', 'SignIn', 'SignedIn');
    await deploy(world.call, definition, diagram(startEvent(), signInAlone, endEvent(), row, again));
    const at = await world.begun(theirs, definition);
    await theirs.askedToSignIn(at);
    await theirs.signIn(theirs.after(at, await theirs.send(at, { ...closed, elapsedMs: 800 })));
    const data = await read(`${instances}/${at.instanceId}/sessionData`);
    const { passkeyAuthenticationRecords } = data._identityStore.passkeys.authentications.passkeyAuth1;
    const seen = { browserFamily: 'Firefox', deviceFamily: 'Windows', promptedAt: expect.any(Number) };
    expect(passkeyAuthenticationRecords).toMatchObject({
      1: {
        ...seen,
        browserOutcome: 'cancelled',
        browserErrorName: 'NotAllowedError',
        browserElapsedMs: 800,
        failure: 'passkey.cancelled',
      },
      2: {
        ...seen,
        browserOutcome: 'asserted',
        browserElapsedMs: 900,
        completePasskeyAuthenticationResponse: { passkey: { name }, userVerified: true },
      },
    });
    expect(name).toEqual(expect.any(String));
    expect(await refusalsOf(at)).toEqual([]);
  });

  test('when the person was not verified', async () => {
    const { theirs } = await withPasskey();
    const start = steps.startSignIn({ userVerification: 'preferred' });
    const at = await world.begun(theirs, await world.deployed(start, steps.signIn, steps.signedIn));
    await theirs.signIn(at, { alter: { authenticatorData: withFlags((flags) => flags & ~0x04) } });
    expect((await world.attemptOf(at)).completePasskeyAuthenticationResponse.userVerified).toBe(false);
  });
});

describe('a refused sign-in is told', () => {
  const begun = async ({ theirs }: Awaited<ReturnType<typeof withPasskey>>) =>
    world.begun(theirs, await world.deployed(...signInAlone));

  test.each([
    [
      'with a copied passkey',
      'update credentials set sign_count = 5 where user_id = $1',
      {
        code: 'passkey.counter-not-increased',
        step: 'WebAuthn L3 7.2 step 22',
        passkeyName: expect.any(String),
      },
    ],
    [
      'by a user who is locked',
      "update users set status = 'LOCKED' where id = $1",
      {
        code: 'passkey.sign-in-not-allowed',
        sentence: 'A user in this status cannot sign in.',
        passkeyName: expect.any(String),
      },
    ],
    [
      'with a blocked passkey',
      "update credentials set status = 'BLOCKED' where user_id = $1",
      { code: 'passkey.not-known', sentence: 'This passkey is not registered here, or it is blocked.' },
    ],
  ])('%s: why, at which step, by which passkey', async (_how, change, told) => {
    const known = await withPasskey();
    const at = await begun(known);
    const response = known.theirs.assertionFor(await known.theirs.askedToSignIn(at));
    await world.change(change, known.id);
    await known.theirs.send(at, { kind: 'asserted', response, elapsedMs: 1 });
    expect(await refusalsOf(at)).toEqual([
      {
        at: expect.any(String),
        actor: expect.any(String),
        ceremony: 'sign-in',
        sentence: expect.stringMatching(/ .*\.$/),
        ...told,
      },
    ]);
    const foreign = await world.call('GET', `${instances}/${at.instanceId}/refusals`, undefined, 'other');
    expect(foreign.status).toBe(404);
  });

  test('from another origin', async () => {
    const known = await withPasskey();
    const at = await begun(known);
    await known.theirs.signIn(at, { fault: 'wrong-origin' });
    expect(await refusalsOf(at)).toMatchObject([
      {
        ceremony: 'sign-in',
        code: 'passkey.origin-not-allowed',
        step: 'WebAuthn L3 7.2 step 12',
        passkeyName: known.name,
      },
    ]);
  });
});
