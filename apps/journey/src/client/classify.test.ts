import { describe, expect, test } from 'vitest';
import { classify } from './classify.ts';

const minute = 60_000;

describe('classify', () => {
  test.each([
    ['InvalidStateError', 4, 'already-registered'],
    ['SecurityError', 5, 'configuration-error'],
    ['TypeError', 0, 'configuration-error'],
    ['EncodingError', 0, 'configuration-error'],
    ['ConstraintError', 3, 'unsupported'],
    ['NotSupportedError', 3, 'unsupported'],
    ['NotAllowedError', 4_000, 'cancelled'],
    ['UnknownError', 4_000, 'cancelled'],
    ['constructor', 4_000, 'cancelled'],
  ])('%s after %i ms is %s', (name, elapsedMs, outcome) => {
    expect(classify(name, elapsedMs, minute, {})).toBe(outcome);
  });

  test('a refusal is a cancel until half a second before the timeout, and a timeout from there', () => {
    expect(classify('NotAllowedError', 59_499, minute, {})).toBe('cancelled');
    expect(classify('NotAllowedError', 59_500, minute, {})).toBe('timed-out');
    expect(classify('NotAllowedError', 60_003, minute, {})).toBe('timed-out');
  });

  test('another error at the timeout is not the timeout', () => {
    expect(classify('InvalidStateError', 60_000, minute, {})).toBe('already-registered');
  });

  test('a quick refusal is the device only with proof, and only under a second', () => {
    expect(classify('NotAllowedError', 999, minute, {})).toBe('cancelled');
    expect(classify('NotAllowedError', 999, minute, { lacksAuthenticator: true })).toBe('unsupported');
    expect(classify('NotAllowedError', 1_000, minute, { lacksAuthenticator: true })).toBe('cancelled');
  });

  test('a forbidden frame comes before a missing authenticator', () => {
    expect(classify('NotAllowedError', 2, minute, { isForbidden: true, lacksAuthenticator: true })).toBe(
      'blocked',
    );
  });

  test('who stopped it decides, whatever the error and the clock say', () => {
    expect(classify('AbortError', 60_000, minute, { stoppedBy: 'person' })).toBe('cancelled');
    expect(classify('NotAllowedError', 10, minute, { stoppedBy: 'deadline' })).toBe('timed-out');
  });
});
