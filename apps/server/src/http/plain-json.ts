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
  if (mayBeUnsafe(text)) refuseUnsafe(value, 1);
  return value;
}

/**
 * Whether a text that parses could hold something unsafe, so that most need no walk. NUL and half a surrogate pair need
 * an escape in a whole text, as does a hidden `__proto__`; and no nesting is deeper than its brackets are many.
 */
function mayBeUnsafe(text: string): boolean {
  const isPlain = !text.includes('\\u') && !text.includes('__proto__') && text.isWellFormed();
  return !isPlain || hasManyBrackets(text);
}

function hasManyBrackets(text: string): boolean {
  let opened = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      opened += 1;
      if (opened > maxDepth) return true;
    }
  }
  return false;
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
