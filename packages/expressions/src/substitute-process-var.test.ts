import { describe, expect, test } from 'vitest';
import { substituteProcessVar } from './substitute-process-var.ts';

const data = {
  _preferredDeviceInfo: { id: 'D1', count: 2, none: null },
  _forms: { 'my form': { currentForm: { data: { tags: ['x', 'y'] } } } },
};

describe('substituteProcessVar', () => {
  test.each([
    ['Hello', 'Hello'],
    ['{{processVar._preferredDeviceInfo.id}}', 'D1'],
    ['{{processvar._preferredDeviceInfo.id}} {{PROCESSVAR._preferredDeviceInfo.count}}', 'D1 2'],
    ['{{ processVar._preferredDeviceInfo["id"] }}', 'D1'],
    [`{{processVar['_forms']["my form"].currentForm.data.tags[1]}}`, 'y'],
    ['{{processVar._forms["my form"].currentForm.data.tags}}', '["x","y"]'],
    ['[{{processVar._missing.path}}]', '[]'],
    ['[{{processVar._preferredDeviceInfo.none}}]', '[]'],
    ['[{{processVar._preferredDeviceInfo.toString}}]', '[]'],
    ['[{{processVar.__proto__.x}}]', '[]'],
    ['{{other.thing}} {{ }}', '{{other.thing}} {{ }}'],
    ['{{processVariable.x}}', '{{processVariable.x}}'],
  ])('%s', (text, expected) => {
    expect(substituteProcessVar(text, data)).toBe(expected);
  });

  test('what a value contains is not substituted again', () => {
    expect(substituteProcessVar('{{processVar.a}}', { a: '{{processVar.b}} ${b} $&', b: 'no' })).toBe(
      '{{processVar.b}} ${b} $&',
    );
  });

  test.each([
    '{{processVar.$.a}}',
    '{{processVar["$"]}}',
    '{{processVar}}',
    '{{processVar.a..b}}',
    '{{processVar.a[b]}}',
  ])('refuses %s', (text) => {
    expect(() => substituteProcessVar(text, data)).toThrow(
      expect.objectContaining({ code: 'expression.invalid' }),
    );
  });
});
