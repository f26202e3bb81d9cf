import type { Condition, Operator } from './condition.ts';

/** What is wrong with an expression, and where (from 0). */
export class ExpressionFault extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

type Token = {
  readonly kind: 'name' | 'text' | 'number' | 'sign';
  readonly text: string;
  readonly at: number;
};
type Reader = { readonly tokens: readonly Token[]; place: number };
type Operand = { readonly field: string } | { readonly literal: string | number | boolean };

const shape =
  /\s*(?:(?<number>-?\d+(?:\.\d+)?)|(?<name>[A-Za-z][\w.-]*)|(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<sign>==|!=|<=|>=|&&|\|\||[<>!()[\],]))/y;
const deepest = 20;

const comparisons: Readonly<Record<string, Operator>> = {
  '==': 'equals',
  '!=': 'notEquals',
  '>': 'greaterThan',
  '>=': 'atLeast',
  '<': 'lessThan',
  '<=': 'atMost',
};

/**
 * Reads an expression such as `country == "de" && (age >= 18 || !student)` as a condition; `${…}` around it is
 * allowed. Names are the ids of fields; alone they mean that the field is filled or ticked. Throws an ExpressionFault.
 */
export function parseExpression(source: string): Condition {
  const inner = /^\s*\$\{(.*)\}\s*$/s.exec(source)?.[1] ?? source;
  const reader: Reader = { tokens: tokensOf(inner), place: 0 };
  const condition = either(reader, 0);
  const rest = reader.tokens[reader.place];
  if (rest) throw new ExpressionFault(`Does not fit here: ${rest.text}`, rest.at);
  return condition;
}

function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const text = source.trimEnd();
  shape.lastIndex = 0;
  while (shape.lastIndex < text.length) {
    const at = shape.lastIndex;
    const { groups } = shape.exec(text) ?? {};
    const found = Object.entries(groups ?? {}).find(([, value]) => value !== undefined);
    if (!found) throw new ExpressionFault(`Cannot be read: ${text.slice(at, at + 12).trim()}`, at);
    tokens.push({ kind: found[0] as Token['kind'], text: found[1] as string, at });
  }
  return tokens;
}

const take = (reader: Reader, ...signs: readonly string[]): string | undefined => {
  const token = reader.tokens[reader.place];
  if (token === undefined || token.kind === 'text' || !signs.includes(token.text)) return undefined;
  reader.place++;
  return token.text;
};

function demand(reader: Reader, sign: string): void {
  if (take(reader, sign) === undefined) throw missing(reader, sign);
}

const missing = ({ tokens, place }: Reader, what: string): ExpressionFault =>
  new ExpressionFault(
    `Lacks ${what}${tokens[place] ? ` before ${tokens[place].text}` : ' at its end'}.`,
    tokens[place]?.at ?? 0,
  );

function either(reader: Reader, depth: number): Condition {
  const parts = [both(reader, depth)];
  while (take(reader, '||')) parts.push(both(reader, depth));
  return parts.length === 1 ? (parts[0] as Condition) : { any: parts };
}

function both(reader: Reader, depth: number): Condition {
  const parts = [unary(reader, depth)];
  while (take(reader, '&&')) parts.push(unary(reader, depth));
  return parts.length === 1 ? (parts[0] as Condition) : { all: parts };
}

function unary(reader: Reader, depth: number): Condition {
  if (depth > deepest) throw new ExpressionFault('Is nested too deep.', 0);
  if (take(reader, '!')) return { not: unary(reader, depth + 1) };
  if (!take(reader, '(')) return comparison(reader);
  const inner = either(reader, depth + 1);
  demand(reader, ')');
  return inner;
}

function comparison(reader: Reader): Condition {
  const left = operand(reader);
  if (take(reader, 'in')) return { any: list(reader).map((value) => compared(left, 'equals', value)) };
  if (take(reader, 'contains')) return compared(left, 'contains', literal(reader));
  const operator = comparisons[take(reader, ...Object.keys(comparisons)) ?? ''];
  if (operator !== undefined) return compared(left, operator, literal(reader));
  if ('field' in left) return { field: left.field, operator: 'isFilled' };
  throw missing(reader, 'a comparison');
}

const compared = (left: Operand, operator: Operator, value: string | number | boolean): Condition =>
  'field' in left ? { field: left.field, operator, value } : { text: String(left.literal), operator, value };

function list(reader: Reader): readonly (string | number | boolean)[] {
  demand(reader, '[');
  const values = [literal(reader)];
  while (take(reader, ',')) values.push(literal(reader));
  demand(reader, ']');
  return values;
}

function literal(reader: Reader): string | number | boolean {
  const value = operand(reader);
  if ('literal' in value) return value.literal;
  throw new ExpressionFault(`Compares with a value, not with the field ${value.field}.`, 0);
}

function operand(reader: Reader): Operand {
  const token = reader.tokens[reader.place];
  if (token === undefined || token.kind === 'sign' || ['in', 'contains'].includes(token.text)) {
    throw missing(reader, 'a field or a value');
  }
  reader.place++;
  if (token.kind === 'number') return { literal: Number(token.text) };
  if (token.kind === 'text') return { literal: token.text.slice(1, -1).replace(/\\(.)/g, '$1') };
  return token.text === 'true' || token.text === 'false'
    ? { literal: token.text === 'true' }
    : { field: token.text };
}
