import { describe, expect, test } from 'vitest';
import { readDraft } from '../document/draft-document.ts';
import { memberSuggestions, valueSuggestions } from './suggestions.ts';

const document = readDraft(
  JSON.stringify({
    title: { values: { en: 'Title', de: '' } },
    components: [
      { type: 'number', id: 'age', index: 0, label: { values: {} }, validate: {} },
      { type: 'notification', id: 'note', index: 1, values: {} },
    ],
  }),
);
const members = (...path: (string | number)[]) => memberSuggestions(document, path).map(({ label }) => label);
const values = (...path: (string | number)[]) => valueSuggestions(document, path).map(({ label }) => label);

describe('while one types JSON', () => {
  test('the members fit the place', () => {
    expect(members()).toEqual(['title', 'components', 'continueButton', 'requireTranslations']);
    expect(members('components', 0)).toEqual(
      expect.arrayContaining(['type', 'id', 'label', 'validate', 'visibleWhen']),
    );
    expect(members('components', 0, 'validate')).toEqual(
      expect.arrayContaining(['required', 'min', 'max', 'missingMessage']),
    );
    expect(members('components', 0, 'validate')).not.toContain('minLength');
    expect(members('components', 1)).toEqual(expect.arrayContaining(['values', 'notificationType']));
    expect(members('components', 0, 'label', 'values')).toEqual(['en', 'de']);
    expect(members('components', 1, 'visibleWhen', 'any', 0)).toContain('operator');
    expect(members('somewhere', 'else')).toEqual([]);
  });

  test('the values fit the member', () => {
    expect(values('components', 0, 'type')).toContain('"qrCode"');
    expect(values('components', 1, 'notificationType')).toEqual([
      '"default"',
      '"success"',
      '"error"',
      '"warning"',
    ]);
    expect(values('components', 0, 'readOnly')).toEqual(['true', 'false']);
    expect(values('components', 1, 'visibleWhen', 'field')).toEqual(['"age"']);
    expect(values('components', 1, 'visibleWhen', 'operator')).toContain('"atLeast"');
    expect(values('title', 'type')).toEqual(['"title"']);
    expect(values('components', 0, 'id')).toEqual([]);
  });
});
