import { describe, expect, test } from 'vitest';
import { firstForm } from './first-form.ts';
import { judgeDocument } from './judge-document.ts';
import { lineOf } from './line-of.ts';

const text = '{\n  "a": [\n    1,\n    { "b\\"c": "x]" ,\n      "d/e": 2 }\n  ],\n  "f": {}\n}';

test.each([
  ['', 1],
  ['/a', 2],
  ['/a/0', 3],
  ['/a/1', 4],
  ['/a/1/b"c', 4],
  ['/a/1/d~1e', 5],
  ['/f', 7],
  ['/f/nothing', 7],
  ['/a/9', 2],
])('%s is in line %d', (pointer, line) => expect(lineOf(text, pointer)).toBe(line));

describe('a form document', () => {
  test('with which a new form begins is valid', () => expect(judgeDocument(firstForm).faults).toEqual([]));

  test('that is not valid has every fault with its line', () => {
    const broken = firstForm.replace('"id": "userName"', '"id": "1"').replace('"index": 0', '"index": -1');
    const { document, faults } = judgeDocument(broken);
    expect(document).toBeUndefined();
    expect(faults.map(({ pointer }) => pointer)).toEqual(['/components/0/id', '/components/0/index']);
    const lines = broken.split('\n');
    expect(faults.map(({ line }) => lines[line - 1]?.trim())).toEqual(['"id": "1",', '"index": -1']);
  });

  test('that is no JSON says where it breaks', () => {
    const { faults } = judgeDocument('{\n  "title": \n}');
    expect(faults).toMatchObject([
      { line: expect.any(Number), detail: expect.stringContaining('Must be JSON.') },
    ]);
  });
});
