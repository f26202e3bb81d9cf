import type { FieldError } from '@latchkey/kernel';
import { countryCodes } from './country-codes.ts';

/** What a text must satisfy, and what to say when it does not. */
type Rule = { readonly holds: (text: string) => boolean; readonly says: string };

const upTo = (length: number): Rule => ({
  holds: (text) => text.length <= length,
  says: `must have at most ${length} characters`,
});

/** The guide's rules of the Add User table, by field. */
const rules = {
  externalId: {
    // No control characters: it stands in addresses and logs.
    holds: (text) => text.length <= 128 && !/\p{Cc}/u.test(text),
    says: 'must have at most 128 characters and no control characters',
  },
  email: {
    holds: (text) => text.length <= 254 && /^[^\s@"<>]{1,64}@[^\s@"<>.]+(\.[^\s@"<>.]+)*$/.test(text),
    says: 'must be an e-mail address such as example@domain.com',
  },
  firstName: upTo(128),
  lastName: upTo(128),
  dateOfBirth: { holds: isDate, says: 'must be a date that exists, as yyyy-mm-dd' },
  localeLanguage: {
    holds: (text) => /^[a-z]{2}$/i.test(text),
    says: 'must be a two-letter language tag (ISO 639)',
  },
  localeCountry: {
    holds: (text) => countryCodes.has(text.toUpperCase()),
    says: 'must be a two-letter country code (ISO 3166-1)',
  },
  localeVariant: {
    holds: (text) =>
      text.length <= 64 && /^([a-z]{5,8}|\d[a-z\d]{3})(-([a-z]{5,8}|\d[a-z\d]{3}))*$/i.test(text),
    says: 'must be subtags of 5 to 8 letters, or of 4 characters that start with a digit, separated by hyphens',
  },
  timeZone: { holds: isTimeZone, says: 'must be a time zone of the TZDB, such as EST or Europe/Berlin' },
  type: upTo(64),
} as const satisfies Readonly<Record<string, Rule>>;

/** A field that has a rule. */
export type RuledField = keyof typeof rules;

const ruled = Object.keys(rules) as readonly RuledField[];

/** The faults of the texts that are there; `undefined` and `null` are none. */
export function faultsOf(
  texts: Partial<Readonly<Record<RuledField, string | null | undefined>>>,
): FieldError[] {
  return ruled
    .filter((field) => typeof texts[field] === 'string' && !rules[field].holds(texts[field]))
    .map((field) => ({ pointer: `/${field}`, detail: rules[field].says }));
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const knownTimeZones = new Set<string>();

function isTimeZone(text: string): boolean {
  if (knownTimeZones.has(text)) return true;
  // Offsets such as +01:00 are taken by Intl but are not in the TZDB.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
  } catch {
    return false;
  }
  // Bounded: Intl accepts some 600 names, in any letter case.
  if (knownTimeZones.size < 1000) knownTimeZones.add(text);
  return true;
}
