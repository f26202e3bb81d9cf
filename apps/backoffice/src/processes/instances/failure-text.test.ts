import { expect, test } from 'vitest';
import { failureText } from './failure-text.ts';

const activities = [
  {
    id: 'start',
    boundaryEvents: [{ code: 'store.unavailable', label: 'Failed call', docs: 'It could not be started.' }],
  },
  {
    id: 'complete',
    boundaryEvents: [{ code: 'store.unavailable', label: 'Failed call', docs: 'It could not be kept.' }],
  },
];

test.each([
  ['store.unavailable', 'complete', 'Failed call: It could not be kept.'],
  ['store.unavailable', 'start', 'Failed call: It could not be started.'],
  ['store.unavailable', 'form', undefined],
  ['passkey.origin-not-allowed', 'complete', 'The server did not take what the browser sent.'],
  ['own.code', undefined, undefined],
])('%s at %s is told as “%s”', (code, activity, told) => {
  expect(failureText({ code, activity }, activities)).toBe(told);
});

test('a code that no activity declares has words that say what to do', () => {
  expect(failureText({ code: 'form.not-found', activity: 'customDataForm' }, activities)).toMatch(
    /Deploy it .* then retry/,
  );
});

test('parameters that did not fit are told one by one', () => {
  const store = { pointer: '/storeName', detail: 'Identity store is required.' };
  const users = { pointer: '/maxUsers', detail: 'Users: a whole number is expected.' };
  const told = (...errors: readonly (typeof store)[]) =>
    failureText({ code: 'activity.parameters-invalid', activity: 'start', errors }, activities);
  expect(told(store)).toBe('A parameter of the step does not fit. Identity store is required.');
  expect(told(store, users)).toBe(
    'Parameters of the step do not fit. Identity store is required. Users: a whole number is expected.',
  );
  expect(told()).toMatch(/^A parameter of the step has a value/);
});
