/** How the text of a field is read. */
export type Format = 'text' | 'number' | 'email' | 'phone' | 'date' | 'choice' | 'checkbox';

/**
 * What one field demands, in one language, as plain JSON: the server judges by it, and so does the page, to which it
 * is sent with the field.
 */
export type FieldRules = {
  readonly format: Format;
  readonly required?: true;
  /** Least and most: code points of a text, value of a number. */
  readonly min?: number;
  readonly max?: number;
  readonly choices?: readonly string[];
  /** What the person reads when the value is missing, not readable, outside least and most. */
  readonly missing: string;
  readonly invalid: string;
  readonly length: string;
};

/** What a reader made of an input: a value, `null` when nothing was given, `undefined` when it cannot be read. */
export type Reading = string | number | boolean | null | undefined;

/** Reads what came from a page or an API: texts are trimmed, numbers and dates brought to one form. */
export type Reader = (input: unknown, rules: FieldRules) => Reading;
