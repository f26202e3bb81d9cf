import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Browser, operatorWorld, place, signInWith } from '../../../../test/support/operator-world.ts';

let world: Awaited<ReturnType<typeof operatorWorld>>;
let ada: Browser;
let adaId: string;
beforeAll(async () => {
  world = await operatorWorld();
  ada = await world.administrator();
  adaId = (await ada.call('GET', '/session')).body.operator.id;
});
afterAll(() => world.close());
beforeEach(() => {
  world.server.clock.now += 60_000;
});

describe('the last administrator', () => {
  test('stays', async () => {
    const changes = [
      () => ada.call('POST', `/operators/${adaId}`, { role: 'auditor' }),
      () => ada.call('POST', `/operators/${adaId}`, { status: 'BLOCKED' }),
      () => ada.call('DELETE', `/operators/${adaId}`),
    ];
    for (const change of changes) {
      const { status, body } = await change();
      expect([status, body.code]).toEqual([409, 'operator.last-administrator']);
    }
    expect((await ada.call('POST', `/operators/${adaId}`, { name: ' Ada L. ' })).body).toMatchObject({
      name: 'Ada L.',
      role: 'administrator',
      status: 'ACTIVE',
    });
  });

  test('stays when two administrators remove each other at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { browser: bob, id: bobId } = await world.invited(ada, 'administrator', `Bob ${round}`);
      // Both are known to the process, so that neither is stopped by what the other took away.
      await Promise.all([ada.call('GET', '/session'), bob.call('GET', '/session')]);
      const answers = await Promise.all([
        ada.call('POST', `/operators/${bobId}`, { role: 'auditor' }),
        bob.call('POST', `/operators/${adaId}`, { role: 'auditor' }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const [winner, loser] = answers[0]?.status === 200 ? [ada, bobId] : [bob, adaId];
      await winner.call('POST', `/operators/${loser}`, { role: 'administrator' });
      world.server.clock.now += 5_000;
      expect((await ada.call('DELETE', `/operators/${bobId}`)).status).toBe(204);
    }
  });
});

describe('an operator', () => {
  test('with another role can do what that role can, within the documented time', async () => {
    const { browser, id } = await world.invited(ada, 'auditor', 'Carl');
    expect((await browser.call('GET', '/operators')).status).toBe(200);
    await ada.call('POST', `/operators/${id}`, { role: 'designer' });
    world.server.clock.now += 5_000;
    expect((await browser.call('GET', '/operators')).status).toBe(403);
    expect((await browser.call('GET', '/session')).body.operator.role).toBe('designer');
    const key = await world.server.client('demo');
    const { body } = await key.call('GET', `/api/audit?action=operator.changed&targetId=${id}`);
    expect(body.content[0]).toMatchObject({
      actorKind: 'operator',
      actor: expect.stringMatching(/^Operator: Ada/),
      facts: { operatorId: adaId, role: 'designer', fields: ['role'] },
    });
  });

  test('who is blocked loses every session, and comes back only by a passkey', async () => {
    const { browser, id } = await world.invited(ada, 'auditor', 'Dora');
    await ada.call('POST', `/operators/${id}`, { status: 'BLOCKED' });
    world.server.clock.now += 5_000;
    expect((await browser.call('GET', '/session')).status).toBe(401);
    await ada.call('POST', `/operators/${id}`, { status: 'ACTIVE' });
    world.server.clock.now += 5_000;
    expect((await browser.call('GET', '/session')).status).toBe(401);
    expect((await signInWith(browser)).status).toBe(200);
  });

  test('who is deleted is gone with passkeys and sessions', async () => {
    const { browser, id } = await world.invited(ada, 'auditor', 'Emil');
    expect((await ada.call('DELETE', `/operators/${id}`)).status).toBe(204);
    world.server.clock.now += 5_000;
    expect((await browser.call('GET', '/session')).status).toBe(401);
    expect((await signInWith(browser)).status).toBe(401);
    expect((await ada.call('DELETE', `/operators/${id}`)).body.code).toBe('operator.not-found');
  });

  test('cannot be made or changed by a key that can do less', async () => {
    const key = await world.server.client('demo', [
      'Backoffice:createInvitation',
      'Backoffice:updateOperator',
      'Backoffice:deleteOperator',
      'Backoffice:deletePasskey',
    ]);
    const root = '/api/backoffice';
    const { body: passkeys } = await ada.call('GET', `/operators/${adaId}/passkeys`);
    const refused = [
      await key.call('POST', `${root}/invitations`, { name: 'X', role: 'administrator' }),
      await key.call('POST', `${root}/operators/${adaId}`, { name: 'X' }),
      await key.call('DELETE', `${root}/operators/${adaId}`),
      await key.call('DELETE', `${root}/operators/${adaId}/passkeys/${passkeys.content[0].id}`),
    ];
    for (const { status, body } of refused)
      expect([status, body.code]).toEqual([403, 'operator.role-not-held']);
  });
});

describe("an operator's passkeys", () => {
  const add = async (browser: Browser, device = createSoftAuthenticator(), name?: string) => {
    const { body } = await browser.call('POST', '/passkeys/options', {});
    const response = device.createCredential(body.options, place);
    return browser.call('POST', '/passkeys', {
      ceremonyId: body.ceremonyId,
      response,
      ...(name && { name }),
    });
  };

  test('can be several, each signs in, and the last cannot be deleted', async () => {
    const { browser, id } = await world.invited(ada, 'support', 'Fay');
    const spare = createSoftAuthenticator();
    const added = await add(browser, spare, 'Spare key');
    expect([added.status, added.body.name]).toEqual([201, 'Spare key']);
    const { body } = await browser.call('GET', `/operators/${id}/passkeys`);
    expect(body.content.map(({ name }: { name: string }) => name)).toEqual([
      expect.stringMatching(/^Passkey on this device, /),
      'Spare key',
    ]);
    const [first] = body.content;
    const other = world.browser();
    expect((await signInWith(other, spare)).status).toBe(200);
    expect((await other.call('DELETE', `/operators/${id}/passkeys/${first.id}`)).status).toBe(204);
    world.server.clock.now += 5_000;
    expect((await browser.call('GET', '/session')).status).toBe(401);
    expect((await other.call('GET', '/session')).status).toBe(200);
    const last = await other.call('DELETE', `/operators/${id}/passkeys/${added.body.id}`);
    expect([last.status, last.body.code]).toEqual([409, 'operator.last-passkey']);
    expect((await other.call('GET', `/operators/${id}/passkeys`)).body.totalElements).toBe(1);
  });

  test('exclude the authenticator that holds one, and are one person’s', async () => {
    const { browser, id } = await world.invited(ada, 'support', 'Gus');
    const { body } = await browser.call('POST', '/passkeys/options', {});
    expect(() => browser.device.createCredential(body.options, place)).toThrow(/twice/);
    const { browser: other } = await world.invited(ada, 'support', 'Hal');
    const response = createSoftAuthenticator().createCredential(body.options, place);
    const stolen = await other.call('POST', '/passkeys', { ceremonyId: body.ceremonyId, response });
    expect([stolen.status, stolen.body.code]).toEqual([422, 'operator.passkey-refused']);
    expect((await other.call('GET', `/operators/${id}/passkeys`)).body.code).toBe('operator.not-found');
    const mine = await browser.call('POST', '/passkeys', { ceremonyId: body.ceremonyId, response });
    expect(mine.status).toBe(201);
    expect((await ada.call('GET', `/operators/${id}/passkeys`)).body.totalElements).toBe(2);
  });

  test('are added by operators alone', async () => {
    const key = await world.server.client('demo');
    const { status, body } = await key.call('POST', '/api/backoffice/passkeys/options', {});
    expect([status, body.code]).toEqual([403, 'operator.session-needed']);
  });
});
