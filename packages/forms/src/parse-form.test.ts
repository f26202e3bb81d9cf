import { readFileSync } from 'node:fs';
import type { Problem } from '@latchkey/kernel';
import { describe, expect, test } from 'vitest';
import { formLimits, parseForm } from './parse-form.ts';

const guide = (name: string) => readFileSync(new URL(`guide/${name}.json`, import.meta.url), 'utf8');
const label = { values: { en: 'Name' } };
const form = (...components: unknown[]) => JSON.stringify({ title: { values: { en: 'Title' } }, components });

const faults = (text: string): Problem => {
  try {
    parseForm(text);
  } catch (problem) {
    return problem as Problem;
  }
  throw new Error('The form was accepted.');
};
const pointers = (text: string) => faults(text).errors.map((error) => error.pointer);

describe('parseForm', () => {
  test.each(['registration-form', 'retry-form'])("keeps the guide's %s as it is written", (name) => {
    expect(parseForm(guide(name))).toEqual(JSON.parse(guide(name)));
  });

  test('keeps members that it does not know', () => {
    const text = form({ type: 'text', id: 'a', index: 0, label, colour: { deep: [1] } });
    expect(parseForm(text)).toEqual(JSON.parse(text));
  });

  test('accepts every type of component', () => {
    const options = [{ value: 'x', label }];
    const values = { en: 'Words' };
    const text = form(
      { type: 'text', id: 'text', index: 0, label },
      { type: 'number', id: 'number', index: 1, label, validate: { min: 1, max: '9' } },
      { type: 'email', id: 'email', index: 2, label },
      { type: 'phone', id: 'phone', index: 3, label },
      { type: 'date', id: 'date', index: 4, label, dateFormat: 'DD. MM. YYYY' },
      { type: 'dropdown', id: 'dropdown', index: 5, label, options },
      { type: 'radio', id: 'radio', index: 6, label, options },
      { type: 'checkbox', id: 'checkbox', index: 7, label, default: true },
      { type: 'subtitle', id: 'subtitle', index: 8, values },
      { type: 'paragraph', id: 'paragraph', index: 9, values },
      { type: 'paragraph', id: 'paragraph', index: 10, values },
      { type: 'notification', id: 'notification', index: 11, values, notificationType: 'warning' },
      { type: 'image', id: 'image', index: 12, label, source: '/logo.svg' },
      { type: 'qrCode', id: 'qr', index: 13, label, value: 'https://example.com' },
    );
    expect(parseForm(text).components).toHaveLength(14);
  });

  test('refuses with form.invalid, status 422 and every fault at once', () => {
    const problem = faults(
      form({ type: 'text', id: 'a b', index: -1 }, { type: 'colour', id: 'c', index: 1 }),
    );
    expect(problem).toMatchObject({ code: 'form.invalid', status: 422 });
    expect(problem.errors.map((error) => error.pointer)).toEqual([
      '/components/0/id',
      '/components/0/index',
      '/components/0/label',
      '/components/1/type',
    ]);
  });

  test.each([
    ['{}', ['/title', '/components']],
    ['{"title":{"values":{"en":1}},"components":[]}', ['/title/values/en']],
    ['{"title":{"values":{},"type":"headline"},"components":{}}', ['/title/type', '/components']],
    [
      '{"title":{"values":{}},"components":[7],"continueButton":{}}',
      ['/components/0', '/continueButton/values'],
    ],
  ])('points at what is wrong with %s', (text, expected) => {
    expect(pointers(text)).toEqual(expected);
  });

  test('refuses an id that two fields share', () => {
    const field = { type: 'text', id: 'name', index: 0, label };
    expect(pointers(form(field, field))).toEqual(['/components/1/id']);
  });

  test('refuses an id that a field shares with a text', () => {
    const paragraph = { type: 'paragraph', id: 'a', index: 0, values: { en: '' } };
    expect(pointers(form(paragraph, { type: 'text', id: 'a', index: 1, label }))).toEqual([
      '/components/1/id',
    ]);
  });

  test.each([
    ['label', { values: { en: ' ' } }, '/components/0/label/values'],
    ['label', { values: { 'no language': 'x' } }, '/components/0/label/values/no language'],
    ['readOnly', 'yes', '/components/0/readOnly'],
    ['default', { a: 1 }, '/components/0/default'],
    ['validate', { minLength: 'many' }, '/components/0/validate/minLength'],
    ['validate', { minLength: 5, maxLength: '4' }, '/components/0/validate/minLength'],
    ['validate', { missingMessage: 'Give it.' }, '/components/0/validate/missingMessage'],
    ['id', '__proto__', '/components/0/id'],
    ['id', 'constructor', '/components/0/id'],
  ])('refuses a wrong %s: %j', (member, value, pointer) => {
    expect(pointers(form({ type: 'text', id: 'a', index: 0, label, [member]: value }))).toContain(pointer);
  });

  test.each([
    [{ type: 'dropdown', options: [] }, '/options'],
    [
      {
        type: 'radio',
        options: [
          { value: 'x', label },
          { value: 'x', label },
        ],
      },
      '/options/1/value',
    ],
    [{ type: 'image', source: 'https://elsewhere.example/pixel.png' }, '/source'],
    [{ type: 'image', source: '//elsewhere.example/pixel.png' }, '/source'],
    [{ type: 'qrCode', value: '' }, '/value'],
    [{ type: 'notification', values: {}, notificationType: 'loud' }, '/notificationType'],
    [{ type: 'date', dateFormat: 'DD/MM' }, '/dateFormat'],
  ])('refuses %j', (component, pointer) => {
    expect(pointers(form({ id: 'a', index: 0, label, ...component }))).toEqual([`/components/0${pointer}`]);
  });

  test.each([
    ['no JSON', '{"title":'],
    ['no object', '[]'],
    ['too much text', form({ type: 'text', id: 'a', index: 0, label, note: 'x'.repeat(formLimits.bytes) })],
    ['too deep a nest', `{"title":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('refuses %s', (_what, text) => {
    expect(faults(text)).toMatchObject({ code: 'form.invalid' });
  });

  test('reads brackets within texts as text', () => {
    expect(
      parseForm(form({ type: 'text', id: 'a', index: 0, label, default: '[{"'.repeat(50) })),
    ).toBeDefined();
  });
});
