import { Problem } from '@latchkey/kernel';
import { describe, expect, test } from 'vitest';
import { parseParameter } from './parse-parameter.ts';

const problemOf = (text: string): Problem => {
  try {
    parseParameter(text);
  } catch (problem) {
    if (problem instanceof Problem) return problem;
    throw problem;
  }
  throw new Error(`accepted: ${text}`);
};

describe('parseParameter', () => {
  test('a text without an expression is a literal', () => {
    expect(parseParameter('demoStore')).toEqual({ kind: 'literal', text: 'demoStore' });
    expect(parseParameter('')).toEqual({ kind: 'literal', text: '' });
    expect(parseParameter('costs $5 {each}')).toEqual({ kind: 'literal', text: 'costs $5 {each}' });
  });

  test('one whole expression is an expression, also with space around it', () => {
    expect(parseParameter('${false}')).toEqual({ kind: 'expression', source: 'false' });
    expect(parseParameter('\n  ${3} ')).toEqual({ kind: 'expression', source: '3' });
  });

  test('text around or between expressions makes a template', () => {
    expect(parseParameter('Hello ${name}!')).toEqual({
      kind: 'template',
      parts: [
        { kind: 'text', text: 'Hello ' },
        { kind: 'source', source: 'name', at: 8 },
        { kind: 'text', text: '!' },
      ],
    });
    expect(parseParameter('${a}${b}').kind).toBe('template');
  });

  test('braces in map literals and texts do not end an expression', () => {
    expect(parseParameter('${{"a": "}"}}')).toEqual({ kind: 'expression', source: '{"a": "}"}' });
    expect(parseParameter(`\${'it\\'s }'}`)).toEqual({ kind: 'expression', source: `'it\\'s }'` });
  });

  test('a fault is a Problem with the position in the whole text', () => {
    const problem = problemOf('Hi ${1 +}');
    expect(problem.code).toBe('expression.invalid');
    expect(problem.status).toBe(422);
    expect(problem.facts.position).toBe(8);
    expect(problemOf('x ${a').facts.position).toBe(2);
    expect(problemOf('a ${b.constructor}').facts.position).toBe(4);
  });

  test.each([
    '${}',
    '${ }',
    '${1 +}',
    '${"open}',
    '${a.b.}',
    '${nonsense(1)}',
    '${1 + "a"}',
    '${a.__proto__}',
    '${a["constructor"]}',
    '${__proto__}',
    '${constructor}',
    '${a.matches("(a+)+$")}',
    '${cel.bind(x, 1, x)}',
    '${_spend(a)}',
    '${_loop(a)}',
    '${a.?b}',
    '${b"bytes"}',
    `\${${'('.repeat(70)}1${')'.repeat(70)}}`,
    `\${${'1 + '.repeat(300)}1}`,
    `\${"${'x'.repeat(4097)}"}`,
    `\${${'!'.repeat(4000)}a}`,
  ])('refuses %s', (text) => {
    expect(problemOf(text).code).toBe('expression.invalid');
  });
});
