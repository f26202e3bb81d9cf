import { describe, expect, test } from 'vitest';
import { chooseLanguage } from './choose-language.ts';
import { catalogues } from './index.ts';

describe('chooseLanguage', () => {
  test.each([
    ['he', 'de', 'he'],
    [undefined, 'de-AT,de;q=0.9,en;q=0.8', 'de'],
    [undefined, 'sv, en;q=0.2, iw;q=0.7', 'he'],
    [undefined, 'he;q=0, en', 'en'],
    ['xx', 'de', 'de'],
    ['constructor', '__proto__', 'en'],
    [undefined, undefined, 'en'],
    ['', ';;;q=,', 'en'],
  ])('link %j and browser %j read %s', (link, accept, language) => {
    expect(chooseLanguage(link, accept)).toBe(language);
  });
});

describe('catalogues', () => {
  const texts = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : Object.values(value as object).flatMap(texts);

  test.each(Object.entries(catalogues))(
    '%s has no empty text and only the known places',
    (_tag, catalogue) => {
      for (const text of texts(catalogue)) {
        expect(text.trim()).not.toBe('');
        expect(text.replace(/\{(organisation|name|n)\}/, '')).not.toMatch(/[{}]/);
      }
    },
  );

  test.each(Object.entries(catalogues))(
    '%s names the organisation wherever English does',
    (_tag, catalogue) => {
      const places = (value: unknown) =>
        texts(value).filter((text) => text.includes('{organisation}')).length;
      expect(places(catalogue)).toBe(places(catalogues.en));
    },
  );
});
