import type { FieldError } from '@latchkey/kernel';

/** Looks at one value of the document and reports what is wrong with it; `pointer` is its JSON pointer. */
export type Check = (value: unknown, pointer: string, report: (error: FieldError) => void) => void;

const longestText = 10_000;
const languageTag = /^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$/;

const demand =
  (holds: (value: unknown) => boolean, detail: string): Check =>
  (value, pointer, report) => {
    if (!holds(value)) report({ pointer, detail });
  };

/** Whether a value is a JSON object. */
export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One step of a JSON pointer, escaped (RFC 6901 section 3). */
export const step = (key: string | number): string =>
  `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** A text of at most 10,000 characters. */
export const text: Check = demand(
  (value) => typeof value === 'string' && value.length <= longestText,
  `Must be a text of at most ${longestText} characters.`,
);

/** `true` or `false`; the empty text counts as unset. */
export const flag: Check = demand(
  (value) => typeof value === 'boolean' || value === '',
  'Must be true or false.',
);

/** A whole number from 0, also written as a text; the empty text counts as unset. */
export const count: Check = demand(
  (value) => value === '' || /^\d{1,5}$/.test(typeof value === 'number' ? String(value) : `${value}`),
  'Must be a whole number from 0 to 99999, or empty.',
);

/** A number, also written as a text; the empty text counts as unset. */
export const amount: Check = demand(
  (value) =>
    value === '' || (typeof value !== 'boolean' && value !== null && Number.isFinite(Number(String(value)))),
  'Must be a number, or empty.',
);

/** A default that a person could have typed. */
export const plainValue: Check = demand(
  (value) =>
    ['boolean', 'number'].includes(typeof value) ||
    (typeof value === 'string' && value.length <= longestText),
  'Must be a text, a number, true or false.',
);

/** One of a closed list of words. */
export const oneOf = (words: readonly string[]): Check =>
  demand((value) => words.includes(value as string), `Must be one of: ${words.join(', ')}.`);

/** `{ "en": "…", "he": "…" }`. */
export const languageMap: Check = (value, pointer, report) => {
  if (!isObject(value)) return report({ pointer, detail: 'Must be an object of texts by language.' });
  for (const [language, words] of Object.entries(value)) {
    const at = pointer + step(language);
    if (!languageTag.test(language)) report({ pointer: at, detail: 'Must be a language tag, such as en.' });
    text(words, at, report);
  }
};

/** `{ "values": { "en": "…" } }`. */
export const texts: Check = (value, pointer, report) =>
  members({ values: languageMap }, ['values'])(value, pointer, report);

/** The same, with words in at least one language. */
export const filledTexts: Check = (value, pointer, report) => {
  texts(value, pointer, report);
  if (!isObject(value) || !isObject(value.values)) return;
  const filled = Object.values(value.values).some(
    (words) => typeof words === 'string' && words.trim() !== '',
  );
  if (!filled) report({ pointer: `${pointer}/values`, detail: 'Must hold words in at least one language.' });
};

/** Checks the members that are there; `required` names those that must be. Unknown members are left alone. */
export function members(checks: Readonly<Record<string, Check>>, required: readonly string[] = []): Check {
  return (value, pointer, report) => {
    if (!isObject(value)) return report({ pointer, detail: 'Must be an object.' });
    for (const name of required) {
      if (value[name] === undefined) report({ pointer: pointer + step(name), detail: 'Is missing.' });
    }
    for (const [name, check] of Object.entries(checks)) {
      if (value[name] !== undefined) check(value[name], pointer + step(name), report);
    }
  };
}
