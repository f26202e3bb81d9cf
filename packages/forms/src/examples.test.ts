import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseForm } from './parse-form.ts';
import { missingTranslations } from './translations.ts';
import { validateForm } from './validate-form.ts';

const example = (name: string) =>
  parseForm(readFileSync(new URL(`../../../examples/forms/${name}.json`, import.meta.url), 'utf8'));
const contact = example('contact-details');
const judge = (values: Record<string, unknown>) =>
  validateForm(contact, values, { language: 'de', substitute: (text) => text });

test('the example of contact details is complete in its languages', () => {
  expect(missingTranslations(contact)).toEqual([]);
});

test('it asks for what the channel needs, in the person’s language', () => {
  expect(judge({ channel: 'email', phone: '1' }).errors).toEqual([
    { field: 'email', message: 'Bitte füllen Sie dieses Feld aus.' },
  ]);
  expect(judge({ channel: 'phone', callerCode: 'a' }).errors.map(({ field }) => field)).toEqual(['phone']);
  expect(judge({ channel: 'phone', phone: '+49 30 901820', callerCode: 'a' }).errors).toEqual([
    { field: 'callerCode', message: 'Verwenden Sie 4 bis 20 Buchstaben.' },
  ]);
  expect(judge({ channel: 'email', email: 'ada@example.org', phone: '1' })).toEqual({
    values: { channel: 'email', email: 'ada@example.org', phone: '', callerCode: '' },
    errors: [],
  });
});
