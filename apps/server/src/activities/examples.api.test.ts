import { readdir, readFile } from 'node:fs/promises';
import type { ClientRequest } from '@latchkey/passkeys';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readerOf } from '../../../../test/support/journey-reader.ts';
import { deploy, type JourneyWorld, journeyWorld, newToken } from '../../../../test/support/journey-world.ts';
import { constantsOf, names, type Person, person, type Standing } from '../../../../test/support/person.ts';

let world: JourneyWorld;
beforeAll(async () => {
  world = await journeyWorld();
  await world.call('POST', `${world.store}/users`, { externalId: 'known', firstName: 'Known' });
});
afterAll(() => world.close());

type Play = {
  /** What the person did in earlier journeys. */
  readonly before?: (ada: Person) => Promise<unknown>;
  /** What the person does after the start. */
  readonly act?: (ada: Person, at: Standing) => Promise<unknown>;
  readonly parameters?: object;
  readonly data: object;
  readonly decision?: string;
};

const withPasskey = async (ada: Person) => ada.register(await ada.start({ pt: world.token }));
const attempt = (record: object) => ({
  _identityStore: {
    passkeys: { authentications: { passkeyAuth1: { currentPasskeyAuthenticationRecord: record } } },
  },
});

const plays: Readonly<Record<string, Play>> = {
  'add-user': {
    data: {
      _identityStore: { users: { user1: { storeName: 'demoStore', firstName: 'Ada', status: 'ACTIVE' } } },
    },
  },
  'get-user': {
    parameters: { userExternalId: 'known' },
    data: { _identityStore: { users: { user1: { externalId: 'known', firstName: 'Known' } } } },
  },
  'update-user': {
    data: { _identityStore: { users: { user1: { firstName: 'Ada', lastName: 'Lovelace' } } } },
  },
  'start-passkey-registration': {
    parameters: { userExternalId: 'new' },
    data: {
      _identityStore: {
        users: { user1: { externalId: 'new' } },
        passkeys: {
          registrations: {
            passkeyReg1: {
              currentPasskeyRegistrationRecord: {
                startPasskeyRegistrationResponse: {
                  clientRequest: { rp: { id: 'localhost' }, user: { name: 'ada', displayName: 'new' } },
                },
              },
            },
          },
        },
      },
    },
  },
  'passkey-registration-form': {
    act: (ada, at) => ada.register(at),
    data: {
      _forms: { form1: { currentForm: { name: 'passkeyRegistrationForm', version: 1, data: names } } },
    },
  },
  'complete-passkey-registration': {
    act: (ada, at) => ada.register(at),
    data: {
      _checks: { results: { 'completePasskeyRegistration:passkeyReg1': { outcome: 'PASSED' } } },
    },
  },
  'start-passkey-authentication': {
    data: attempt({
      relyingPartyName: 'passkeyConfig',
      startPasskeyAuthenticationResponse: {
        clientRequest: { rpId: 'localhost', userVerification: 'required', allowCredentials: [] },
      },
    }),
  },
  'passkey-authentication-form': {
    before: withPasskey,
    act: (ada, at) => ada.signIn(at),
    data: attempt({ browserOutcome: 'asserted', browserElapsedMs: 900 }),
  },
  'complete-passkey-authentication': {
    before: withPasskey,
    act: (ada, at) => ada.signIn(at),
    data: {
      _identityStore: { users: { user1: { storeName: 'demoStore', status: 'ACTIVE' } } },
      _checks: { results: { 'completePasskeyAuthentication:passkeyAuth1': { outcome: 'PASSED' } } },
    },
  },
  'custom-data-form': {
    act: (ada, at) => ada.press(at, names),
    data: { _forms: { form1: { currentForm: { data: names }, forms: { 1: { data: names } } } } },
  },
  'custom-page-v2': {
    act: async (ada, at) => {
      const { challenge } = constantsOf(at).passkeyRegClientRequest as ClientRequest;
      const asked = { challenge, userName: 'ada' };
      const { body } = await ada.send(at, { kind: 'ceremony', ...asked });
      const passkeyRegistrationResponse = ada.credentialFor(body.clientRequest as ClientRequest);
      return ada.send(at, { kind: 'sent', variables: { passkeyRegistrationResponse } });
    },
    data: {
      _customPages: { page1: { currentPage: { name: 'passkeyRegistrationPage', version: 1 } } },
      _checks: {
        results: {
          'page:page1': { outcome: 'PASSED' },
          'completePasskeyRegistration:passkeyReg1': { outcome: 'PASSED' },
        },
      },
    },
  },
  'simple-decider': { data: { _decision: 'PASS', decision: 'PASS' }, decision: 'PASS' },
};

describe("an activity's example", () => {
  test('is there for each, and no other', async () => {
    const entries = await readdir(import.meta.dirname, { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(folders.sort()).toEqual(Object.keys(plays).sort());
  });

  test.each(Object.entries(plays))(
    '%s runs to its end',
    async (folder, { before, act, parameters, data, decision }) => {
      const bpmn = await readFile(`${import.meta.dirname}/${folder}/example.bpmn`, 'utf8');
      await deploy(world.call, folder, bpmn);
      const ada = person(world.server.base);
      await before?.(ada);
      const at = await ada.start({
        pt: await newToken(world.call, folder, { parameters: parameters ?? {} }),
      });
      await act?.(ada, at);
      const reader = readerOf(world);
      expect(await reader.read(at.instanceId)).toMatchObject({
        status: 'COMPLETED_ENDED_SUCCESS',
        ...(decision && { decision }),
      });
      expect(await reader.dataOf(at.instanceId)).toMatchObject(data);
      await reader.replays(at.instanceId);
    },
  );
});
