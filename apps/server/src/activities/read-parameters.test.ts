import { Problem } from '@latchkey/kernel';
import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { flag, oneOf, optionalText, optionalWhole, parameters, text } from './parameter.ts';
import { readParameters } from './read-parameters.ts';

const schema = parameters({
  name: text('Name', 'A name.'),
  key: text('Key', 'A key.', { default: 'key1' }),
  isOn: flag('On', 'On or off.'),
  size: optionalWhole('Size', 'A size.', { minimum: 1, maximum: 9 }),
  note: optionalText('Note', 'A note.', { maxLength: 5 }),
  choice: Type.Optional(oneOf(['A', 'B'], 'Choice', 'A or B.')),
  map: Type.Optional(Type.Record(Type.String(), Type.String(), { title: 'Map', description: 'A map.' })),
  list: Type.Optional(Type.Array(Type.String(), { title: 'List', description: 'A list.' })),
});
const data = { a: { b: 'Lovelace', n: 3, yes: true, none: null } };
const read = (texts: Parameters<typeof readParameters>[1]) =>
  readParameters(schema, { name: 'n', ...texts }, data);
const problem = (texts: Parameters<typeof readParameters>[1]): Problem => {
  try {
    read(texts);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('it is accepted');
};

describe('parameters', () => {
  test('that are not given have their defaults, or are absent', () => {
    expect(read({})).toEqual({ name: 'n', key: 'key1', isOn: false });
    expect(read({ key: '', note: '', size: '${a.none}' })).toEqual({ name: 'n', key: 'key1', isOn: false });
  });

  test.each(['3', '${3}', '${a.n}', ' 3 '])('a whole number is read from %s', (size) => {
    expect(read({ size }).size).toBe(3);
  });

  test.each(['true', '${true}', '${a.yes}', 'TRUE'])('a flag is read from %s', (isOn) => {
    expect(read({ isOn }).isOn).toBe(true);
  });

  test('texts take numbers, templates are texts, maps are evaluated member by member', () => {
    expect(read({ note: '${a.n}' }).note).toBe('3');
    expect(read({ name: 'is ${a.b}' }).name).toBe('is Lovelace');
    expect(read({ map: { one: '${a.b}', two: 'x' } }).map).toEqual({ one: 'Lovelace', two: 'x' });
    expect(read({ list: '["a","b"]' }).list).toEqual(['a', 'b']);
  });

  test('each fault is told by the label, all at once', () => {
    const { code, errors } = problem({ name: '', size: '12', note: 'too long', choice: 'C', isOn: 'maybe' });
    expect(code).toBe('activity.parameters-invalid');
    expect(errors).toEqual([
      { pointer: '/name', detail: 'Name is required.' },
      { pointer: '/isOn', detail: 'On: true or false is expected.' },
      { pointer: '/size', detail: 'Size: a whole number is expected, at least 1, at most 9.' },
      { pointer: '/note', detail: 'Note: a text is expected, at most 5 characters.' },
      { pointer: '/choice', detail: 'Choice: one of A, B is expected.' },
    ]);
  });

  test.each([
    ['${a.missing}', 'Note: there is no a.missing.'],
    ['of ${a.missing} and more', 'Note: there is no a.missing.'],
    ['${a["missing"]}', 'Note: its expression has no value for the data at hand.'],
    ['${int(a.b)}', 'Note: its expression has no value for the data at hand.'],
    ['${a.b + 1}', 'Note: its expression has no value for the data at hand.'],
    ['${a.}', 'Note: its expression cannot be read.'],
  ])('%s is a fault of its parameter', (note, detail) => {
    expect(problem({ note }).errors).toEqual([{ pointer: '/note', detail }]);
  });

  test('what is told of a fault is never the value that has it', () => {
    const texts = { isOn: '${a.b}', size: '${a.b}', note: '${a.b}${a.b}', choice: '${a.b}', list: '${a.b}' };
    const { errors, detail } = problem({ ...texts, map: '${a.b}' });
    expect(errors.map(({ pointer }) => pointer)).toEqual([
      '/isOn',
      '/size',
      '/note',
      '/choice',
      '/map',
      '/list',
    ]);
    expect(JSON.stringify([errors, detail])).not.toContain(data.a.b);
  });

  test('what the schema does not know is not read', () => {
    expect(read({ stranger: '${a.missing}' })).not.toHaveProperty('stranger');
  });
});
