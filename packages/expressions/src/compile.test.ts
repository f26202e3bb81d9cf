import { evaluate } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from './compile.ts';

const data = { a: { b: 'text', n: 2, l: ['x', 'y'], 'k-1': { c: true } }, s: 'long text', t: true };

/** Well-typed expressions of each type, with and without parentheses. */
const { number, logic, text } = fc.letrec<{ number: string; logic: string; text: string }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.integer({ min: 0, max: 9 }).map(String),
    fc.constantFrom('size(s)', 'size(a.l)', 's.size()', 'a.l.filter(i, i == "x").size()'),
    fc.tuple(tie('number'), fc.constantFrom('+', '-', '*'), tie('number')).map((parts) => parts.join(' ')),
    tie('number').map((inner) => `(${inner})`),
    tie('number').map((inner) => `-(${inner})`),
    fc.tuple(tie('logic'), tie('number'), tie('number')).map(([c, x, y]) => `(${c} ? ${x} : ${y})`),
  ),
  logic: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom('true', 'false', 't', 'a["k-1"].c', 'has(a.b)', 'has(a.z)', '"b" in a', '"x" in a.l'),
    fc.tuple(tie('logic'), fc.constantFrom('&&', '||'), tie('logic')).map((parts) => parts.join(' ')),
    fc
      .tuple(tie('number'), fc.constantFrom('<', '<=', '==', '!=', '>'), tie('number'))
      .map((p) => p.join(' ')),
    fc.tuple(tie('text'), tie('text')).map(([x, y]) => `(${x}).contains(${y})`),
    tie('logic').map((inner) => `!(${inner})`),
    tie('logic').map((inner) => `(${inner})`),
    tie('logic').map((inner) => `a.l.exists(i, i == "y" && ${inner})`),
  ),
  text: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.string({ unit: 'grapheme', maxLength: 5 }).map((raw) => JSON.stringify(raw)),
    fc.constantFrom('s', 'a.b', 'a["b"]', 'a.l[1]', '"q\\"\\n"', "'it'", 's.upperAscii()'),
    fc.tuple(tie('text'), tie('text')).map(([x, y]) => `${x} + ${y}`),
    tie('number').map((inner) => `string(${inner})`),
  ),
}));

describe('compile', () => {
  test('what we print and account for has the value that CEL gives to what people wrote', () => {
    fc.assert(
      fc.property(fc.oneof(number, logic, text), (source) => {
        fc.pre(source.length < 600);
        const expected: unknown = evaluate(source, data);
        expect(compile(source).run(data)).toBe(typeof expected === 'bigint' ? Number(expected) : expected);
      }),
      { numRuns: 1000 },
    );
  });

  test('the same source is compiled once', () => {
    expect(compile('a.b + "!"')).toBe(compile('a.b + "!"'));
  });
});
