import { describe, expect, test } from 'vitest';
import { type LiteralType, readLiteral } from './read-literal.ts';

describe('readLiteral', () => {
  const cases: readonly (readonly [string, LiteralType, unknown])[] = [
    ['600', 'integer', 600],
    ['-1', 'integer', -1],
    ['1.5', 'integer', undefined],
    ['', 'integer', undefined],
    ['0x10', 'integer', undefined],
    ['1.5e2', 'number', 150],
    ['1e999', 'number', undefined],
    ['ten', 'number', undefined],
    ['true', 'boolean', true],
    [' False ', 'boolean', false],
    ['yes', 'boolean', undefined],
    ['toString', 'boolean', undefined],
    ['600', 'string', '600'],
    ['{"a":1}', 'object', { a: 1 }],
    ['[1]', 'object', undefined],
    ['null', 'object', undefined],
    ['["a"]', 'array', ['a']],
    ['{', 'array', undefined],
  ];
  test.each(cases)('%j as %s is %j', (text, type, expected) => {
    expect(readLiteral(text, type)).toEqual(expected);
  });
});
