import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FormComponent, FormDocument } from './document.ts';
import { initialValues } from './initial-values.ts';
import { validateForm } from './validate-form.ts';
import { withoutTransient } from './without-transient.ts';

const plain = { language: 'en', substitute: (text: string) => text };
const label = { values: { en: 'Label' } };
const field = (type: string, more: Record<string, unknown> = {}): FormComponent => ({
  type,
  id: 'a',
  index: 0,
  label,
  ...more,
});
const form = (...components: FormComponent[]): FormDocument => ({
  title: { values: { en: 'Title' } },
  components,
});
const judge = (component: FormComponent, a: unknown, options = plain) => {
  const { values, errors } = validateForm(form(component), { a }, options);
  return errors[0]?.message ?? values.a;
};
const options = [
  { value: 'red', label },
  { value: 'blue', label },
];

describe('validateForm', () => {
  test.each([
    ['text', ' Ada\n', 'Ada'],
    ['text', undefined, ''],
    ['text', 12, '12'],
    ['number', '1,5', 1.5],
    ['number', 0, 0],
    ['number', '', null],
    ['email', ' ada@example.org ', 'ada@example.org'],
    ['email', 'ada@bücher.example', 'ada@bücher.example'],
    ['phone', '0049 (30) 90-18.20', '+4930901820'],
    ['date', '2024-02-29', '2024-02-29'],
    ['checkbox', 'on', true],
    ['checkbox', undefined, false],
  ])('reads a %s: %j', (type, input, value) => {
    expect(judge(field(type), input)).toBe(value);
  });

  test.each([
    ['text', { injected: true }],
    ['text', ['x']],
    ['text', true],
    ['number', '12a'],
    ['number', '1e400'],
    ['number', 'Infinity'],
    ['email', 'ada@example'],
    ['email', 'a b@example.org'],
    ['email', '@example.org'],
    ['email', 'ada@-example.org'],
    ['email', `${'a'.repeat(65)}@example.org`],
    ['phone', 'call me'],
    ['phone', '1234'],
    ['date', '2023-02-29'],
    ['date', '29/02/2024'],
    ['checkbox', 'maybe'],
  ])('does not read a %s: %j', (type, input) => {
    expect(judge(field(type), input)).toMatch(/^Please /);
  });

  test('accepts only the choices of a dropdown or of radio buttons', () => {
    expect(judge(field('dropdown', { options }), 'red')).toBe('red');
    expect(judge(field('radio', { options }), 'green')).toBe('Please choose one of the options.');
    expect(judge(field('radio', { options }), '')).toBe('');
  });

  test.each(['text', 'number', 'email', 'phone', 'date', 'checkbox'])('asks for a required %s', (type) => {
    expect(judge(field(type, { validate: { required: true } }), '')).toMatch(/^Please /);
  });

  test('a required checkbox wants the tick', () => {
    const component = field('checkbox', { validate: { required: true } });
    expect(judge(component, 'false')).toBe('Please tick this box to go on.');
    expect(judge(component, 'true')).toBe(true);
  });

  test('counts code points after trimming, at both edges', () => {
    const component = field('text', { validate: { minLength: '2', maxLength: 3 } });
    expect(judge(component, ' 🗝 ')).toBe('Please use 2 to 3 characters.');
    expect(judge(component, '🗝🗝')).toBe('🗝🗝');
    expect(judge(component, '🗝🗝🗝')).toBe('🗝🗝🗝');
    expect(judge(component, '🗝🗝🗝🗝')).toBe('Please use 2 to 3 characters.');
  });

  test('an empty limit is none, but 2000 code points are the most', () => {
    const component = field('text', { validate: { minLength: '', maxLength: '' } });
    expect(judge(component, 'x'.repeat(2000))).toHaveLength(2000);
    expect(judge(component, 'x'.repeat(2001))).toBe('Please use at most 2000 characters.');
  });

  test('bounds the value of a number', () => {
    const component = field('number', { validate: { min: 1, max: '10' } });
    expect(judge(component, '10')).toBe(10);
    expect(judge(component, '10.1')).toBe('Please stay between 1 and 10.');
  });

  test("prefers the form's own messages, in the person's language", () => {
    const missingMessage = { values: { en: 'Who are you, {{processVar.x}}?', de: 'Wer sind Sie?', he: '' } };
    const component = field('text', { validate: { required: true, missingMessage } });
    const substitute = (text: string) => text.replace('{{processVar.x}}', 'friend');
    expect(judge(component, '', { language: 'en', substitute })).toBe('Who are you, friend?');
    expect(judge(component, '', { language: 'de-AT', substitute })).toBe('Wer sind Sie?');
    expect(judge(component, '', { language: 'he', substitute })).toBe('Who are you, friend?');
  });

  test('has default messages in Hebrew and German', () => {
    const component = field('text', { validate: { required: true, missingMessage: { values: { en: '' } } } });
    expect(judge(component, '', { ...plain, language: 'he' })).toBe('יש למלא את השדה הזה.');
    expect(judge(component, '', { ...plain, language: 'de' })).toBe('Bitte füllen Sie dieses Feld aus.');
  });

  test('keeps the default of a read-only field whatever was sent', () => {
    const component = field('text', {
      readOnly: true,
      default: '{{processVar.name}}',
      validate: { required: true },
    });
    expect(judge(component, 'evil', { language: 'en', substitute: () => 'Ada' })).toBe('Ada');
  });

  test('drops what is no field of the form', () => {
    const paragraph: FormComponent = { type: 'paragraph', id: 'p', index: 1, values: { en: '' } };
    const result = validateForm(form(field('text'), paragraph), { a: 'x', b: 'y', p: 'z' }, plain);
    expect(result).toEqual({ values: { a: 'x' }, errors: [] });
  });

  test('does not take inherited members for values', () => {
    expect(validateForm(form(field('text', { id: 'toString' })), {}, plain).values).toEqual({ toString: '' });
  });

  test('judges its own values as it judged them before', () => {
    const types = ['text', 'number', 'email', 'phone', 'date', 'checkbox'];
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        fc.oneof(fc.string(), fc.emailAddress(), fc.double()),
        (type, input) => {
          const first = validateForm(form(field(type)), { a: input }, plain);
          fc.pre(first.errors.length === 0);
          expect(validateForm(form(field(type)), first.values, plain)).toEqual(first);
        },
      ),
    );
  });
});

describe('initialValues', () => {
  test('resolves defaults and gives every field a value', () => {
    const document = form(
      field('text', { default: 'Hello {{processVar.name}}' }),
      field('date', { id: 'day', default: '24/12/2026' }),
      field('date', { id: 'us', default: '12/24/2026', dateFormat: 'MM/DD/YYYY' }),
      field('checkbox', { id: 'tick', default: 'true' }),
      field('number', { id: 'count' }),
      field('email', { id: 'mail', default: 'not one' }),
    );
    expect(initialValues(document, (text) => text.replace('{{processVar.name}}', 'Ada'))).toEqual({
      a: 'Hello Ada',
      day: '2026-12-24',
      us: '2026-12-24',
      tick: true,
      count: null,
      mail: 'not one',
    });
  });
});

describe('withoutTransient', () => {
  test('leaves out the values of transient fields only', () => {
    const document = form(field('text', { transient: true }), field('text', { id: 'b' }));
    expect(withoutTransient(document, { a: 'secret', b: 'kept' })).toEqual({ b: 'kept' });
  });
});
