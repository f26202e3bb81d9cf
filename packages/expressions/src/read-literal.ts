/** The kinds of value that a parameter can ask for; anything but these is taken as text. */
export type LiteralType = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array';

const readers: Readonly<Record<LiteralType, (text: string) => unknown>> = {
  string: (text) => text,
  integer: (text) => (/^[+-]?\d{1,15}$/.test(text.trim()) ? Number(text) : undefined),
  number: (text) =>
    /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text.trim()) ? finite(Number(text)) : undefined,
  boolean: (text) => ({ true: true, false: false })[text.trim().toLowerCase()],
  object: (text) => readJson(text, (value) => !Array.isArray(value)),
  array: (text) => readJson(text, Array.isArray),
};

/** A literal's text as a value of the type that the parameter asks for; `undefined` when it is not one. */
export function readLiteral(text: string, type: LiteralType): unknown {
  return readers[type](text);
}

const finite = (value: number) => (Number.isFinite(value) ? value : undefined);

function readJson(text: string, fits: (value: object) => boolean): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && fits(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
