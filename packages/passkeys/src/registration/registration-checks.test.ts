import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { registrationChecks } from './registration-checks.ts';

test('the checks are those of the verification, in its order', () => {
  const source = readFileSync(new URL('./verify-registration.ts', import.meta.url), 'utf8');
  const codes = [...source.matchAll(/step\(\d+, '([^']+)'/g)].map(([, code]) => code);
  expect(registrationChecks).toEqual([...new Set(codes)]);
});
