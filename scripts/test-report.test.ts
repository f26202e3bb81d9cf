import { expect, test } from 'vitest';
import { countTests } from './test-report.ts';

const file = (status: string, ...tests: readonly string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((one, index) => ({ fullName: `test ${index}`, status: one })),
});

test('passed and failed tests are counted', () => {
  const counted = countTests({ testResults: [file('failed', 'passed', 'failed'), file('passed', 'passed')] });
  expect(counted).toEqual({ passed: 2, failed: 1, faults: [] });
});

test.each(['skipped', 'pending', 'todo', 'disabled'])('a test that is %s counts as failed', (status) => {
  const counted = countTests({ testResults: [file('passed', 'passed', status)] });
  expect(counted).toMatchObject({ passed: 1, failed: 1 });
  expect(counted.faults).toEqual(['a.test.ts: test 1 did not run; every test must.']);
});

test('a file that broke before or after its tests counts as one failure', () => {
  expect(countTests({ testResults: [{ ...file('failed'), message: 'No such module' }] })).toEqual({
    passed: 0,
    failed: 1,
    faults: ['a.test.ts did not run to its end. No such module'],
  });
  expect(countTests({ testResults: [file('failed', 'passed')] })).toMatchObject({ passed: 1, failed: 1 });
});
