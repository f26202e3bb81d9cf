import { expect, test } from 'vitest';
import { localised } from './localised.ts';

const texts = { values: { en: 'Name', de: 'Name (de)', 'pt-BR': 'Nome', he: '' } };

test.each([
  [['de-AT', 'en'], 'Name (de)'],
  [['pt_br'], 'Nome'],
  [['he', 'de'], 'Name (de)'],
  [['he'], 'Name'],
  [[], 'Name'],
])('reads %j as %s', (languages, words) => {
  expect(localised(texts, languages)).toBe(words);
});

test('takes any language before none', () => {
  expect(localised({ values: { fr: 'Nom' } }, ['de'])).toBe('Nom');
  expect(localised(undefined, ['de'])).toBe('');
});
