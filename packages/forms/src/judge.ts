import { readCheckbox } from './readers/read-checkbox.ts';
import { readChoice } from './readers/read-choice.ts';
import { readDate } from './readers/read-date.ts';
import { readEmail } from './readers/read-email.ts';
import { readNumber } from './readers/read-number.ts';
import { readPhone } from './readers/read-phone.ts';
import { readText } from './readers/read-text.ts';
import type { FieldRules, Format, Reader, Reading } from './rules.ts';

const readers: Readonly<Record<Format, Reader>> = {
  text: readText,
  number: readNumber,
  email: readEmail,
  phone: readPhone,
  date: readDate,
  choice: readChoice,
  checkbox: readCheckbox,
};

/** A value in its one form (`null` when nothing was given), or the message that tells the person why not. */
export type Judgement = { readonly value: string | number | boolean | null; readonly message?: string };

/** Judges one input by the rules of its field. The same function on the server and on the page. */
export function judge(rules: FieldRules, input: unknown): Judgement {
  const value = readers[rules.format](input, rules);
  if (value === undefined) return { value: null, message: rules.invalid };
  if (value === null) return rules.required ? { value, message: rules.missing } : { value };
  return isWithin(rules, value) ? { value } : { value, message: rules.length };
}

function isWithin({ format, min, max }: FieldRules, value: NonNullable<Reading>): boolean {
  const size = format === 'number' ? Number(value) : [...String(value)].length;
  return (min === undefined || size >= min) && (max === undefined || size <= max);
}
