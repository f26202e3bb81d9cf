import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareForms } from './compare-forms.ts';
import { readDraft } from './draft-document.ts';
import { begin, type History, redo, undo, write } from './history.ts';
import { lossesOf } from './losses.ts';

describe('undo', () => {
  const typed = (...texts: readonly string[]): History =>
    texts.reduce((history, text, at) => write(history, text, 'json', at * 10), begin('a'));

  test('takes typing back in one step, and a pause begins another', () => {
    const history = write(typed('ab', 'abc'), 'abcd', 'json', 5_000);
    expect(undo(history).text).toBe('abc');
    expect(undo(undo(history)).text).toBe('a');
  });

  test('takes back what was done elsewhere in its own step', () => {
    const history = write(typed('ab'), 'abx', '/title', 11);
    expect(undo(history).text).toBe('ab');
  });

  test('and redo lead through the same texts, back and forth, until something else is written', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (texts) => {
        let history = begin('first');
        texts.forEach((text, at) => {
          history = write(history, text, `edit ${at}`, 0);
        });
        const { length } = history.past;
        let back = history;
        for (let step = 0; step < length; step++) back = undo(back);
        expect([back.text, back.past]).toEqual(['first', []]);
        let again = back;
        for (let step = 0; step < length; step++) again = redo(again);
        expect([again.text, again.past]).toEqual([history.text, history.past]);
        expect(write(back, 'else', 'edit', 0).future).toEqual(back.text === 'else' ? back.future : []);
      }),
    );
  });

  test('at the beginning and redo at the end change nothing', () => {
    const history = begin('a');
    expect([undo(history), redo(history)]).toEqual([history, history]);
  });
});

describe('what the builder cannot keep', () => {
  test.each([
    ['{"a": 1, "a": 2}', 1],
    ['{"a": {"b": 1},\n "c": [{"b": 1, "b": 2}]}', 2],
    ['{"a": 12345678901234567890}', 1],
    ['{"a": 1e400}', 1],
    ['{"a":\n\n0.1000000000000000055511151231257827}', 3],
    ['{"\\u0061": 1, "a": 2}', 1],
  ])('is told with its line: %s', (text, line) =>
    expect(lossesOf(text).map((loss) => loss.line)).toEqual([line]),
  );

  test.each(['{"a": "{\\"a\\": 1e999}", "b": [1, 1.50, -0, 1e3, 15e-1]}', '{"a": {"a": {"a": "a:"}}}'])(
    'is nothing in %s',
    (text) => expect(lossesOf(text)).toEqual([]),
  );

  test('is nothing in whatever JSON writes itself', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(lossesOf(JSON.stringify(value))).toEqual([]);
      }),
    );
  });
});

test.each(['', '[]', '{"title":{},"components":[1]}', '{"title":1,"components":[]}', '{"title":{}}'])(
  'the builder does not show %s',
  (text) => expect(readDraft(text)).toBeUndefined(),
);

describe('a comparison', () => {
  const field = (id: string, index: number, more: object = {}) => ({ id, type: 'text', index, ...more });
  const form = (...components: readonly object[]) => ({ title: { values: { en: 'A' } }, components });

  test('names what was added, removed, moved and changed, each once', () => {
    const before = form(
      field('a', 0),
      field('b', 1, { validate: { required: false } }),
      field('c', 2),
      field('d', 3),
    );
    const after = {
      ...form(field('d', 0), field('b', 1, { validate: { required: true } }), field('c', 2), field('e', 3)),
      title: { values: { en: 'B', de: 'C' } },
    };
    expect(compareForms(before, after)).toEqual([
      { kind: 'changed', subject: 'title', member: 'title.values.en', before: '"A"', after: '"B"' },
      { kind: 'changed', subject: 'title', member: 'title.values.de', after: '"C"' },
      { kind: 'removed', subject: 'a', type: 'text' },
      { kind: 'added', subject: 'e', type: 'text' },
      { kind: 'moved', subject: 'd', type: 'text' },
      {
        kind: 'changed',
        subject: 'b',
        type: 'text',
        member: 'validate.required',
        before: 'false',
        after: 'true',
      },
    ]);
  });

  test('of a form with itself finds nothing, also when its list is in another order', () => {
    const one = form(field('a', 0), field('p', 1), field('p', 2));
    expect(compareForms(one, { ...one, components: one.components.toReversed() })).toEqual([]);
  });
});
