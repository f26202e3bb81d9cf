import { createSoftAuthenticator } from '@latchkey/passkeys/soft-authenticator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  base64,
  type Json,
  keyOfModel,
  model,
  signedBlob,
  type TrustWorld,
  trustWorld,
} from '../../../../test/support/trust-world.ts';

let world: TrustWorld;
beforeAll(async () => {
  world = await trustWorld();
  await world.put(signedBlob(1, ['FIDO_CERTIFIED_L1']));
  await world.round();
  for (let count = 0; count < 12; count += 1) await world.register('open');
  await world.register('open', createSoftAuthenticator());
});
afterAll(() => world?.close());

const models = async (query = ''): Promise<Json> =>
  (await world.demo('GET', `/api/identity-store/authenticatorModels${query}`)).content;
const sources = (): Promise<Json> => world.demo('GET', '/api/identity-store/trustSources');

describe('the models in use', () => {
  test('come the most used first, or the other way round, or one alone', async () => {
    const zeros = '00000000-0000-0000-0000-000000000000';
    const idsOf = (content: Json) => content.map(({ aaguid }: Json) => aaguid);
    expect(idsOf(await models())).toEqual([model, zeros]);
    expect(idsOf(await models('?sort=passkeys,asc'))).toEqual([zeros, model]);
    expect(await models(`?aaguid=${model}`)).toMatchObject([
      { passkeys: 12, verified: 12, name: 'Soft key' },
    ]);
  });

  test('are found by what is held against their passkeys', async () => {
    expect(await models('?finding=metadata.revoked')).toEqual([]);
    await world.put(signedBlob(2, ['FIDO_CERTIFIED_L1', 'REVOKED']));
    await world.round();
    for (const finding of ['metadata.revoked', 'any'])
      expect(await models(`?finding=${finding}`)).toMatchObject([
        { aaguid: model, findings: ['metadata.revoked', 'passkey.model-revoked'] },
      ]);
  });
});

test('a found passkey tells whose it is', async () => {
  const { content } = await world.demo('GET', `/api/identity-store/passkeys?aaguid=${model}&size=1`);
  expect(content).toMatchObject([{ storeName: 'people', userExternalId: 'p12' }]);
});

describe('a reassessment', () => {
  test('is told as long as it is to be done, to its tenant alone', async () => {
    expect((await sources()).reassessment).toBeUndefined();
    const certificate = base64(
      createSoftAuthenticator({ attestation: 'packed-certified' }).attestationRoot(),
    );
    const root = await world.demo('POST', '/api/identity-store/trustAnchors', { name: 'Ours', certificate });
    await world.demo('DELETE', `/api/identity-store/trustAnchors/${root.id}`);
    expect((await sources()).reassessment).toEqual({
      sinceDtm: expect.any(String),
      causes: ['trust-anchor.created', 'trust-anchor.deleted'],
    });
    const foreign = await world.other('GET', '/api/identity-store/trustSources');
    expect(foreign.reassessment).toBeUndefined();
    await world.round();
    expect((await sources()).reassessment).toBeUndefined();
  });

  test('that two processes make at once is audited once', async () => {
    const second = await world.process();
    const certificate = base64(keyOfModel().attestationRoot());
    const told = async () =>
      (await world.demo('GET', '/api/audit?action=passkey.assessed&size=200')).totalElements;
    const before = await told();
    // The anchor changes nothing that is found; a policy that denies the model does, for each of its passkeys.
    await world.demo('POST', '/api/identity-store/trustAnchors', { name: 'Theirs', certificate });
    await world.round();
    expect(await told()).toBe(before);
    const policy = '/api/identity-store/stores/people/relyingParties/localhost/registrationPolicies/open';
    await world.demo('POST', policy, { deniedModels: [model] });
    const assess = [world.product, second].map(
      ({ chores }) =>
        chores.find(({ name }) => name.startsWith('assess'))?.work ?? (() => Promise.resolve(0)),
    );
    await Promise.all(assess.map((work) => work()));
    expect(await told()).toBe(before + 12);
    expect(await models('?finding=passkey.model-denied')).toMatchObject([{ aaguid: model, passkeys: 12 }]);
    await second.close();
  });
});
