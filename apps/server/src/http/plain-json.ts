import { requestProblems } from './request-problems.ts';

/** Deepest nesting of a body. */
export const maxDepth = 32;

/**
 * Parses a JSON body. Throws `request.malformed-json`, `request.too-deep`, or `request.invalid` for keys named
 * `__proto__` and for texts that no database can hold (NUL, lone surrogates). An empty body counts as `{}`.
 */
export function parseJson(text: string): unknown {
  if (text === '') return {};
  const value = parse(text);
  refuseUnsafe(value, 1);
  return value;
}

/** Throws `request.invalid` for a text with a NUL or a lone surrogate. */
export function refuseUnsafeText(text: string): void {
  if (text.includes('\0') || !text.isWellFormed()) {
    throw requestProblems.create('request.invalid', { detail: 'A text holds NUL or half a surrogate pair.' });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw requestProblems.create('request.malformed-json', { cause });
  }
}

function refuseUnsafe(value: unknown, depth: number): void {
  if (typeof value === 'string') refuseUnsafeText(value);
  if (typeof value !== 'object' || value === null) return;
  if (depth > maxDepth) throw requestProblems.create('request.too-deep');
  for (const key in value) {
    if (key === '__proto__')
      throw requestProblems.create('request.invalid', { detail: 'A key is `__proto__`.' });
    refuseUnsafeText(key);
    refuseUnsafe((value as Record<string, unknown>)[key], depth + 1);
  }
}
