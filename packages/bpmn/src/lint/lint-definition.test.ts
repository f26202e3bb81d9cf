import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspectDefinition } from '../read-definition.ts';
import { manifests } from '../testing/manifests.ts';
import { flowOf, processOf, taskOf } from '../testing/problems-of.ts';
import { lintDefinition } from './lint-definition.ts';
import { labelOf } from './related-origins.ts';
import { noSettings, type Settings } from './settings.ts';

/** A form whose name stands in either of two parameters. */
const eitherForm = {
  id: 'eitherForm',
  version: 1,
  label: '',
  waits: true,
  parameters: { properties: { dataFormName: { type: 'string' }, dynamicDataFormName: { type: 'string' } } },
  boundaryEvents: [],
};
const known = [...manifests, eitherForm];

const warningsOf = async (xml: string, settings: Settings = noSettings): Promise<readonly string[]> => {
  const { definition } = await inspectDefinition(xml, known);
  return lintDefinition(definition, known, settings).map(({ rule, element, property }) =>
    [rule, element, property].filter(Boolean).join(' '),
  );
};

const start = '<bpmn:startEvent id="S"/>';
const end = '<bpmn:endEvent id="E"/>';
const error = (code: string) => `<bpmn:error id="Err" errorCode="${code}"/>`;
const caught = (id: string, host: string) =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}"><bpmn:errorEventDefinition errorRef="Err"/></bpmn:boundaryEvent>`;
const timer = (id: string, host: string) =>
  `<bpmn:boundaryEvent id="${id}" attachedToRef="${host}"><bpmn:timerEventDefinition><bpmn:timeDuration>PT5M</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`;
const form = (id: string) => taskOf(id, 'customDataForm', { dataFormName: 'f' });
const decider = (id: string) => taskOf(id, 'simpleDecider');
const add = (userKey = 'user1') => taskOf('A', 'addUser', { storeName: 's', userKey });
const started = (more: Readonly<Record<string, string>> = {}) =>
  taskOf('T', 'startPasskeyRegistration', {
    registrationPolicy: 'p',
    relyingPartyId: 'example.com',
    storeName: 's',
    userKey: 'user1',
    ...more,
  });
const line = (...tasks: readonly (readonly [string, string])[]) => {
  const ids = ['S', ...tasks.map(([id]) => id), 'E'];
  const flows = ids.slice(1).map((id, place) => flowOf(ids[place] ?? '', id));
  return `${start}${tasks.map(([, xml]) => xml).join('')}${end}${flows.join('')}`;
};
/** A sign-in before it, with the fallback that a sign-in should have. */
const signedIn = (
  begun: Readonly<Record<string, string>> = {},
  completed: Readonly<Record<string, string>> = {},
  other?: Readonly<Record<string, string>>,
) => {
  const begin = (id: string, more: Readonly<Record<string, string>>) =>
    taskOf(id, 'startPasskeyAuthentication', { relyingPartyId: 'example.com', storeName: 's', ...more });
  const sign = taskOf('Q', 'completePasskeyAuthentication', { ...completed, ...other });
  const tasks = [['B', begin('B', { ...begun })], ...(other ? [['R', begin('R', other)]] : [])] as const;
  const inARow = [...tasks, ['Q', sign], ['T', started()]] as [string, string][];
  return processOf(`${line(...inARow)}${caught('C', 'Q')}${flowOf('C', 'E')}`, error('passkey.cancelled'));
};
const registers = processOf(line(['A', add()], ['T', started()]));

const policy = {
  storeName: 's',
  relyingPartyId: 'example.com',
  name: 'p',
  timeoutMs: 300_000,
  algorithms: [-8, -7, -257],
  attestation: 'none',
  namesAuthenticators: false,
  requiresUserProof: true,
} as const;

describe('a warning is given for', () => {
  test('a passkey step that nobody can decline, until “User cancelled” or a catch-all leads on', async () => {
    const complete = taskOf('T', 'completePasskeyRegistration');
    expect(await warningsOf(processOf(line(['T', complete])))).toEqual(['passkey-without-fallback T']);
    const other = line(['T', complete]) + caught('B', 'T') + flowOf('B', 'E');
    expect(await warningsOf(processOf(other, error('passkey.already-registered')))).toEqual([
      'passkey-without-fallback T',
    ]);
    expect(await warningsOf(processOf(other, error('passkey.cancelled')))).toEqual([]);
    expect(await warningsOf(processOf(other.replace(' errorRef="Err"', '')))).toEqual([]);
  });

  test('a passkey step in a sub-process only where nothing round it catches the cancelling', async () => {
    const inner = `<bpmn:subProcess id="P1"><bpmn:startEvent id="S1"/>${taskOf('T', 'completePasskeyRegistration')}<bpmn:endEvent id="E1"/>${flowOf('S1', 'T')}${flowOf('T', 'E1')}</bpmn:subProcess>`;
    expect(await warningsOf(processOf(line(['P1', inner])))).toEqual(['passkey-without-fallback T']);
    const caughtAround = line(['P1', inner]) + caught('B', 'P1') + flowOf('B', 'E');
    expect(await warningsOf(processOf(caughtAround, error('passkey.cancelled')))).toEqual([]);
  });

  test('a step that is given no form, by neither of its two parameters', async () => {
    const shown = (given: Readonly<Record<string, string>>) =>
      warningsOf(processOf(line(['T', taskOf('T', 'eitherForm', given)])));
    expect(await shown({})).toEqual(['form-not-chosen T dataFormName']);
    expect(await shown({ dataFormName: 'f' })).toEqual([]);
    expect(await shown({ dynamicDataFormName: '${_initial.form}' })).toEqual([]);
  });

  test('an expression that reads what no step before it keeps, by its key', async () => {
    const named = (userFirstName: string, before = [['A', add()]] as [string, string][]) =>
      warningsOf(processOf(line(...before, ['N', taskOf('N', 'addUser', { ...user2, userFirstName })])));
    const user2 = { storeName: 's', userKey: 'user2' };
    expect(await named('${_identityStore.users.user1.firstName}')).toEqual([]);
    expect(await named('${_identityStore.users["user1"].firstName}')).toEqual([]);
    expect(await named('${_identityStore.users.user3.firstName}')).toEqual([
      'data-not-known N userFirstName',
    ]);
    expect(await named('${_identityStore.users.user2.firstName}')).toEqual([
      'data-not-known N userFirstName',
    ]);
    expect(await named('${_forms.form1.currentForm.data.name}')).toEqual(['data-not-known N userFirstName']);
    expect(await named('${_forms.form1.currentForm.data.name}', [['F', form('F')]])).toEqual([]);
    expect(await named('${_identityStore.users.any.id}', [['A', add('${_initial.key}')]])).toEqual([]);
    expect(await named('${_initial.firstName} ${_decision} ${_forms}')).toEqual([]);
  });

  test('a condition and a map that read what is not there, but not what a sub-process keeps', async () => {
    const inner = `<bpmn:subProcess id="P1"><bpmn:startEvent id="S1"/>${form('F')}<bpmn:endEvent id="E1"/>${flowOf('S1', 'F')}${flowOf('F', 'E1')}</bpmn:subProcess>`;
    const asked = (before: string) =>
      warningsOf(
        processOf(
          `${start}${before}<bpmn:exclusiveGateway id="G" default="G-E"/>${end}${decider('D')}${flowOf('S', 'P1')}${flowOf('P1', 'G')}${flowOf('G', 'E')}${flowOf('G', 'D', '${_forms.form1.currentForm.data.isNew}')}${flowOf('D', 'E')}`,
        ),
      );
    expect(await asked(inner)).toEqual([]);
    expect(await asked(decider('P1'))).toEqual(['data-not-known G-D condition']);
  });

  test('a policy that gives less than five minutes', async () => {
    const hasty = { policies: [{ ...policy, timeoutMs: 299_999 }], relyingParties: [] };
    expect(await warningsOf(registers, hasty)).toEqual(['passkey-timeout-short T registrationPolicy']);
    expect(await warningsOf(registers, { ...hasty, policies: [policy] })).toEqual([]);
    const elsewhere = { ...hasty, policies: [{ ...policy, timeoutMs: 30_000, storeName: 'other' }] };
    expect(await warningsOf(registers, elsewhere)).toEqual([]);
  });

  test('a form that gives less than five minutes, also as a wrapped number', async () => {
    const limited = (registrationTimeout: string) =>
      warningsOf(
        processOf(
          line(['T', taskOf('T', 'passkeyRegistrationForm', { dataFormName: 'f', registrationTimeout })]),
        ),
      );
    expect(await limited('299')).toEqual(['passkey-timeout-short T registrationTimeout']);
    expect(await limited('${60}')).toEqual(['passkey-timeout-short T registrationTimeout']);
    expect(await limited('300')).toEqual([]);
    expect(await limited('${limit}')).toEqual([]);
  });

  test('RS1 among a policy’s algorithms', async () => {
    const old = { policies: [{ ...policy, algorithms: [-7, -65_535] }], relyingParties: [] };
    expect(await warningsOf(registers, old)).toEqual(['rs1-asked T registrationPolicy']);
  });

  test('a rule about models of authenticators without attestation', async () => {
    const asking = (attestation: string) => ({
      policies: [{ ...policy, attestation, namesAuthenticators: true }],
      relyingParties: [],
    });
    expect(await warningsOf(registers, asking('none'))).toEqual([
      'aaguid-without-attestation T registrationPolicy',
    ]);
    expect(await warningsOf(registers, asking('direct'))).toEqual([]);
  });

  test('more than five names among the origins of a relying party', async () => {
    const named = (relatedOrigins: readonly string[]) => ({
      policies: [],
      relyingParties: [{ storeName: 's', relyingPartyId: 'example.com', relatedOrigins }],
    });
    const names = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `https://www.${name}.com`);
    expect(await warningsOf(registers, named(names))).toEqual(['related-origins-many T relyingPartyId']);
    expect(await warningsOf(registers, named(names.slice(1)))).toEqual([]);
    const alike = names.map((_, place) => `https://shop${place}.example.co.uk`);
    expect(await warningsOf(registers, named(alike))).toEqual([]);
  });

  test('a timer where nothing waits', async () => {
    const timed = (task: string) => processOf(line(['T', task]) + timer('B', 'T') + flowOf('B', 'E'));
    expect(await warningsOf(timed(decider('T')))).toEqual(['boundary-never-triggered B timer']);
    expect(await warningsOf(timed(form('T')))).toEqual([]);
  });

  test('an error of a sub-process in which nothing raises it', async () => {
    const inner = `<bpmn:subProcess id="P1"><bpmn:startEvent id="S1"/>${form('F')}<bpmn:endEvent id="E1"/>${flowOf('S1', 'F')}${flowOf('F', 'E1')}</bpmn:subProcess>`;
    const around = line(['P1', inner]) + caught('B', 'P1') + flowOf('B', 'E');
    expect(await warningsOf(processOf(around, error('user.not-added')))).toEqual([
      'boundary-never-triggered B errorCode',
    ]);
    expect(await warningsOf(processOf(around, error('form.timed-out')))).toEqual([]);
  });

  test('a loop that only a person’s patience ends, until a timeout, a timer or a decision leads out', async () => {
    const loop = (more: string, roots = '') =>
      warningsOf(
        processOf(
          `${start}${form('F')}<bpmn:exclusiveGateway id="G" default="G-F"/>${end}${flowOf('S', 'F')}${flowOf('F', 'G')}${flowOf('G', 'F')}${more}`,
          roots,
        ),
      );
    expect(await loop(caught('B', 'F') + flowOf('B', 'E'), error('user.not-added'))).toEqual([
      'loop-without-limit F',
    ]);
    expect(await loop(flowOf('G', 'E', '${tries &gt; 3}'))).toEqual([]);
    expect(await loop(timer('B', 'F') + flowOf('B', 'E'))).toEqual([]);
    expect(await loop(caught('B', 'F') + flowOf('B', 'E'), error('form.timed-out'))).toEqual([]);
  });

  test('a passkey for somebody who is neither made here nor proved', async () => {
    const alone = (more: Readonly<Record<string, string>> = {}) =>
      warningsOf(processOf(line(['T', started(more)])));
    expect(await alone()).toEqual(['passkey-without-proof T']);
    expect(await alone({ createUser: '${true}' })).toEqual([]);
    expect(await alone({ createUser: '${isNew}' })).toEqual([]);
    expect(await warningsOf(processOf(line(['A', add('other')], ['T', started()])))).toEqual([
      'passkey-without-proof T',
    ]);
    const invited = { userId: '${_initial._invitedUser.userId}' };
    expect(await alone(invited)).toEqual([]);
    expect(
      await warningsOf(
        processOf(line(['G', taskOf('G', 'getUser', { storeName: 's', ...invited })], ['T', started()])),
      ),
    ).toEqual([]);
    const lax = { userVerification: 'preferred' };
    expect(await warningsOf(signedIn())).toEqual([]);
    expect(await warningsOf(signedIn({}, { userKey: 'other' }))).toEqual(['passkey-without-proof T']);
    expect(await warningsOf(signedIn(lax))).toEqual(['passkey-without-proof T']);
    expect(await warningsOf(signedIn(lax, {}, { passkeyAuthenticationKey: 'another' }))).toEqual([]);
    expect(await warningsOf(signedIn({ userVerification: '${_initial.how}' }))).toEqual([]);
  });
});

test.each([
  'passkey-registration',
  'passkey-registration-once',
  'passkey-registration-camunda',
  'passkey-add-another',
  'passkey-sign-up',
])('the example %s has nothing that is worth a warning', async (name) => {
  const file = path.resolve(import.meta.dirname, `../../../../examples/${name}.bpmn`);
  expect(await warningsOf(readFileSync(file, 'utf8'))).toEqual([]);
});

test.each([
  ['https://www.example.com', 'example'],
  ['https://example.co.uk:8443', 'example'],
  ['https://a.b.example.de', 'example'],
  ['http://localhost:3000', 'localhost'],
  ['https://co.uk', 'co'],
  ['nonsense', undefined],
])('the name by which %s counts is %s', (origin, label) => expect(labelOf(origin)).toBe(label));
