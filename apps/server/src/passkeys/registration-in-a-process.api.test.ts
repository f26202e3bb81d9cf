import { randomBytes } from 'node:crypto';
import { newId } from '@latchkey/kernel';
import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asTenant } from '../../../../test/support/as-tenant.ts';
import { keptPasskeys } from '../../../../test/support/kept-passkeys.ts';
import { actorOf, publicOrigin, registrationWorld } from '../../../../test/support/registration-world.ts';
import type { Transaction } from '../db/sql.ts';
import { type RegistrationUseCases, registrationUseCases } from './registration-use-cases.ts';
import { sessionKeyOf } from './session-key.ts';

let world: Awaited<ReturnType<typeof registrationWorld>>;
beforeAll(async () => {
  world = await registrationWorld();
  // Who may add a passkey in an instance is told by tests of their own.
  const policy = `${world.store}/relyingParties/localhost/registrationPolicies/policy1`;
  await world.call('POST', policy, { requireUserProof: false });
});
afterAll(() => world.close());

let registrations: RegistrationUseCases;
beforeAll(() => {
  registrations = registrationUseCases({
    newId,
    now: Date.now,
    randomBytes,
    trustOf: (_tenant: string, now: number) => ({ now }),
    publicOrigin: () => publicOrigin,
    ...keptPasskeys(world.database),
  });
});
const start: RegistrationUseCases['startPasskeyRegistration'] = (...given) =>
  registrations.startPasskeyRegistration(...given);
const judge: RegistrationUseCases['judgePasskeyRegistration'] = (...given) =>
  registrations.judgePasskeyRegistration(...given);
const cancel: RegistrationUseCases['cancelRegistrationSession'] = (...given) =>
  registrations.cancelRegistrationSession(...given);
const restart: RegistrationUseCases['restartPasskeyRegistration'] = (...given) =>
  registrations.restartPasskeyRegistration(...given);
const name: RegistrationUseCases['nameRegistration'] = (...given) => registrations.nameRegistration(...given);
/** Works where the routes of the tenant do. */
const database = () => asTenant(world.database, 'demo');
const place = { origin: publicOrigin } as const;
const step = <Result>(work: (sql: Transaction) => Promise<Result>) => database().transaction(work);
const instanceId = 'INSTANCE1';
const actor = actorOf('demo');

async function begin(user?: { id: string }) {
  const { id } = user ?? (await world.newUser({ externalId: newId() }));
  const input = {
    storeName: 'people',
    user: { id },
    relyingPartyId: 'localhost',
    registrationPolicy: 'policy1',
    instanceId,
  };
  return { userId: id, ...(await step((sql) => start(sql, actor, input))) };
}

const addressOf = ({ sessionId, clientRequest: { challenge } }: Awaited<ReturnType<typeof begin>>) => ({
  sessionId,
  challenge,
});

const answerTo = (clientRequest: Awaited<ReturnType<typeof begin>>['clientRequest']) =>
  createSoftAuthenticator().createCredential(clientRequest, place);
const statusOf = async (id: string) =>
  await world.owner.row(
    {
      name: 'test.session-status',
      text: 'select status, failure, user_name as "userName" from registration_sessions where id = $1',
    },
    [sessionKeyOf(id)],
  );

describe('names typed later', () => {
  test('are in the options and kept; what is left empty keeps its default', async () => {
    const started = await begin();
    const { sessionId, clientRequest } = started;
    const typed = { userName: 'ada', userDisplayName: '' };
    const named = await name(database(), actor, { ...addressOf(started), instanceId }, typed);
    expect(named).toEqual({ ...clientRequest, user: { ...clientRequest.user, name: 'ada' } });
    expect(await statusOf(sessionId)).toMatchObject({ userName: 'ada' });
    const verdict = await step((sql) =>
      judge(sql, actor, { sessionId, instanceId, clientResponse: answerTo(named) }),
    );
    expect(verdict.kind).toBe('completed');
  });

  test('are refused once the session ended or expired, and to another instance', async () => {
    const started = await begin();
    const { sessionId } = started;
    const address = addressOf(started);
    await expect(name(database(), actor, { ...address, instanceId: 'ELSE' }, {})).rejects.toMatchObject({
      code: 'passkey.session-not-found',
    });
    await expect(name(database(), actorOf('other'), { ...address, instanceId }, {})).rejects.toMatchObject({
      code: 'passkey.session-not-found',
    });
    await world.owner.change(
      { name: 'test.expire', text: 'update registration_sessions set expires_at = now() where id = $1' },
      [sessionKeyOf(sessionId)],
    );
    await expect(name(database(), actor, { ...address, instanceId }, {})).rejects.toMatchObject({
      code: 'passkey.session-expired',
    });
    await cancel(database(), actor, { sessionId, instanceId });
    await expect(name(database(), actor, { ...address, instanceId }, {})).rejects.toMatchObject({
      code: 'passkey.session-used',
    });
  });
});

describe('cancel and retry', () => {
  test('a cancelled session takes no answer; a restarted one has a new challenge and the same handle', async () => {
    const first = await begin();
    const address = { ...addressOf(first), instanceId };
    await name(database(), actor, address, { userName: 'ada', userDisplayName: 'Ada' });
    expect(await step((sql) => cancel(sql, actor, address))).toBe(true);
    expect(await step((sql) => cancel(sql, actor, address))).toBe(false);
    const late = await judge(database(), actor, {
      ...address,
      clientResponse: answerTo(first.clientRequest),
    });
    expect(late).toMatchObject({ kind: 'refused', problem: { code: 'passkey.session-used' } });
    const again = await step((sql) => restart(sql, actor, address));
    expect(again.clientRequest.user).toEqual({
      id: first.clientRequest.user.id,
      name: 'ada',
      displayName: 'Ada',
    });
    expect(again.clientRequest.challenge).not.toBe(first.clientRequest.challenge);
    const clientResponse = answerTo(again.clientRequest);
    const verdict = await step((sql) =>
      judge(sql, actor, { sessionId: again.sessionId, instanceId, clientResponse }),
    );
    expect(verdict).toMatchObject({ kind: 'completed', registration: { user: { id: first.userId } } });
    await expect(
      restart(database(), actor, { sessionId: again.sessionId, instanceId }),
    ).rejects.toMatchObject({ code: 'passkey.session-used' });
  });

  test('restarting a pending session cancels it', async () => {
    const { sessionId } = await begin();
    await step((sql) => restart(sql, actor, { sessionId, instanceId }));
    expect(await statusOf(sessionId)).toMatchObject({ status: 'CANCELLED', failure: 'passkey.restarted' });
  });
});

describe('inside the transaction of a step', () => {
  test('a refusal that is returned burns the session with the step', async () => {
    const { sessionId } = await begin();
    const verdict = await step((sql) =>
      judge(sql, actor, { sessionId, instanceId, clientResponse: { id: 'AAAA' } }),
    );
    expect(verdict).toMatchObject({
      kind: 'refused',
      problem: { status: 400, code: 'passkey.response-malformed' },
    });
    expect(await statusOf(sessionId)).toMatchObject({
      status: 'FAILED',
      failure: 'passkey.response-malformed',
    });
  });

  test('a step that fails afterwards takes the passkey back and leaves the session open', async () => {
    const { sessionId, clientRequest, userId } = await begin();
    const clientResponse = answerTo(clientRequest);
    const failing = step(async (sql) => {
      await judge(sql, actor, { sessionId, instanceId, clientResponse });
      throw new Error('the step failed');
    });
    await expect(failing).rejects.toThrow('the step failed');
    expect(await statusOf(sessionId)).toMatchObject({ status: 'PENDING' });
    const path = `${world.store}/users/${userId}/passkeys`;
    expect(await world.call('GET', path)).toMatchObject({ body: { totalElements: 0 } });
  });
});
