import { expect, test } from 'vitest';
import { recentlyKnown } from './recently-known.ts';

test('what was not asked for longest is forgotten first', () => {
  const known = recentlyKnown<number>(2);
  known.set('a', 1);
  known.set('b', 2);
  known.get('a');
  known.set('c', 3);
  expect([known.get('a'), known.get('b'), known.get('c')]).toEqual([1, undefined, 3]);
  known.forget('a');
  expect(known.get('a')).toBeUndefined();
});
