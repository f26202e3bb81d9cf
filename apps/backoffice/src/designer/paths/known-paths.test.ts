import { expect, test } from 'vitest';
import type { Drawing, DrawnElement } from '../drawing.ts';
import type { Manifest } from '../manifest.ts';
import { knownPaths } from './known-paths.ts';

const element = (id: string, more: Partial<DrawnElement>): DrawnElement => ({
  id,
  kind: 'task',
  name: id,
  documentation: '',
  bpmnType: '',
  x: 0,
  y: 0,
  incoming: [],
  outgoing: [],
  ...more,
});

const manifest = (
  id: string,
  outputs: Manifest['outputs'],
  defaults: Readonly<Record<string, string>> = {},
): Manifest => ({
  id,
  version: 1,
  label: id,
  group: '',
  icon: '',
  docs: '',
  waits: false,
  boundaryEvents: [],
  outputs,
  parameters: {
    properties: Object.fromEntries(
      Object.entries(defaults).map(([name, value]) => [name, { default: value }]),
    ),
  },
});

const manifests = [
  manifest('addUser', [{ path: 'users.{userKey}.id', type: 'string', docs: '' }], { userKey: 'user1' }),
  manifest('form', [{ path: '_forms.{key}.data', type: 'form', docs: '' }], { key: 'form1' }),
];

const use = (type: string, parameters: Readonly<Record<string, string>> = {}) => ({
  type,
  version: 1,
  parameters,
});

const drawing = (...elements: readonly DrawnElement[]): Drawing => ({
  processId: 'p',
  elements: Object.fromEntries(elements.map((one) => [one.id, one])),
});

const flow = (id: string, source: string, target: string) => element(id, { kind: 'flow', source, target });

const diagram = drawing(
  element('Add', { activity: use('addUser', { userKey: 'a-b' }), outgoing: ['f1'] }),
  element('Form', {
    activity: use('form', { dataFormName: 'sample' }),
    incoming: ['f1', 'f3'],
    outgoing: ['f2'],
  }),
  element('After', { activity: use('addUser'), incoming: ['f2'], outgoing: ['f3'] }),
  element('Late', { kind: 'boundary', attachedTo: 'Form' }),
  flow('f1', 'Add', 'Form'),
  flow('f2', 'Form', 'After'),
  flow('f3', 'After', 'Form'),
);

const at = (id: string) =>
  knownPaths(diagram, id, manifests, (name) => (name === 'sample' ? ['email', 'last name'] : [])).map(
    ({ path }) => path,
  );

test('a step knows what those before it leave, under the keys that they were given', () => {
  expect(at('Form')).toEqual(['users["a-b"].id', 'users.user1.id']);
});

test('a form leaves its fields, a loop leads round once, and an element does not know itself', () => {
  expect(at('After')).toEqual([
    '_forms.form1.data.email',
    '_forms.form1.data["last name"]',
    '_forms.form1.data',
    'users["a-b"].id',
  ]);
});

test('a flow knows what its source leaves, a boundary event what its host perhaps did', () => {
  expect(at('f1')).toEqual(['users["a-b"].id']);
  expect(at('Late')).toContain('_forms.form1.data.email');
});

test('a key that is an expression is known only when running', () => {
  const unknown = drawing(
    element('Add', { activity: use('addUser', { userKey: '$' + '{x}' }), outgoing: ['f'] }),
    element('End', { kind: 'end', incoming: ['f'] }),
    flow('f', 'Add', 'End'),
  );
  expect(knownPaths(unknown, 'End', manifests, () => [])).toEqual([]);
});
