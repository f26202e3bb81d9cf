import { commonCodes, failuresOf, routes } from '@latchkey/contract';
import { expect, test } from 'vitest';
import { composeFailures } from './compose-failures.ts';

test('every code that a route can answer has its sentence and its status', () => {
  for (const route of routes) {
    const failures = failuresOf(route, composeFailures);
    expect(failures.length).toBeGreaterThan(0);
    for (const [code, { title, status }] of failures) {
      expect(code).toMatch(/^[a-z-]+\.[a-z0-9-]+$/);
      expect(title).toMatch(/^[A-Z].*\.$/);
      expect(status).toBeGreaterThanOrEqual(400);
    }
  }
});

test('what is not as described is 400; a document or a ceremony that does not hold is 422', () => {
  const statusOf = (code: string) => composeFailures[code]?.status;
  const documents = ['definition.invalid', 'form.invalid', 'expression.invalid', 'duration.invalid'];
  const inputs = [...new Set([...commonCodes, ...routes.flatMap(({ problems }) => problems)])].filter(
    (code) => code.endsWith('.invalid') && !documents.includes(code),
  );
  expect(inputs.length).toBeGreaterThan(5);
  expect(inputs.filter((code) => statusOf(code) !== 400)).toEqual([]);
  expect(documents.filter((code) => statusOf(code) !== 422)).toEqual([]);
});
