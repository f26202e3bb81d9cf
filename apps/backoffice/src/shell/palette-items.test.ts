import { expect, test } from 'vitest';
import { matching } from './palette-items.ts';

const item = (label: string, keywords = '') => ({ id: label, label, keywords, run: () => undefined });
const items = [item('Go to Users', 'people'), item('Go to Relying parties', 'origins'), item('Sign out')];
const found = (text: string) => matching(items, text).map(({ label }) => label);

test('everything is offered until something is typed', () => {
  expect(found('  ')).toHaveLength(3);
});

test('every word must fit the label or a keyword, in any letter case', () => {
  expect(found('REL par')).toEqual(['Go to Relying parties']);
  expect(found('people')).toEqual(['Go to Users']);
  expect(found('users origins')).toEqual([]);
});

test('labels with a word that begins so come first', () => {
  expect(found('s')[0]).toBe('Sign out');
});
