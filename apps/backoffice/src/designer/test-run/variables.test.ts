import { expect, test } from 'vitest';
import { dataAfter, variablesOf, withoutChecks } from './variables.ts';

test('each value stands at the path by which expressions read it', () => {
  const data = {
    _initial: { firstName: 'Ada' },
    _checks: { results: { 'user:user1': { at: 3 } } },
    list: ['a'],
  };
  expect(variablesOf(data, data)).toEqual([
    { path: '_checks.results["user:user1"].at', text: '3' },
    { path: '_initial.firstName', text: 'Ada' },
    { path: 'list[0]', text: 'a' },
  ]);
});

test('what a step has changed is told apart from what is new and what is gone', () => {
  expect(variablesOf({ a: 1, b: { c: 2 }, d: 'x' }, { a: 1, b: { c: 3 }, e: null })).toEqual([
    { path: 'a', text: '1' },
    { path: 'b.c', text: '3', change: 'changed' },
    { path: 'd', text: 'x', change: 'gone' },
    { path: 'e', text: 'null', change: 'new' },
  ]);
});

test('what the list of checks tells is no variable; what else was checked is', () => {
  const _checks = { results: { 'task:T': { at: 3 } }, overallOutcome: 'FAIL' };
  expect(withoutChecks({ a: 1, _checks })).toEqual({ a: 1, _checks: { overallOutcome: 'FAIL' } });
  expect(withoutChecks({ a: 1, _checks: { results: {} } })).toEqual({ a: 1 });
  expect(withoutChecks({ a: 1 })).toEqual({ a: 1 });
});

test('the data after a step are its own; before the first step they are those of now', () => {
  const act = { kind: 'run' } as const;
  const steps = [{ number: 1, at: '', act, data: { a: 1 } }];
  expect(dataAfter({ steps, data: { a: 2 } }, 1)).toEqual({ a: 1 });
  expect(dataAfter({ steps: [], data: { a: 2 } }, 0)).toEqual({ a: 2 });
});
