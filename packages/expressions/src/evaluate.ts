import { compile } from './compile.ts';
import { expressionProblems } from './expression-problems.ts';
import { limits } from './limits.ts';
import { type ParameterExpression, parseParameter } from './parse-parameter.ts';

/** Session data: plain JSON. */
export type Data = Readonly<Record<string, unknown>>;

/**
 * The value of a parameter: a literal's text as it stands, an expression's value with its type, a template's text.
 * Strict: reading an absent member is a Problem `expression.failed` (facts.path names it), never `undefined`; ask with
 * `has(a.b)` or `"key" in map`. Also throws `expression.limit-exceeded`.
 */
export function evaluateParameter(parameter: ParameterExpression, data: Data): unknown {
  if (parameter.kind === 'literal') return parameter.text;
  if (parameter.kind === 'expression') return compile(parameter.source).run(data);
  const text = parameter.parts
    .map((part) => (part.kind === 'text' ? part.text : toText(compile(part.source).run(data))))
    .join('');
  if (text.length <= limits.resultBytes) return text;
  throw expressionProblems.create('expression.limit-exceeded', { detail: 'The text is too long.' });
}

/**
 * The value of a condition, which is one whole `${…}`. Throws `expression.not-boolean` for any value but true and false,
 * otherwise as `evaluateParameter`.
 */
export function evaluateCondition(condition: string | ParameterExpression, data: Data): boolean {
  const parameter = typeof condition === 'string' ? parseParameter(condition) : condition;
  const value = evaluateParameter(parameter, data);
  if (typeof value === 'boolean') return value;
  throw expressionProblems.create('expression.not-boolean', {
    detail: `The condition yields ${nameOf(value)}, but only true or false can decide.`,
    facts: { source: parameter.kind === 'expression' ? parameter.source : condition },
  });
}

/** A value within text: nothing for null, JSON for lists and maps. */
export function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function nameOf(value: unknown): string {
  if (value === null) return 'nothing (null)';
  if (Array.isArray(value)) return 'a list';
  return { string: 'a text', number: 'a number', object: 'a map' }[typeof value as string] ?? 'no value';
}
