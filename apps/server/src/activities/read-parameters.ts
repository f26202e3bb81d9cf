import type { ParameterText } from '@latchkey/engine';
import { evaluateParameter, type LiteralType, parseParameter, readLiteral } from '@latchkey/expressions';
import { type FieldError, Problem } from '@latchkey/kernel';
import type { TObject, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { SessionData } from '../processes/session-data/session-data.ts';
import { activityProblems } from './activity-problems.ts';

type Texts = Readonly<Record<string, ParameterText>>;

/**
 * The parameters of an activity: the diagram's texts (else the schema's defaults) evaluated over the session data and
 * made to fit the schema. What is empty counts as not given; `${3}`, `"3"` and `3` all fit an integer.
 * Throws `activity.parameters-invalid` with one error for each parameter, in the words of its label and never with its
 * value: instances keep these errors.
 */
export function readParameters(schema: TObject, texts: Texts, data: SessionData): Record<string, unknown> {
  const errors: FieldError[] = [];
  const values: Record<string, unknown> = {};
  for (const [id, property] of Object.entries(schema.properties)) {
    const value = attempt(
      () => readOne(property, texts[id], data),
      (lack) => errors.push(fault(id, `${titleOf(schema, id)}: ${lack}.`)),
    );
    if (value !== undefined) values[id] = value;
  }
  if (errors.length === 0) errors.push(...faults(schema, values));
  if (errors.length === 0) return values;
  const detail = errors.map((error) => error.detail).join(' ');
  throw activityProblems.create('activity.parameters-invalid', { detail, errors });
}

/** The value of one parameter; `undefined` when there is none, and no default. */
function readOne(property: TSchema, text: ParameterText | undefined, data: SessionData): unknown {
  const given = fit(property, evaluate(text, data));
  return given === undefined ? fit(property, evaluate(defaultOf(property), data)) : given;
}

function evaluate(text: unknown, data: SessionData): unknown {
  if (typeof text === 'string') return evaluateParameter(parseParameter(text), data);
  if (typeof text !== 'object' || text === null || Array.isArray(text)) return text;
  return Object.fromEntries(Object.entries(text).map(([key, each]) => [key, evaluate(each, data)]));
}

/** Brings a value to the schema's type where that loses nothing; else leaves it for the check to name. */
function fit(property: TSchema, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return undefined;
  const type = typeOf(property);
  if (type === 'string')
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  if (type === undefined || typeof value !== 'string') return value;
  return readLiteral(value, type) ?? value;
}

function faults(schema: TObject, values: Record<string, unknown>): readonly FieldError[] {
  const missing = (schema.required ?? []).filter((id) => values[id] === undefined);
  const errors = missing.map((id) => fault(id, `${titleOf(schema, id)} is required.`));
  for (const [id, value] of Object.entries(values)) {
    const property = schema.properties[id] as TSchema;
    if (!Value.Check(property, value)) errors.push(fault(id, `${titleOf(schema, id)}: ${wish(property)}.`));
  }
  return errors;
}

const wishes: Readonly<Record<LiteralType, string>> = {
  string: 'a text is expected',
  integer: 'a whole number is expected',
  number: 'a number is expected',
  boolean: 'true or false is expected',
  object: 'a map is expected',
  array: 'a list is expected',
};

/** What a parameter asks for, in words: its choices or its type, then its bounds. */
function wish(property: TSchema): string {
  const { enum: words, minimum, maximum, pattern, maxLength } = property as Readonly<Record<string, unknown>>;
  if (Array.isArray(words)) return `one of ${words.join(', ')} is expected`;
  const bounds = [
    minimum !== undefined && `at least ${minimum}`,
    maximum !== undefined && `at most ${maximum}`,
    maxLength !== undefined && `at most ${maxLength} characters`,
    pattern !== undefined && `of the form ${pattern}`,
  ].filter((bound) => typeof bound === 'string');
  return [wishes[typeOf(property) ?? 'string'], ...bounds].join(', ');
}

function attempt(read: () => unknown, report: (lack: string) => void): unknown {
  try {
    return read();
  } catch (error) {
    report(lackOf(error));
    return undefined;
  }
}

const lacks: Readonly<Record<string, string>> = {
  'expression.invalid': 'its expression cannot be read',
  'expression.failed': 'its expression has no value for the data at hand',
  'expression.limit-exceeded': 'its expression needs more work than is allowed',
};

/** Why an expression has no value. What is said elsewhere of it may quote the data, so only a plain path is told. */
function lackOf(error: unknown): string {
  if (!(error instanceof Problem)) return 'its value cannot be read';
  const { path } = error.facts;
  if (typeof path === 'string' && /^\w+(\.\w+)*$/.test(path)) return `there is no ${path}`;
  return lacks[error.code] ?? 'its value cannot be read';
}

const fault = (id: string, detail: string): FieldError => ({ pointer: `/${id}`, detail });
const titleOf = (schema: TObject, id: string) =>
  (schema.properties[id] as { readonly title?: string } | undefined)?.title ?? id;
const typeOf = (property: TSchema) => (property as { readonly type?: LiteralType }).type;
const defaultOf = (property: TSchema) => (property as { readonly default?: unknown }).default;
