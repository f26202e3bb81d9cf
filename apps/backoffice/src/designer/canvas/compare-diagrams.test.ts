import { moddle } from '@latchkey/bpmn';
import { expect, test } from 'vitest';
import type { Manifest } from '../manifest.ts';
import { type Change, compareDiagrams } from './compare-diagrams.ts';
import type { Moddle } from './services.ts';

/** What the designer knows of Add User, as far as it matters here. */
const manifests = [
  {
    id: 'addUser',
    version: 1,
    label: 'Add User',
    parameters: {
      properties: {
        storeName: { type: 'string', title: 'Store Name' },
        readonly: { type: 'boolean', title: 'Readonly' },
      },
    },
  },
] as unknown as readonly Manifest[];

const read = async (inside: string): Promise<Moddle> => {
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:latchkey="http://latchkey.dev/schema/bpmn/1.0" id="d" targetNamespace="t">
    <error id="Gone" errorCode="user.gone" /><error id="Other" errorCode="user.other" />
    <process id="P">${inside}</process></definitions>`;
  return (await moddle.fromXML(xml)).rootElement as unknown as Moddle;
};
const compare = async (before: string, after: string) =>
  compareDiagrams(await read(before), await read(after), manifests);
const changes = async (before: string, after: string): Promise<readonly Change[]> =>
  (await compare(before, after)).flatMap((one) => one.changes);

const addUser = (parameters: string, name = 'Add User') =>
  `<serviceTask id="T" name="${name}"><extensionElements>
    <latchkey:activity type="addUser" version="1">${parameters}</latchkey:activity>
  </extensionElements></serviceTask>`;
const parameter = (name: string, text: string) =>
  `<latchkey:parameter name="${name}">${text}</latchkey:parameter>`;

test('a changed parameter is named as in the panel, with both its values', async () => {
  const before = addUser(parameter('storeName', 'demoStore'));
  const after = addUser(parameter('storeName', 'customers'));
  expect(await compare(before, after)).toEqual([
    {
      id: 'T',
      kind: 'changed',
      name: 'Add User',
      changes: [{ what: 'Store Name', before: 'demoStore', after: 'customers' }],
    },
  ]);
});

test('a parameter that was not set, and one that is no longer, say so', async () => {
  expect(await changes(addUser(''), addUser(parameter('storeName', 'demoStore')))).toEqual([
    { what: 'Store Name', after: 'demoStore' },
  ]);
  expect(await changes(addUser(parameter('free', 'x')), addUser(''))).toEqual([
    { what: 'free', before: 'x' },
  ]);
});

test('switches and maps are told as people see them', async () => {
  const map = (text: string) =>
    `<latchkey:parameter name="userAttributes"><latchkey:entry key="floor">${text}</latchkey:entry></latchkey:parameter>`;
  const before = addUser(parameter('readonly', '${false}') + map('1'));
  const after = addUser(parameter('readonly', 'true') + map('2'));
  expect(await changes(before, after)).toEqual([
    { what: 'Readonly', before: 'off', after: 'on' },
    { what: 'userAttributes', before: 'floor: 1', after: 'floor: 2' },
  ]);
});

test('conditions, targets, errors and timers are told; a flow is called by its ends', async () => {
  const flow = (target: string, condition: string) =>
    `<exclusiveGateway id="G" name="Passed?" /><endEvent id="A" name="Yes" /><endEvent id="B" name="No" />
    <sequenceFlow id="F" sourceRef="G" targetRef="${target}">
      <conditionExpression>${condition}</conditionExpression></sequenceFlow>`;
  expect(await compare(flow('A', '${_decision == "PASS"}'), flow('B', '${true}'))).toMatchObject([
    {
      id: 'F',
      name: 'Passed? → No',
      changes: [
        { what: 'To', before: 'Yes', after: 'No' },
        { what: 'Condition', before: '${_decision == "PASS"}', after: '${true}' },
      ],
    },
  ]);
  const event = (error: string) =>
    `${addUser('')}<boundaryEvent id="E" attachedToRef="T"><errorEventDefinition errorRef="${error}" /></boundaryEvent>`;
  expect(await changes(event('Gone'), event('Other'))).toEqual([
    { what: 'Error code', before: 'user.gone', after: 'user.other' },
  ]);
  const timer = (time: string) =>
    `<intermediateCatchEvent id="W"><timerEventDefinition><timeDuration>${time}</timeDuration></timerEventDefinition></intermediateCatchEvent>`;
  expect(await changes(timer('PT1H'), timer('PT2H'))).toEqual([
    { what: 'Waits for', before: 'PT1H', after: 'PT2H' },
  ]);
});

test('an element that only another flow has come to is not changed; what came and what went is told', async () => {
  const before = `${addUser('')}<startEvent id="S" /><sequenceFlow id="F" sourceRef="S" targetRef="T" />`;
  const after = `${addUser('')}<startEvent id="S" /><endEvent id="End" name="Done" /><sequenceFlow id="G" sourceRef="T" targetRef="End" />`;
  expect((await compare(before, after)).map(({ id, kind }) => [id, kind])).toEqual([
    ['End', 'added'],
    ['G', 'added'],
    ['F', 'removed'],
  ]);
});

test('an element with a new name has not changed the flows that lead to it', async () => {
  const drawn = (name: string) =>
    `${addUser('', name)}<startEvent id="S" /><sequenceFlow id="F" sourceRef="S" targetRef="T" />`;
  expect((await compare(drawn('Add User'), drawn('Add her'))).map(({ id }) => id)).toEqual(['T']);
});

test('two alike have no difference', async () => {
  expect(await compare(addUser(''), addUser(''))).toEqual([]);
});
