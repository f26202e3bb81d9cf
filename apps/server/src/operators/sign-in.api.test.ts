import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type Browser,
  finishSetUp,
  operatorWorld,
  place,
  secretOf,
  setUpBy,
  signInWith,
} from '../../../../test/support/operator-world.ts';

let world: Awaited<ReturnType<typeof operatorWorld>>;
let ada: Browser;
beforeAll(async () => {
  world = await operatorWorld();
  ada = await world.administrator();
});
afterAll(() => world.close());
beforeEach(() => {
  world.server.clock.now += 60_000;
});

const invite = async (role = 'auditor', name = 'Grace') =>
  secretOf((await ada.call('POST', '/invitations', { name, role, email: 'grace@example.org' })).body.link);
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const audit = async (action: string) =>
  world.server.owner.rows<{ outcome: string; code: string | null; actor: string; facts: object }>({
    name: `test.audit.${action}`,
    text: `select outcome, code, actor, facts from audit where action = '${action}' order by at desc, id limit 3`,
  });

describe('the set-up link', () => {
  test('makes the first administrator, once, and is offered no more', async () => {
    const link = await world.link('other');
    expect(link).toMatch(/^http:\/\/localhost:3000\/backoffice\/set-up#[A-Za-z0-9_-]{43}$/);
    const first = world.browser();
    const begun = await first.call('POST', '/set-up/options', { invitation: secretOf(link) });
    expect(begun.body).toMatchObject({
      name: '',
      role: 'administrator',
      options: {
        rp: { id: 'localhost' },
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      },
    });
    const done = await finishSetUp(first, secretOf(link), begun.body, ' Eve ');
    expect(done.status).toBe(200);
    expect(done.body).toMatchObject({ operator: { name: 'Eve', role: 'administrator' }, tenant: 'other' });
    expect(done.headers.getSetCookie()[0]).toMatch(/^latchkey-operator=.*HttpOnly; SameSite=Strict$/);
    expect((await first.call('GET', '/session')).body).toEqual(done.body);
    expect(await world.link('other')).toBeUndefined();
    const second = await setUpBy(world.browser(), secretOf(link));
    expect(codeOf(second)).toEqual([404, 'operator.invitation-not-usable']);
  });

  test('of an earlier start no longer works', async () => {
    await world.change("insert into tenants (id, name) values ('third', 'Third')");
    const [earlier, later] = [await world.link('third'), await world.link('third')];
    expect(codeOf(await setUpBy(world.browser(), secretOf(earlier)))[0]).toBe(404);
    expect((await setUpBy(world.browser(), secretOf(later))).status).toBe(200);
  });

  test('is void as soon as there is an administrator', async () => {
    await world.change("insert into tenants (id, name) values ('fourth', 'Fourth')");
    const link = await world.link('fourth');
    const begun = await world.browser().call('POST', '/set-up/options', { invitation: secretOf(link) });
    const key = await world.server.client('fourth');
    const { body } = await key.call('POST', '/api/backoffice/invitations', { name: 'Ann', role: 'support' });
    expect((await setUpBy(world.browser(), secretOf(body.link))).status).toBe(200);
    await world.change("update operators set role = 'administrator' where tenant_id = 'fourth'");
    const late = await finishSetUp(world.browser(), secretOf(link), begun.body, 'Late');
    expect(codeOf(late)).toEqual([404, 'operator.invitation-not-usable']);
  });
});

test('a set-up link comes again when every administrator has passkeys of another host alone', async () => {
  const moved = await operatorWorld();
  try {
    const before = await moved.administrator();
    await moved.change("update operator_credentials set rp_id = 'old.example'");
    expect((await signInWith(before)).status).toBe(401);
    const link = await moved.link();
    await moved.change("update operator_credentials set rp_id = 'localhost'");
    const late = await moved.browser().call('POST', '/set-up/options', { invitation: secretOf(link) });
    expect(late.status).toBe(404);
    await moved.change("update operator_credentials set rp_id = 'old.example'");
    expect((await setUpBy(moved.browser(), secretOf(link))).status).toBe(200);
    expect(await moved.link()).toBeUndefined();
  } finally {
    await moved.close();
  }
});

describe('an invitation', () => {
  test('raced by ten browsers makes one operator', async () => {
    const secret = await invite();
    const browsers = Array.from({ length: 10 }, () => world.browser());
    const begun = await Promise.all(
      browsers.map((one) => one.call('POST', '/set-up/options', { invitation: secret })),
    );
    const answers = await Promise.all(
      browsers.map((one, at) => finishSetUp(one, secret, begun[at]?.body, `Racer ${at}`)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const others = answers.filter(({ status }) => status !== 200).map(codeOf);
    expect(new Set(others.map(String))).toEqual(new Set(['404,operator.invitation-not-usable']));
    const { body } = await ada.call('GET', '/operators?size=200');
    expect(body.content.filter(({ name }: { name: string }) => name.startsWith('Racer'))).toHaveLength(1);
  });

  test('is refused alike when unknown, over, withdrawn and used', async () => {
    const [over, withdrawn] = [await invite(), await invite('support', 'Gone')];
    await world.change(
      'update operator_invitations set expires_at = now() where consumed_at is null and role = $$auditor$$',
    );
    const { body } = await ada.call('GET', '/invitations');
    expect(body.content).toMatchObject([{ name: 'Gone', role: 'support', createdBy: 'Operator: Ada' }]);
    expect(JSON.stringify(body)).not.toContain(withdrawn);
    expect((await ada.call('DELETE', `/invitations/${body.content[0].id}`)).status).toBe(204);
    const answers = await Promise.all(
      [over, withdrawn, 'A'.repeat(43), 'x'].map((one) =>
        world.browser().call('POST', '/set-up/options', { invitation: one }),
      ),
    );
    const seen = answers.map(({ status, body: { traceId: _, ...rest } }) => JSON.stringify([status, rest]));
    expect(new Set(seen).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
  });

  test('survives a refused passkey; the ceremony does not', async () => {
    const secret = await invite();
    const unverified = world.browser({ flags: { userVerified: false } });
    const { body: begun } = await unverified.call('POST', '/set-up/options', { invitation: secret });
    const refused = await finishSetUp(unverified, secret, begun, 'Grace');
    expect(codeOf(refused)).toEqual([422, 'operator.passkey-refused']);
    expect(refused.body.detail).toBe('The authenticator did not verify the person.');
    const again = await finishSetUp(world.browser(), secret, begun, 'Grace');
    expect(again.body.detail).toBe('This took too long, or was answered before.');
    expect((await setUpBy(world.browser(), secret, 'Grace')).status).toBe(200);
    expect(await audit('operator.created')).toMatchObject([
      { outcome: 'SUCCESS', actor: 'Operator: Grace', facts: { role: 'auditor' } },
      { outcome: 'FAILURE', code: 'operator.passkey-refused' },
      { outcome: 'FAILURE', code: 'operator.passkey-refused' },
    ]);
  });

  test("does not take the ceremony of another's", async () => {
    const [one, other] = [await invite(), await invite()];
    const browser = world.browser();
    const { body: begun } = await browser.call('POST', '/set-up/options', { invitation: one });
    expect(codeOf(await finishSetUp(browser, other, begun, 'Grace'))).toEqual([
      422,
      'operator.passkey-refused',
    ]);
    expect((await finishSetUp(browser, one, begun, 'Grace')).status).toBe(200);
  });
});

describe('signing in', () => {
  test('with a passkey begins a session of its own', async () => {
    const before = ada.cookie;
    const done = await signInWith(ada);
    expect(done.status).toBe(200);
    expect(ada.cookie).not.toBe(before);
    expect((await ada.call('GET', '/session')).body.permissions).toContain('TNT#demo#Audit:listAudit');
    const [latest] = await audit('operator.signed-in');
    expect(latest).toMatchObject({ outcome: 'SUCCESS', actor: 'Operator: Ada' });
    const stored = await world.server.owner.rows({
      name: 'test.hashes',
      text: 'select hash::text from operator_sessions',
    });
    const secret = Buffer.from(ada.cookie.split('=')[1] ?? '').toString('hex');
    expect(JSON.stringify(stored)).not.toContain(secret);
  });

  test('fails alike for an unknown passkey, a wrong answer, a blocked operator and no ceremony', async () => {
    const bob = await world.invited(ada, 'support', 'Bob');
    await ada.call('POST', `/operators/${bob.id}`, { status: 'BLOCKED' });
    const stranger = world.browser();
    const { body: begun } = await stranger.call('POST', '/set-up/options', { invitation: await invite() });
    stranger.device.createCredential(begun.options, place);
    const wrong = async () => {
      const { body } = await ada.call('POST', '/sign-in/options', {});
      const response = ada.device.getAssertion(body.options, { origin: 'https://evil.example' });
      return ada.call('POST', '/sign-in', { ceremonyId: body.ceremonyId, response });
    };
    const answers = [
      await signInWith(stranger),
      await wrong(),
      await signInWith(bob.browser),
      await ada.call('POST', '/sign-in', { ceremonyId: 'A'.repeat(26), response: {} }),
    ];
    const seen = answers.map(({ status, body: { traceId: _, ...rest } }) => JSON.stringify([status, rest]));
    expect(new Set(seen).size).toBe(1);
    expect(codeOf(answers[0] as never)).toEqual([401, 'operator.sign-in-failed']);
    expect((await audit('operator.signed-in')).slice(0, 2)).toMatchObject([
      { outcome: 'FAILURE', code: 'operator.sign-in-failed', actor: 'Operator: Bob' },
      { outcome: 'FAILURE', code: 'passkey.origin-not-allowed', actor: 'Operator: Ada' },
    ]);
  });

  test('takes an answer once, and none that is late', async () => {
    const begin = async () => {
      const { body } = await ada.call('POST', '/sign-in/options', {});
      const response = ada.device.getAssertion(body.options, place);
      return { ceremonyId: body.ceremonyId, response };
    };
    const answer = await begin();
    const answers = await Promise.all(Array.from({ length: 8 }, () => ada.call('POST', '/sign-in', answer)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const late = await begin();
    await world.change("update operator_ceremonies set expires_at = now() - interval '1 second'");
    expect((await ada.call('POST', '/sign-in', late)).status).toBe(401);
  });

  test('does not take a passkey back whose counter did not grow', async () => {
    const counting = world.browser({ hasCounter: true });
    await setUpBy(counting, await invite(), 'Counter');
    expect((await signInWith(counting)).status).toBe(200);
    await world.change('update operator_credentials set sign_count = 99 where sign_count > 0');
    expect((await signInWith(counting)).status).toBe(401);
  });

  test('is limited by address', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 200; count += 1) {
      statuses.push((await ada.call('POST', '/sign-in/options', {})).status);
    }
    const limited = await ada.call('POST', '/set-up/options', { invitation: 'x' });
    expect([statuses.at(-1), limited.status, limited.headers.get('retry-after')]).toEqual([429, 429, '1']);
  });
});

test('where there is one tenant, its audit also has the passkeys that nobody has', async () => {
  const alone = await operatorWorld();
  try {
    await alone.change("delete from tenants where id = 'other'");
    const stranger = alone.browser();
    const { body } = await stranger.call('POST', '/set-up/options', {
      invitation: secretOf(await alone.link()),
    });
    stranger.device.createCredential(body.options, place);
    expect((await signInWith(stranger)).status).toBe(401);
    const key = await alone.server.client('demo');
    const { body: records } = await key.call('GET', '/api/audit?action=operator.signed-in');
    expect(records.content).toMatchObject([
      { outcome: 'FAILURE', code: 'operator.sign-in-failed', facts: { reason: 'unknown passkey' } },
    ]);
  } finally {
    await alone.close();
  }
});
