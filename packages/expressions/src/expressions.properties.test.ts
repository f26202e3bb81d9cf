import { Problem } from '@latchkey/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateParameter } from './evaluate.ts';
import { parseParameter } from './parse-parameter.ts';
import { substituteProcessVar } from './substitute-process-var.ts';

const secret = 'prototype secret';
const words = ['a', 'b', 'l', 's', '1', '2.5', '"x"', 'true', 'null', '__proto__', 'constructor', 'toString'];
const glue = [
  '.',
  '[',
  ']',
  '(',
  ')',
  ',',
  ' + ',
  ' == ',
  ' && ',
  ' || ',
  ' ? ',
  ' : ',
  '!',
  '-',
  ' in ',
  '{',
];
const calls = [
  'size(',
  'has(',
  'string(',
  '.map(x, ',
  '.exists(x, ',
  '.contains(',
  '_spend(',
  'x',
  '}',
  '["',
];
const source = fc.array(fc.constantFrom(...words, ...glue, ...calls), { maxLength: 30 });
const data = fc.dictionary(
  fc.constantFrom('a', 'b', 'l', 's', '__proto__', 'constructor'),
  fc.jsonValue({ maxDepth: 4 }),
);

/** The value, or undefined after a Problem; anything else that is thrown fails the property. */
function attempt<Value>(run: () => Value): Value | undefined {
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.code.startsWith('expression.')) return undefined;
    throw thrown;
  }
}

describe('whatever the text and the data', () => {
  test('an expression yields plain JSON within the limit or a Problem', () => {
    fc.assert(
      fc.property(source, data, (parts, values) => {
        const value = attempt(() => evaluateParameter(parseParameter(`\${${parts.join('')}}`), values));
        if (value === undefined) return;
        const json = JSON.stringify(value);
        expect(JSON.parse(json)).toEqual(value);
        expect(json.length).toBeLessThanOrEqual(2 * 65_536);
      }),
      { numRuns: 3000 },
    );
  });

  test('random characters never break out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), data, (text, values) => {
        attempt(() => evaluateParameter(parseParameter(text), values));
        attempt(() => evaluateParameter(parseParameter(`\${${text}}`), values));
        attempt(() => substituteProcessVar(`{{processVar${text}}}`, values));
      }),
      { numRuns: 2000 },
    );
  });

  test('nothing reaches a prototype', () => {
    const prototype = { hidden: secret };
    const values = { a: Object.create(prototype), b: Object.assign(Object.create(prototype), { own: 1 }) };
    const keys = fc.constantFrom('hidden', 'own', '__proto__', 'constructor', 'prototype', 'toString');
    fc.assert(
      fc.property(fc.constantFrom('a', 'b'), fc.array(keys, { minLength: 1, maxLength: 3 }), (root, path) => {
        const byDot = `${root}.${path.join('.')}`;
        const byIndex = root + path.map((key) => `["${key}"]`).join('');
        for (const text of [byDot, byIndex]) {
          expect(attempt(() => evaluateParameter(parseParameter(`\${${text}}`), values))).not.toBe(secret);
          expect(substituteProcessVar(`{{processVar.${text}}}`, values)).not.toContain(secret);
        }
      }),
    );
  });

  test('a path made of any keys reads the same as JavaScript does', () => {
    const key = fc
      .string({ maxLength: 8 })
      .filter((text) => !['__proto__', 'constructor', 'prototype'].includes(text));
    fc.assert(
      fc.property(fc.array(key, { minLength: 1, maxLength: 5 }), fc.integer(), (path, leaf) => {
        const values = { root: path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), leaf) };
        const text = `root${path.map((name) => `[${JSON.stringify(name)}]`).join('')}`;
        expect(evaluateParameter(parseParameter(`\${${text}}`), values)).toBe(leaf);
      }),
    );
  });
});
