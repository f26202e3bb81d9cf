import { expect, test } from 'vitest';
import type { FormDocument } from './document.ts';
import { languagesOf, missingTranslations } from './translations.ts';

const texts = (values: Record<string, string>) => ({ values });
const document: FormDocument = {
  title: texts({ en: 'Title', de: 'Titel' }),
  continueButton: texts({ en: 'Go' }),
  components: [
    {
      type: 'radio',
      id: 'colour',
      index: 0,
      label: texts({ en: 'Colour', de: ' ' }),
      options: [{ value: 'red', label: texts({ fr: 'rouge', en: 'red', de: 'rot' }) }],
      validate: { missingMessage: texts({ en: '', de: '' }), invalidMessage: texts({ de: 'Nein' }) },
      unknown: texts({ it: 'ignoto' }),
    },
    { type: 'paragraph', id: 'p', index: 1, values: { en: 'Words', de: 'Worte', fr: 'Mots' } },
  ],
};

test('the languages of a form are those of all its texts', () => {
  expect(languagesOf(document)).toEqual(['en', 'de', 'fr']);
});

test('a text lacks the languages in which it has no words while it has some in another', () => {
  expect(missingTranslations(document)).toEqual([
    { pointer: '/title/values', languages: ['fr'] },
    { pointer: '/continueButton/values', languages: ['de', 'fr'] },
    { pointer: '/components/0/label/values', languages: ['de', 'fr'] },
    { pointer: '/components/0/validate/invalidMessage/values', languages: ['en', 'fr'] },
  ]);
});
