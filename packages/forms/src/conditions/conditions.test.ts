import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FormComponent, FormDocument } from '../document.ts';
import { parseForm } from '../parse-form.ts';
import { validateForm } from '../validate-form.ts';
import { type Condition, type Held, holds } from './condition.ts';
import { ExpressionFault, parseExpression } from './parse-expression.ts';

const label = { values: { en: 'Label' } };
const field = (id: string, more: Record<string, unknown> = {}): FormComponent => ({
  type: 'text',
  id,
  index: 0,
  label,
  ...more,
});
const form = (...components: FormComponent[]): FormDocument => ({
  title: { values: { en: 'T' } },
  components,
});
const required = { validate: { required: true } };
const judge = (
  document: FormDocument,
  values: Record<string, unknown>,
  substitute = (text: string) => text,
) => validateForm(parseForm(JSON.stringify(document)), values, { language: 'en', substitute });
const faults = (...components: FormComponent[]): readonly string[] => {
  try {
    parseForm(JSON.stringify(form(...components)));
    return [];
  } catch (error) {
    return (error as { errors: { pointer: string; detail: string }[] }).errors.map(
      ({ pointer, detail }) => `${pointer} ${detail}`,
    );
  }
};

describe('an expression', () => {
  test.each<[string, Record<string, Held>, boolean]>([
    ['country == "de"', { country: 'de' }, true],
    ["country == 'de'", { country: 'fr' }, false],
    ['${country != "de"}', { country: null }, true],
    ['age >= 18', { age: 18 }, true],
    ['age >= 18', { age: 9 }, false],
    ['age < 18', { age: null }, false],
    ['born < "2000-01-01"', { born: '1999-12-31' }, true],
    ['agree', { agree: true }, true],
    ['!agree', { agree: false }, true],
    ['agree == false', { agree: null }, true],
    ['country in ["de", "at"]', { country: 'at' }, true],
    ['mail contains "@example."', { mail: 'a@example.org' }, true],
    ['a == "1" && b == "2" || c == "3"', { c: '3' }, true],
    ['a == "1" && (b == "2" || c == "3")', { c: '3' }, false],
    ['"gold" == "gold"', {}, true],
    ['first-name.given == "Ada"', { 'first-name.given': 'Ada' }, true],
    ['quote == "\\"x\\""', { quote: '"x"' }, true],
    ['n == 1.50', { n: '1.5' }, true],
  ])('%s with %j is %s', (source, values, expected) => {
    expect(holds(parseExpression(source), (id) => values[id])).toBe(expected);
  });

  test.each([
    '',
    'a ==',
    '(a',
    'a b',
    'a == b',
    'a === 1',
    '"x"',
    'a in []',
    'a ; b',
    '!',
    '1',
    `${'('.repeat(99)}a${')'.repeat(99)}`,
  ])('that cannot be read is told: %s', (source) =>
    expect(() => parseExpression(source)).toThrow(ExpressionFault),
  );

  test('of any shape is read or told, and a read one is evaluated', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '"x"',
      '1',
      '==',
      '<',
      '&&',
      '||',
      '!',
      '(',
      ')',
      'in',
      '[',
      ']',
      ',',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        try {
          expect(typeof holds(parseExpression(pieces.join(' ')), () => 'x')).toBe('boolean');
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionFault);
        }
      }),
    );
  });
});

describe('a field out of sight', () => {
  const document = form(
    field('country'),
    field('tax', { ...required, visibleWhen: { field: 'country', operator: 'equals', value: 'de' } }),
    field('office', { ...required, visibleWhen: 'tax contains "9"' }),
  );

  test('is not demanded, and what was sent for it counts for nothing', () => {
    expect(judge(document, { country: 'fr', tax: '9', office: 'x' })).toEqual({
      values: { country: 'fr', tax: '', office: '' },
      errors: [],
    });
  });

  test('is demanded as soon as it is in sight', () => {
    expect(judge(document, { country: ' de ' }).errors.map((one) => one.field)).toEqual(['tax']);
    expect(judge(document, { country: 'de', tax: '99' }).errors.map((one) => one.field)).toEqual(['office']);
  });

  test('that a page without script could not show yet is brought up once', () => {
    const optional = form(field('country'), field('note', { visibleWhen: 'country == "de"' }));
    expect(judge(optional, { country: 'de', _shown: '' }).errors).toEqual([
      { field: 'note', message: expect.stringContaining('bring up') },
    ]);
    expect(judge(optional, { country: 'de', _shown: 'note' }).errors).toEqual([]);
    expect(judge(optional, { country: 'fr', _shown: '' }).errors).toEqual([]);
  });

  test('may depend on the session data', () => {
    const gold: Condition = { text: '{{processVar._initial.plan}}', operator: 'equals', value: 'gold' };
    const plan = form(field('perk', { ...required, visibleWhen: gold }));
    const as = (name: string) => (text: string) => text.replace('{{processVar._initial.plan}}', name);
    expect(judge(plan, {}, as('silver')).errors).toEqual([]);
    expect(judge(plan, {}, as('gold')).errors).toHaveLength(1);
  });

  test('is never in sight with a hidden one that it depends on, whatever the answers', () => {
    fc.assert(
      fc.property(fc.record({ country: fc.constantFrom('de', 'fr', ''), tax: fc.string() }), (values) => {
        const { errors } = judge(document, values);
        if (values.country !== 'de') expect(errors).toEqual([]);
      }),
    );
  });
});

describe('a condition', () => {
  test.each<[string, unknown, string]>([
    ['an unknown field', 'nobody == 1', '/components/0/visibleWhen There is no field nobody.'],
    ['itself', 'a == 1', '/components/0/visibleWhen Must not depend on the component itself.'],
    ['no rule', 7, 'Must be an expression'],
    ['no operator', { field: 'b' }, '/components/0/visibleWhen/operator Must be one of'],
    ['no value', { field: 'b', operator: 'equals' }, '/components/0/visibleWhen/value Is missing.'],
    ['an empty list', { any: [] }, '/components/0/visibleWhen/any Must be a list of 1 to 50 rules.'],
    ['a broken expression', 'b ==', '/components/0/visibleWhen Lacks a field or a value at its end.'],
  ])('with %s is refused', (_what, visibleWhen, expected) => {
    expect(faults(field('a', { visibleWhen }), field('b')).join('\n')).toContain(expected);
  });

  test('that goes in a circle is refused at each component of it', () => {
    expect(
      faults(
        field('a', { visibleWhen: 'b' }),
        field('b', { visibleWhen: { not: { field: 'a', operator: 'isFilled' } } }),
      ),
    ).toHaveLength(2);
  });

  test('cannot read a text, which holds nothing', () => {
    const text = { type: 'paragraph', id: 'p', index: 1, values: { en: 'x' } };
    expect(faults(field('a', { visibleWhen: 'p' }), text)).toEqual([
      '/components/0/visibleWhen There is no field p.',
    ]);
  });
});
