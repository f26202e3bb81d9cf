import { randomBytes } from 'node:crypto';
import { newId, toBase64url } from '@latchkey/kernel';
import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { usualKey } from '../../../../test/support/composed.ts';
import { keptPasskeys } from '../../../../test/support/kept-passkeys.ts';
import { publicOrigin, registrationWorld, serve } from '../../../../test/support/registration-world.ts';
import { inTenant } from '../db/tenant-scope.ts';
import { localKeys } from '../secrets/local-keys.ts';
import { rotateKeys } from '../secrets/rotate-keys.ts';
import { sealOldPasskeys } from './seal-old-passkeys.ts';
import { sealablePasskeys } from './sealable-passkeys.sql.ts';
import { verifyPasskeys } from './verify-passkeys.ts';

type Passkey = {
  id: string;
  publicKey?: string;
  status: string;
  findings: string[];
  name: string;
  userId: string;
};

let world: Awaited<ReturnType<typeof registrationWorld>>;
beforeAll(async () => {
  world = await registrationWorld();
});
afterAll(() => world.close());

async function registered() {
  const user = await world.newUser({ externalId: newId() });
  const path = `${world.store}/users/${user.id}/passkeys`;
  const start = `${path}/relyingParties/localhost/registrations/policy1`;
  const { body } = await world.call<{ sessionId: string; clientRequest: never }>('POST', start, {});
  const clientResponse = createSoftAuthenticator().createCredential(body.clientRequest, {
    origin: publicOrigin,
  });
  const end = `${path}/registrations/sessions/${body.sessionId}`;
  const done = await world.call<{ passkey: Passkey }>('POST', end, { clientResponse });
  const { id } = done.body.passkey;
  const list = async () => (await world.call<{ content: Passkey[] }>('GET', path)).body.content;
  return { user, id, at: `${path}/${id}`, list, again: () => world.call('POST', end, { clientResponse }) };
}

const set = (change: string, id: string, ...more: readonly unknown[]) =>
  world.owner.change({ name: `test.${newId()}`, text: `update credentials set ${change} where id = $1` }, [
    id,
    ...more,
  ]);
const alarms = (id: string) =>
  world.owner.rows<{ code: string; outcome: string; facts: object }>(
    {
      name: 'test.alarms',
      text: "select code, outcome, facts from audit where action = 'passkey.tampered' and target_id = $1",
    },
    [id],
  );
const needs = (key = usualKey) => {
  const kept = keptPasskeys(world.database, key);
  return { sql: world.database, tables: [sealablePasskeys], ...kept };
};
const verify = (key?: Uint8Array) => inTenant('demo', () => verifyPasskeys(needs(key), 'demo'));

describe('a passkey that somebody edits in the database', () => {
  const other = { key: toBase64url(randomBytes(77)) };
  const edits: readonly (readonly [string, string, readonly unknown[]])[] = [
    ['its key', 'public_key = $2', [Buffer.from(other.key, 'base64url')]],
    ['its algorithm', 'algorithm = -257', []],
    ['its credential id', 'credential_id = $2', [randomBytes(32)]],
    ['its relying party', "rp_id = 'elsewhere.example'", []],
    ['its model', 'aaguid = $2', ['08987058-cadc-4b81-b6e1-30de50dcbe96']],
    ['whether it was verified', 'user_verified = not user_verified', []],
    ['whether it may be synchronised', 'backup_eligible = not backup_eligible', []],
    ['its HMAC', 'mac = $2', [randomBytes(33)]],
  ];

  test.each(edits)(
    '%s is refused, blocked in lists without its key, and an alarm',
    async (_, edit, values) => {
      const { at, id, list, user } = await registered();
      expect(await world.call('GET', at)).toMatchObject({ status: 200, body: { status: 'ACTIVE' } });
      await set(edit, id, ...values);
      expect(await world.call('GET', at)).toMatchObject({ status: 409, body: { code: 'passkey.tampered' } });
      const [shown] = await list();
      expect(shown).toMatchObject({ id, status: 'BLOCKED', findings: ['passkey.tampered'] });
      expect(shown).not.toHaveProperty('publicKey');
      // Once in an hour, however often it is met.
      expect(await alarms(id)).toEqual([
        { code: 'passkey.tampered', outcome: 'FAILURE', facts: { userId: user.id } },
      ]);
      await expect(verify()).rejects.toMatchObject({
        code: 'passkey.tampered',
        facts: { tampered: [`passkey ${id}`] },
      });
      const renamed = await world.call<Passkey>('POST', at, { name: 'Suspect' });
      expect(renamed).toMatchObject({ status: 200, body: { name: 'Suspect', status: 'BLOCKED' } });
      expect((await world.call('DELETE', at)).status).toBe(204);
      expect(await verify()).toMatchObject({ unsealed: 0 });
    },
  );

  test('with the key and the HMAC of another row is refused, and so is the row under another user', async () => {
    const [mine, theirs] = [await registered(), await registered()];
    const copy = `public_key = o.public_key, mac = o.mac from (select * from credentials where id = $2) o`;
    await world.owner.change(
      { name: 'test.copy', text: `update credentials c set ${copy} where c.id = $1` },
      [theirs.id, mine.id],
    );
    expect((await world.call('GET', theirs.at)).body).toMatchObject({ code: 'passkey.tampered' });
    expect(await theirs.again()).toMatchObject({ status: 409, body: { code: 'passkey.tampered' } });
    await set('user_id = $2', mine.id, theirs.user.id);
    const path = `${world.store}/users/${theirs.user.id}/passkeys/${mine.id}`;
    expect((await world.call('GET', path)).body).toMatchObject({ code: 'passkey.tampered' });
    for (const at of [theirs.at, path]) expect((await world.call('DELETE', at)).status).toBe(204);
  });

  test('is told where a user handle was exchanged', async () => {
    const { at, user } = await registered();
    const text = 'update user_handles set handle = $2 where user_id = $1';
    await world.owner.change({ name: 'test.handle', text }, [user.id, randomBytes(32)]);
    expect((await world.call('GET', at)).body).toMatchObject({ code: 'passkey.tampered' });
    expect((await world.call('DELETE', at)).status).toBe(204);
  });

  test('keeps its HMAC through all that a passkey lives through', async () => {
    const { at, id } = await registered();
    await set("sign_count = 7, backed_up = true, last_used_at = now(), findings = '{metadata.revoked}'", id);
    for (const change of [{ name: 'Key' }, { status: 'BLOCKED' }, { status: 'ACTIVE' }])
      expect(await world.call('POST', at, change)).toMatchObject({ status: 200, body: change });
    expect(await world.call('GET', at)).toMatchObject({ status: 200, body: { signCount: 7 } });
    expect(await alarms(id)).toEqual([]);
  });
});

describe('what a passkey was registered by', () => {
  const evidenceOf = async (id: string) =>
    (await world.owner.row<{ evidence: Buffer }>(
      { name: 'test.evidence', text: 'select evidence from credentials where id = $1' },
      [id],
    )) ?? { evidence: Buffer.alloc(0) };

  test('is sealed to the passkey: a copy in another row does not open, and the check finds it', async () => {
    const [one, two] = [await registered(), await registered()];
    const { seals } = needs();
    const { evidence } = await evidenceOf(one.id);
    const opened = await inTenant('demo', () => seals.open({ tenant: 'demo', id: one.id }, evidence));
    const read = JSON.parse(Buffer.from(opened?.clientDataJson ?? []).toString());
    expect(read).toMatchObject({ type: 'webauthn.create', origin: publicOrigin });
    expect(evidence.toString('latin1')).not.toContain('webauthn.create');
    for (const place of [
      { tenant: 'demo', id: two.id },
      { tenant: 'other', id: one.id },
    ])
      expect(await inTenant(place.tenant, () => seals.open(place, evidence))).toBeUndefined();
    await set('evidence = $2', two.id, evidence);
    await expect(verify()).rejects.toMatchObject({ facts: { tampered: [`passkey ${two.id}`] } });
    expect((await world.call('DELETE', two.at)).status).toBe(204);
  });
});

describe('passkeys of an earlier version', () => {
  /** Puts a row back to what the version before wrote. */
  const unseal = (id: string) =>
    set("mac = null, evidence = null, attestation_object = '\\x01', client_data_json = '\\x02'", id);

  test('are good, are sealed once as they are found, and the audit names them', async () => {
    const [one, two] = [await registered(), await registered()];
    for (const { id } of [one, two]) await unseal(id);
    expect(await world.call('GET', one.at)).toMatchObject({ status: 200 });
    expect(await verify()).toMatchObject({ unsealed: 2 });
    const both = await Promise.all([sealOldPasskeys(needs()), sealOldPasskeys(needs())]);
    expect(both.reduce((sum, each) => sum + each, 0)).toBe(2);
    expect(await verify()).toMatchObject({ unsealed: 0 });
    const stored = await world.owner.row(
      {
        name: 'test.stored',
        text: 'select attestation_object as a, client_data_json as c, evidence from credentials where id = $1',
      },
      [one.id],
    );
    expect(stored).toMatchObject({ a: null, c: null, evidence: expect.anything() });
    const told = await world.owner.rows<{ passkeys: string[] }>({
      name: 'test.told',
      text: "select facts -> 'passkeys' as passkeys from audit where action = 'passkey.sealed'",
    });
    expect(told.flatMap(({ passkeys }) => passkeys).sort()).toEqual([one.id, two.id].sort());
    await set('algorithm = -257', one.id);
    expect((await world.call('GET', one.at)).body).toMatchObject({ code: 'passkey.tampered' });
    expect((await world.call('DELETE', one.at)).status).toBe(204);
  });

  test('are refused, a day after the upgrade, once none was left: then nobody but a stranger wrote them', async () => {
    const { id, at } = await registered();
    await sealOldPasskeys(needs());
    await unseal(id);
    expect((await world.call('GET', at)).status).toBe(200);
    expect(await sealOldPasskeys(needs())).toBe(1);
    const age = "update migrations set applied_at = applied_at - interval '2 days'";
    await world.owner.change({ name: 'test.age', text: age });
    expect(await sealOldPasskeys(needs())).toBe(0);
    await unseal(id);
    expect((await world.call('GET', at)).body).toMatchObject({ code: 'passkey.tampered' });
    expect(await sealOldPasskeys(needs())).toBe(0);
    await expect(verify()).rejects.toMatchObject({ facts: { tampered: [`passkey ${id}`] } });
    expect((await world.call('DELETE', at)).status).toBe(204);
  });
});

test('a rotation of the secret key leaves every passkey good; another key opens none', async () => {
  const { at } = await registered();
  const newest = randomBytes(32);
  const stranger = await serve(world.database, world.keys, newest);
  expect(await stranger.call('GET', at)).toMatchObject({ status: 503, body: { code: 'secret.unreadable' } });
  expect((await rotateKeys({ sql: world.database, keys: localKeys([newest, usualKey]) })).unreadable).toEqual(
    [],
  );
  expect(await verify(newest)).toMatchObject({ unsealed: 0, checked: expect.any(Number) });
  const next = await serve(world.database, world.keys, newest);
  expect(await next.call('GET', at)).toMatchObject({ status: 200 });
  await Promise.all([stranger.close(), next.close()]);
});
