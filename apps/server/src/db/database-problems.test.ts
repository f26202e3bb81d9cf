import { Problem } from '@latchkey/kernel';
import { expect, test } from 'vitest';
import { isContended, toProblem, violatedUnique } from './database-problems.ts';

const driver = (code: string) => Object.assign(new Error(`error ${code}`), { code });

test.each(['08006', '57P01', '57P03', '53300', '25006', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT'])(
  '%s means that the database is unavailable',
  (code) => {
    expect(toProblem(driver(code))).toMatchObject({
      code: 'database.unavailable',
      status: 503,
      retryAfterSeconds: 2,
    });
  },
);

test.each([
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error and is not queryable',
])('so does the driver’s "%s"', (message) => {
  expect(toProblem(new Error(message))).toMatchObject({ code: 'database.unavailable' });
});

test.each(['55P03', '57014', '40001', '40P01'])('%s means that it is busy', (code) => {
  expect(toProblem(driver(code))).toMatchObject({ code: 'database.busy', status: 503, retryAfterSeconds: 1 });
});

test.each(['23505', '42601', '28P01', '53100'])('%s stays what it is: waiting does not help', (code) => {
  const error = driver(code);
  expect(toProblem(error)).toBe(error);
});

test('a lost race is seen through the Problem of a use case', () => {
  const cause = driver('40001');
  expect(isContended(new Problem('user.unsaved', { title: 'Not saved.', status: 500 }, { cause }))).toBe(
    true,
  );
  expect(isContended(new Error('other', { cause: driver('23505') }))).toBe(false);
});

test('only a unique violation names a constraint', () => {
  expect(violatedUnique(Object.assign(driver('23505'), { constraint: 'users_pkey' }))).toBe('users_pkey');
  expect(violatedUnique(Object.assign(driver('23503'), { constraint: 'users_fkey' }))).toBeUndefined();
  expect(violatedUnique(undefined)).toBeUndefined();
});
