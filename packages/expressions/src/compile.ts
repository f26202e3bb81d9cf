import { type ASTNode, Environment, EvaluationError, ParseError } from '@marcbachmann/cel-js';
import { byteLength } from './byte-length.ts';
import { findForbidden } from './check-syntax.ts';
import { expressionProblems } from './expression-problems.ts';
import { limits } from './limits.ts';
import { printSyntax } from './print-syntax.ts';
import { toPlain } from './to-plain.ts';
import { isOverdrawn, openAccount, payLoop, paySize } from './work.ts';

/** An expression ready to run: `run(data)` gives a plain JSON value or throws a Problem. */
export type Compiled = {
  readonly source: string;
  readonly tree: ASTNode;
  readonly run: (data: Readonly<Record<string, unknown>>) => unknown;
};

const cache = new Map<string, Compiled>();

/**
 * Compiles the source of one expression (what stands between `${` and `}`). The most recent are kept.
 * Throws `expression.invalid` with a sentence; `facts.position` counts from `at`.
 */
export function compile(source: string, at = 0): Compiled {
  const known = cache.get(source);
  if (known) cache.delete(source);
  const compiled = known ?? build(source, at);
  cache.set(source, compiled);
  for (const oldest of cache.keys()) {
    if (cache.size <= limits.cached) break;
    cache.delete(oldest);
  }
  return compiled;
}

const options = { unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false };
/** Reads what people wrote, within the limits. */
const reader = new Environment({ ...options, limits: { maxDepth: limits.depth, maxAstNodes: limits.nodes } });
/** Reads what we printed from it: parentheses and accounting make that deeper. */
const runner = new Environment({ ...options, limits: { maxDepth: 4 * limits.nodes } })
  .registerFunction('_loop(dyn): dyn', payLoop, { async: false })
  .registerFunction('_spend(dyn): dyn', paySize, { async: false });

// JSON knows one kind of number, CEL two: what comes from the data may meet a whole number from the source.
const arithmetic: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};
for (const [operator, compute] of Object.entries(arithmetic)) {
  runner.registerOperator(`double ${operator} int: double`, (a, b) => compute(a, Number(b)));
  runner.registerOperator(`int ${operator} double: double`, (a, b) => compute(Number(a), b));
}

function build(source: string, at: number): Compiled {
  if (byteLength(source, limits.sourceBytes) > limits.sourceBytes)
    throw invalid(`it is longer than ${limits.sourceBytes} bytes`, source, at);
  const tree = attemptParse(source, at);
  const found = findForbidden(tree);
  if (found) throw invalid(found.detail, source, at + found.node.start);
  const program = attemptProgram(tree, source, at);
  return Object.freeze({ source, tree, run: (data) => run(program, source, data) });
}

function attemptParse(source: string, at: number): ASTNode {
  try {
    return reader.parse(source).ast;
  } catch (cause) {
    throw unreadable(cause, source, at);
  }
}

function attemptProgram(tree: ASTNode, source: string, at: number) {
  try {
    const program = runner.parse(printSyntax(tree));
    const { valid, error } = program.check();
    if (!valid) throw error;
    return program;
  } catch (cause) {
    throw unreadable(cause, source, at);
  }
}

function run(
  program: (data: Record<string, unknown>) => unknown,
  source: string,
  data: Readonly<Record<string, unknown>>,
): unknown {
  openAccount();
  try {
    const value = toPlain(program(Object.assign(Object.create(null), data)));
    if (isOverdrawn()) throw new RangeError('work');
    return value;
  } catch (cause) {
    throw failed(cause, source);
  }
}

const invalid = (reason: string, source: string, position: number, cause?: unknown) =>
  expressionProblems.create('expression.invalid', {
    detail: `The expression "${shorten(source)}" cannot be read: ${reason.replace(/\.$/, '')} (position ${position}).`,
    facts: { source, position },
    cause,
  });

function unreadable(cause: unknown, source: string, at: number) {
  const known = cause as Partial<ParseError>;
  const start = cause instanceof ParseError ? (cause.range?.start ?? 0) : 0;
  return invalid(known.summary ?? 'it is too deeply nested', source, at + start, cause);
}

function failed(cause: unknown, source: string) {
  if (isOverdrawn() || cause instanceof RangeError)
    return expressionProblems.create('expression.limit-exceeded', {
      detail: `The expression "${shorten(source)}" needs more work, or yields more, than is allowed.`,
      facts: { source },
    });
  const path = cause instanceof EvaluationError && cause.node ? pathOf(cause.node) : undefined;
  const reason = cause instanceof EvaluationError ? cause.summary : 'a value in it is not of a usable kind';
  return expressionProblems.create('expression.failed', {
    detail: `The expression "${shorten(source)}" has no value: ${reason}${path ? ` (at ${path})` : ''}.`,
    facts: { source, ...(path && { path }) },
    cause,
  });
}

/** The failing part as people wrote it: the accounting taken out again. */
const pathOf = (node: ASTNode) => node.input.slice(node.start, node.end).replaceAll(/_(spend|loop)\(/g, '(');

const shorten = (source: string) => (source.length > 200 ? `${source.slice(0, 200)}…` : source);
