import { compile } from './compile.ts';
import { splitText, type TextPart } from './split-text.ts';

/** A parameter's text, read: plain data that may be kept and passed on. */
export type ParameterExpression =
  | { readonly kind: 'literal'; readonly text: string }
  /** The text is one whole `${…}`: its value keeps its type. */
  | { readonly kind: 'expression'; readonly source: string }
  /** Text with `${…}` inside: its value is text. */
  | { readonly kind: 'template'; readonly parts: readonly TextPart[] };

/**
 * Reads a parameter's text: a literal, one whole `${…}` (space around it is ignored), or text with `${…}` inside.
 * Throws `expression.invalid` naming the position in the text. Absent members are no fault here: data comes later.
 */
export function parseParameter(text: string): ParameterExpression {
  const parts = splitText(text);
  for (const part of parts) if (part.kind === 'source') compile(part.source, part.at);
  const sources = parts.filter((part) => part.kind === 'source');
  const [only] = sources;
  if (!only) return Object.freeze({ kind: 'literal', text });
  const isWhole = sources.length === 1 && parts.every((part) => part.kind === 'source' || !part.text.trim());
  return Object.freeze(
    isWhole ? { kind: 'expression', source: only.source } : { kind: 'template', parts: Object.freeze(parts) },
  );
}
