import { type LiteralType, parseParameter, readLiteral } from '@latchkey/expressions';
import { Problem } from '@latchkey/kernel';
import type { DefinitionProblem } from '../definition-problem.ts';
import type { ParameterSchema } from '../manifest.ts';

type Fault = Pick<DefinitionProblem, 'rule' | 'problem' | 'repair'>;

/** Checks one text against the schema of its parameter: expressions must parse, literals must be of type and range. */
export function checkValue(text: string, schema: ParameterSchema): Fault | undefined {
  try {
    const parameter = parseParameter(text);
    return parameter.kind === 'literal' ? checkLiteral(text, schema) : undefined;
  } catch (problem) {
    return unreadable(problem);
  }
}

/** The fault of an expression that does not parse. */
export const unreadable = (problem: unknown): Fault => ({
  rule: 'expression-invalid',
  problem: problem instanceof Problem ? (problem.detail ?? problem.title) : 'The expression cannot be read.',
  repair: 'Mend the expression; ${…} holds CEL.',
});

const types: ReadonlySet<string> = new Set(['string', 'integer', 'number', 'boolean', 'object', 'array']);
const isLiteralType = (type: string): type is LiteralType => types.has(type);

function checkLiteral(text: string, schema: ParameterSchema): Fault | undefined {
  const choices = choicesOf(schema);
  if (choices)
    return choices.includes(text)
      ? undefined
      : {
          rule: 'wrong-value',
          problem: `"${shorten(text)}" is not one of ${choices.join(', ')}.`,
          repair: 'Choose one of these, or write one ${…} expression.',
        };
  if (schema.anyOf) return checkAny(text, schema.anyOf);
  if (schema.type === undefined || !isLiteralType(schema.type)) return undefined;
  const value = readLiteral(text, schema.type);
  return value === undefined ? wrongType(text, schema.type) : checkRange(value, schema);
}

function choicesOf({ enum: values, const: only, anyOf }: ParameterSchema): readonly string[] | undefined {
  if (values) return values.map(String);
  if (only !== undefined) return [String(only)];
  const all = anyOf?.map((choice) => choice.const).filter((value) => value !== undefined);
  return all && all.length === anyOf?.length ? all.map(String) : undefined;
}

function checkAny(text: string, choices: readonly ParameterSchema[]): Fault | undefined {
  const faults = choices.map((choice) => checkLiteral(text, choice));
  return faults.includes(undefined) ? undefined : faults[0];
}

const wrongType = (text: string, type: string): Fault => ({
  rule: 'wrong-type',
  problem: `"${shorten(text)}" is not of type ${type}.`,
  repair: `Write a value of type ${type}, or one \${…} expression that yields one.`,
});

function checkRange(value: unknown, { minimum, maximum }: ParameterSchema): Fault | undefined {
  if (typeof value !== 'number') return undefined;
  if (value >= (minimum ?? value) && value <= (maximum ?? value)) return undefined;
  return {
    rule: 'wrong-value',
    problem: `${value} is out of range.`,
    repair: `Write a number${minimum === undefined ? '' : ` from ${minimum}`}${maximum === undefined ? '' : ` to ${maximum}`}.`,
  };
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
