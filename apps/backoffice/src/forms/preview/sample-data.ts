import type { FormDocument } from '@latchkey/forms';

/** A value for each path of session data that a form shows. */
export type Samples = Readonly<Record<string, string>>;

const placeholder = /\{\{\s*processvar\b([^{}]*)\}\}/gi;

/** The path as people write it: `_initial.email`. */
const named = (path: string): string => path.replaceAll(/\s/g, '').replace(/^\./, '');

/** The paths of session data in the texts, defaults and conditions of a form, in their order. */
export const samplePaths = (form: FormDocument): readonly string[] => [
  ...new Set(
    textsOf(form).flatMap((text) => [...text.matchAll(placeholder)].map(([, path = '']) => named(path))),
  ),
];

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** A text as the end user reads it when the session data are these. */
export const withSamples =
  (samples: Samples) =>
  (text: string): string =>
    text.replace(placeholder, (_whole, path: string) => samples[named(path)] ?? '');

/** What is in the session data of many processes, by the last member of its path. */
const usual: Readonly<Record<string, string>> = {
  firstname: 'Ada',
  givenname: 'Ada',
  lastname: 'Lovelace',
  familyname: 'Lovelace',
  name: 'Ada Lovelace',
  displayname: 'Ada Lovelace',
  username: 'ada.lovelace',
  email: 'ada@example.com',
  phone: '+44 20 7946 0018',
  phonenumber: '+44 20 7946 0018',
  mobile: '+44 7700 900018',
  country: 'GB',
  language: 'en',
  date: '10/12/1990',
  birthdate: '10/12/1990',
  dateofbirth: '10/12/1990',
  company: 'Northwind',
  organisation: 'Northwind',
  url: 'https://example.com/',
  amount: '42',
  number: '42',
  id: 'T4NJA4PEEM6Q3GXSON5QQZYMG4',
};

/** A likely value to begin with; the last member itself where nothing is known. */
export function likelySample(path: string): string {
  const last = /([A-Za-z0-9_$-]+)["'\]]*$/.exec(path)?.[1] ?? path;
  return usual[last.toLowerCase().replaceAll(/[_-]/g, '')] ?? last;
}
