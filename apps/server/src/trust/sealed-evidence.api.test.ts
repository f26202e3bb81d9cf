import { afterAll, beforeAll, expect, test } from 'vitest';
import { keptPasskeys } from '../../../../test/support/kept-passkeys.ts';
import { type Json, signedBlob, type TrustWorld, trustWorld } from '../../../../test/support/trust-world.ts';
import { inTenant } from '../db/tenant-scope.ts';

let world: TrustWorld;
beforeAll(async () => {
  world = await trustWorld();
});
afterAll(() => world?.close());

const publish = async (number: number, statuses: readonly string[]) => {
  await world.put(signedBlob(number, statuses));
  await world.round();
};
const registered = async (): Promise<string> => (await world.register('open')).passkey.id;
const set = (id: string, change: string, ...values: readonly unknown[]) =>
  world.db.owner.change({ name: `test.${change}`, text: `update credentials set ${change} where id = $1` }, [
    id,
    ...values,
  ]);
const evidenceOf = async (id: string) =>
  (await world.db.owner.row<{ evidence: Uint8Array }>(
    { name: 'test.evidence', text: 'select evidence from credentials where id = $1' },
    [id],
  )) ?? { evidence: new Uint8Array() };
const findings = async (): Promise<Record<string, string[]>> => {
  const { content } = await world.demo('GET', '/api/identity-store/passkeys?size=100');
  return Object.fromEntries(content.map((one: Json) => [one.id, one.findings]));
};

/** Puts a row back to what the version before wrote. */
async function unseal(id: string) {
  const { seals } = keptPasskeys(world.db.database);
  const { evidence } = await evidenceOf(id);
  const opened = await inTenant('demo', () => seals.open({ tenant: 'demo', id }, evidence));
  const plain = [opened?.attestationObject, opened?.clientDataJson];
  await set(id, 'mac = null, evidence = null, attestation_object = $2, client_data_json = $3', ...plain);
}

test('an assessment opens what a passkey was registered by, of this version and of the one before', async () => {
  await publish(1, ['FIDO_CERTIFIED_L2']);
  const [good, old, exchanged, edited] = [
    await registered(),
    await registered(),
    await registered(),
    await registered(),
  ];
  expect(await findings()).toEqual({ [good]: [], [old]: [], [exchanged]: [], [edited]: [] });
  await unseal(old);
  await set(exchanged, 'evidence = $2', (await evidenceOf(good)).evidence);
  await set(edited, 'public_key = $2', new Uint8Array(77));
  await publish(2, ['FIDO_CERTIFIED_L2', 'REVOKED']);
  expect(await findings()).toEqual({
    [good]: ['metadata.revoked', 'passkey.model-revoked'],
    [old]: ['metadata.revoked', 'passkey.model-revoked'],
    [exchanged]: ['passkey.tampered'],
    [edited]: ['passkey.tampered'],
  });
  const query = '/api/identity-store/passkeys?finding=passkey.tampered';
  expect((await world.demo('GET', query)).content).toHaveLength(2);
  const told = await world.demo('GET', '/api/audit?action=passkey.tampered');
  expect(told.content.map(({ targetId }: Json) => targetId).sort()).toEqual([exchanged, edited].sort());
});
