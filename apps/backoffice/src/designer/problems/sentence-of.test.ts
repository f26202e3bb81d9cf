import { expect, test } from 'vitest';
import type { Drawing, DrawnElement } from '../drawing.ts';
import { sentenceOf } from './sentence-of.ts';

const element = (id: string, kind: DrawnElement['kind'], name = ''): DrawnElement => ({
  ...{ id, kind, name, documentation: '', bpmnType: '', x: 0, y: 0, incoming: [], outgoing: [] },
});
const drawing: Drawing = {
  processId: 'P',
  elements: {
    P: element('P', 'process', 'Registration'),
    T: element('T', 'task', 'Add User'),
    G: element('G', 'exclusive'),
    F: element('F', 'flow'),
  },
};
const told = (id: string, problem: string): string => {
  const { before, name, after } = sentenceOf({ element: id, problem }, drawing);
  return `${before}[${name}]${after}`;
};

test('an element is named once, where the text names it', () => {
  expect(told('T', '"Add User" needs "User Key".')).toBe('[Add User] needs "User Key".');
  expect(told('T', 'Nothing leads to "Add User".')).toBe('Nothing leads to [Add User].');
});

test('an element without a name is told by its kind, not by its id', () => {
  expect(told('G', 'When no condition holds, "G" leads nowhere.')).toBe(
    'When no condition holds, [Decision] leads nowhere.',
  );
});

test('a text that does not name its element comes after the name; flow and process are told by it', () => {
  expect(told('T', 'The timer has no expression.')).toBe('[Add User] The timer has no expression.');
  expect(told('F', 'The flow out of "G" has no condition.')).toBe('[]The flow out of "G" has no condition.');
  expect(told('P', 'The process has no start event.')).toBe('[]The process has no start event.');
  expect(told('gone', 'It cannot be read.')).toBe('[]It cannot be read.');
});
