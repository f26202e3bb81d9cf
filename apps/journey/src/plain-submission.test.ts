import { expect, test } from 'vitest';
import { plainSubmission } from './plain-submission.ts';

test('reads a form that came without JavaScript as the submission it stands for', () => {
  expect(plainSubmission({ _attempt: '2', _kind: 'prepare', userName: 'ada' })).toEqual({
    attempt: 2,
    kind: 'prepare',
    values: { userName: 'ada' },
  });
});

test('takes anything else than a passkey form for an ordinary one', () => {
  expect(plainSubmission({ _attempt: '1', _kind: 'registered' })).toEqual({
    attempt: 1,
    kind: 'submit',
    values: {},
  });
});

test('an attempt that is no number stays none', () => {
  expect(plainSubmission({ _attempt: 'x' }).attempt).toBeNaN();
});
