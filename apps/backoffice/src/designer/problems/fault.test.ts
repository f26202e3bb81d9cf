import { expect, test } from 'vitest';
import { type Fault, findingsAt, united } from './fault.ts';

const own: Fault = {
  by: 'browser',
  severity: 'error',
  element: 'T',
  property: 'userKey',
  rule: 'missing-parameter',
  problem: '"Add User" needs "User Key".',
  repair: 'Give it a value.',
};
const server: Fault = {
  ...own,
  by: 'server',
  rule: 'server',
  problem: `${own.problem} ${own.repair}`,
  repair: '',
};

test('what the server has found too is told once', () => {
  const other = { ...server, element: 'B' };
  expect(united([own], [server, other])).toEqual([own, other]);
});

test('a missing value is asked for beside its field', () => {
  expect(findingsAt([own], 'T', 'userKey').error).toBe('Give it a value.');
  expect(findingsAt([{ ...own, rule: 'unreadable' }], 'T', 'userKey').error).toBe(own.problem);
});
