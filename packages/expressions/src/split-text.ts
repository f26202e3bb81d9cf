import { expressionProblems } from './expression-problems.ts';

/** A stretch of plain text, or the source between `${` and its `}`; `at` is the position of the source in the text. */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'source'; readonly source: string; readonly at: number };

/**
 * Cuts a text at its `${…}`. Braces and quotes inside an expression are respected, so a map literal or a text with `}`
 * does not end it. To write `${` itself: `${"${"}`. Throws `expression.invalid` when one is not closed.
 */
export function splitText(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let position = 0;
  while (position < text.length) {
    const open = text.indexOf('${', position);
    if (open < 0) break;
    if (open > position) parts.push({ kind: 'text', text: text.slice(position, open) });
    const close = closingBrace(text, open + 2);
    parts.push({ kind: 'source', source: text.slice(open + 2, close), at: open + 2 });
    position = close + 1;
  }
  if (position < text.length) parts.push({ kind: 'text', text: text.slice(position) });
  return parts;
}

function closingBrace(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '"' || character === "'") at = closingQuote(text, at);
    else if (character === '{') depth++;
    else if (character === '}' && depth-- === 0) return at;
  }
  throw unclosed(text, from - 2);
}

function closingQuote(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === text[open]) return at;
  }
  return text.length;
}

const unclosed = (text: string, position: number) =>
  expressionProblems.create('expression.invalid', {
    detail: `The expression that begins with "\${" at position ${position} is not closed by "}".`,
    facts: { source: text.slice(position, position + 200), position },
  });
