import { expect, test } from 'vitest';
import { encodeId, isId, newId } from './ids.ts';

test('no id comes twice, also beyond one draw of randomness', () => {
  const ids = Array.from({ length: 2_000 }, newId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every(isId)).toBe(true);
  expect(ids).not.toContain(encodeId(new Uint8Array(16)));
});
