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
  expect(failureText(code, activity, activities)).toBe(told);
});

test('a code that no activity declares has words that say what to do', () => {
  expect(failureText('form.not-found', 'customDataForm', activities)).toMatch(/Deploy it .* then retry/);
});
