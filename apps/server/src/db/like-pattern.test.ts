import { expect, test } from 'vitest';
import { likePattern } from './like-pattern.ts';

test.each([
  ['ada%', 'ada%'],
  ['a_b', 'a\\_b'],
  ['a\\', 'a\\\\'],
  [undefined, null],
])('%j becomes the pattern %j', (text, pattern) => expect(likePattern(text)).toBe(pattern));
