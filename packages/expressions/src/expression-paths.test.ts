import { describe, expect, test } from 'vitest';
import { expressionPaths } from './expression-paths.ts';

describe('expressionPaths', () => {
  test.each([
    ['plain', []],
    ['${1 + 2}', []],
    ['${_identityStore.users["user1"].id}', ['_identityStore.users.user1.id']],
    ['a ${x.y} b ${x["a-b"]} ${x.y}', ['x.y', 'x["a-b"]']],
    ['${a.b[c.d].e}', ['a.b', 'c.d']],
    ['${a[0].b}', ['a[0].b']],
    ['${has(a.b) ? a.b : z}', ['a.b', 'z']],
    ['${l.items.exists(x, x.id == y)}', ['l.items', 'y']],
    ['${x.map(x, x)}', ['x']],
  ])('%s', (text, paths) => {
    expect(expressionPaths(text)).toEqual(paths);
  });

  test('refuses what cannot be read', () => {
    expect(() => expressionPaths('${a.}')).toThrow(expect.objectContaining({ code: 'expression.invalid' }));
  });
});
