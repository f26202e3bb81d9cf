import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson } from './plain-json.ts';

test('what is safe is parsed as JSON.parse does', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 20, stringUnit: 'grapheme' }), (text) => {
      fc.pre(!text.includes('__proto__') && !/\\u(0000|d[89ab])/i.test(text));
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

test.each([
  ['NUL', '{"a":"\\u0000"}', 'request.invalid'],
  ['half a surrogate pair as an escape', '["\\uDC00"]', 'request.invalid'],
  ['half a surrogate pair in a key', '{"\\ud83d":1}', 'request.invalid'],
  ['half a surrogate pair as it is', `["${'😀'.slice(0, 1)}"]`, 'request.invalid'],
  ['a __proto__ key', '{"a":{"__proto__":1}}', 'request.invalid'],
  ['an escaped __proto__ key', '{"_\\u005fproto__":1}', 'request.invalid'],
  ['33 levels', `${'['.repeat(33)}${']'.repeat(33)}`, 'request.too-deep'],
  ['33 mixed levels', `${'[{"a":'.repeat(17)}1${'}]'.repeat(17)}`, 'request.too-deep'],
])('%s is refused', (_what, text, code) => {
  expect(() => parseJson(text)).toThrow(expect.objectContaining({ code }));
});

test('many brackets side by side are no depth', () => {
  expect(parseJson(`[${'[],'.repeat(99)}{}]`)).toHaveLength(100);
});
