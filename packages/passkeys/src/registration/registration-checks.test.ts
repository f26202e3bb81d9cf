import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkOf, registrationChecks } from './registration-checks.ts';

test('the checks are those of the verification, in its order', () => {
  const source = readFileSync(new URL('./verify-registration.ts', import.meta.url), 'utf8');
  const told = source.matchAll(/step\(\d+, '([^']+)'|= ensureModel\(/g);
  const codes = [...told].map(([, code]) => code ?? 'passkey.model-not-allowed');
  expect(registrationChecks).toEqual([...new Set(codes)]);
});

test('a code of its own belongs to its check, any other to that of the model', () => {
  expect(checkOf('passkey.user-not-verified')).toBe('passkey.user-not-verified');
  expect(checkOf('passkey.model-denied')).toBe('passkey.model-not-allowed');
});
