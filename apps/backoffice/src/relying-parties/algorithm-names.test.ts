import { algorithms } from '@latchkey/passkeys';
import { expect, test } from 'vitest';
import { algorithmLabel, algorithmNames } from './algorithm-names.ts';

test('the form offers exactly the algorithms that the server verifies, by the same names', () => {
  const verified = new Map([...algorithms].map(([id, { name }]) => [id, name]));
  expect(new Map([...algorithmNames].sort())).toEqual(new Map([...verified].sort()));
});

test('an algorithm is shown with its number', () => {
  expect(algorithmLabel(-7)).toBe('ES256 (-7)');
});
