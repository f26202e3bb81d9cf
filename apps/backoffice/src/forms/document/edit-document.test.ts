import { readFileSync } from 'node:fs';
import { type ComponentType, componentKinds, parseForm } from '@latchkey/forms';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Property, pathsOf } from '../builder/properties.ts';
import { type DraftDocument, inOrder, readDraft } from './draft-document.ts';
import {
  addComponent,
  addLanguage,
  duplicateComponent,
  type Edit,
  moveComponent,
  removeComponent,
  removeLanguage,
  setValue,
} from './edit-document.ts';
import { type Path, valueAt, written } from './form-json.ts';
import { renameComponent } from './rename-component.ts';
import { languagesIn } from './texts-in.ts';

const types = Object.keys(componentKinds) as ComponentType[];
const guide = (name: string) =>
  readFileSync(new URL(`../../../../../packages/forms/src/guide/${name}.json`, import.meta.url), 'utf8');
const empty = readDraft(
  '{"title":{"values":{"en":"Title"},"isValid":true,"type":"title"},"components":[]}',
) as DraftDocument;
const made = (...edits: readonly Edit[]): DraftDocument =>
  edits.reduce((document, edit) => edit(document), empty);
const all = made(...types.map((type, position) => addComponent(type, position, ['en', 'de'])));
const idsOf = (document: DraftDocument) => inOrder(document).map(({ component }) => component.id);
/** What saving and loading again makes of a document. */
const reloaded = (document: DraftDocument): DraftDocument => readDraft(written(document)) as DraftDocument;

describe('a new component', () => {
  test.each(types)('of type %s is valid as it comes, and needs no more', (type) => {
    const document = made(addComponent(type, 0, ['en']));
    expect(parseForm(written(document))).toEqual(document);
    expect(document.components[0]).toMatchObject({ type, index: 0, isValid: true });
  });

  test('gets an id of its own, but paragraphs share theirs as the guide has it', () => {
    const document = made(
      ...['text', 'text', 'paragraph', 'paragraph'].map((type, at) => addComponent(type, at, ['en'])),
    );
    expect(idsOf(document)).toEqual(['text', 'text2', 'paragraph', 'paragraph']);
  });
});

describe('by hand', () => {
  const title = (words: string) => setValue(['title', 'values', 'en'], words);
  const at = (place: number, path: Path, value: unknown) => setValue(['components', place, ...path], value);

  test("the guide's registration form becomes the guide's JSON", () => {
    const document = made(
      addComponent('text', 0, ['en']),
      addComponent('text', 1, ['en']),
      ...[
        ['userName', 'User Name'],
        ['displayName', 'Display Name'],
      ].flatMap(([id, label], place) => [
        renameComponent(place, String(id)),
        at(place, ['label', 'values', 'en'], label),
        at(place, ['validate', 'required'], true),
      ]),
      setValue(['continueButton'], { values: { en: 'Continue' }, isValid: true, type: 'continueButton' }),
    );
    expect(document).toEqual(JSON.parse(guide('registration-form')));
  });

  test("the guide's retry form becomes the guide's JSON", () => {
    const document = made(
      title('User cancelled the process'),
      addComponent('paragraph', 0, ['en']),
      at(0, ['values', 'en'], 'User cancel error happened - please try again'),
    );
    expect(document).toEqual(JSON.parse(guide('retry-form')));
  });
});

describe('every field of every type', () => {
  const cases = types.flatMap((type, place) =>
    pathsOf(type).map((property) => ({ type, place, property, name: property.path.join('.') || 'values' })),
  );

  test.each(cases)(
    '$type: $name is set, saved, loaded and equal; nothing else changes',
    ({ place, property }) => {
      fc.assert(
        fc.property(valuesOf(property), ({ path, value }) => {
          const whole: Path = ['components', place, ...property.path, ...path];
          const document = reloaded(setValue(whole, value)(all));
          expect(valueAt(document, whole)).toEqual(value);
          const before = valueAt(all, whole);
          expect(reloaded(setValue(whole, before)(document))).toEqual(all);
        }),
        { numRuns: 30 },
      );
    },
  );
});

describe('what the builder does not know', () => {
  const unknown = fc.dictionary(
    fc.string().filter((name) => name !== '__proto__'),
    // As text brings it: JSON writes no negative zero.
    fc.json().map((text) => JSON.parse(text) as unknown),
    { maxKeys: 4 },
  );

  test('stays through every edit, at every place', () => {
    fc.assert(
      fc.property(unknown, unknown, fc.nat({ max: types.length - 1 }), (inForm, inField, place) => {
        const strange = {
          ...inForm,
          ...all,
          components: all.components.map((component, at) =>
            at === place ? { ...inField, ...component } : component,
          ),
        } as DraftDocument;
        const edits = [
          setValue(['components', place, 'label', 'values', 'fr'], 'x'),
          moveComponent(place, 0),
          addComponent('text', 3, ['en']),
          addLanguage('it'),
        ];
        const document = reloaded(edits.reduce((now, edit) => edit(now), strange));
        expect(document).toMatchObject(
          Object.fromEntries(Object.keys(inForm).map((name) => [name, strange[name]])),
        );
        const kept = document.components.find(({ id }) => id === strange.components[place]?.id);
        expect(Object.keys(kept ?? {})).toEqual(expect.arrayContaining(Object.keys(inField)));
      }),
    );
  });
});

describe('the order', () => {
  test('is that of the numbers, whatever the list says', () => {
    const shuffled = { ...all, components: all.components.toReversed() } as DraftDocument;
    expect(idsOf(shuffled)).toEqual(idsOf(all));
  });

  test('changes by moving, and the numbers follow', () => {
    fc.assert(
      fc.property(fc.nat({ max: types.length - 1 }), fc.nat({ max: types.length - 1 }), (from, to) => {
        const moved = moveComponent(from, to)(all);
        const ids = idsOf(all);
        expect(idsOf(moved)).toEqual(ids.toSpliced(from, 1).toSpliced(to, 0, ids[from]));
        expect(moved.components.map(({ index }) => index)).toEqual(types.map((_, index) => index));
        expect(moveComponent(to, from)(moved)).toEqual(all);
      }),
    );
  });

  test('stays when something would leave the list', () => {
    expect(moveComponent(0, -1)(all)).toBe(all);
    expect(moveComponent(0, types.length)(all)).toBe(all);
  });

  test('closes behind what is removed, and opens for a copy', () => {
    expect(removeComponent(0)(all).components.map(({ index }) => index)).toEqual(
      types.slice(1).map((_, at) => at),
    );
    expect(idsOf(duplicateComponent(0)(all)).slice(0, 3)).toEqual(['text', 'text2', 'paragraph']);
  });
});

describe('a language', () => {
  test('is there for every text once the title has a place for it, and goes from every text', () => {
    const french = setValue(['components', 0, 'label', 'values', 'fr'], 'Nom')(addLanguage('fr')(all));
    expect(languagesIn(french)).toEqual(['en', 'fr']);
    expect(removeLanguage('fr')(french)).toEqual(all);
  });
});

test('a condition follows the field that it reads', () => {
  const texts = ['text', 'text', 'text'].map((type, at) => addComponent(type, at, ['en']));
  const document = made(
    ...texts,
    setValue(['components', 1, 'visibleWhen'], 'text == "text" && text2 != "text"'),
    setValue(['components', 2, 'visibleWhen'], {
      any: [{ field: 'text', operator: 'equals', value: 'text' }],
    }),
    renameComponent(0, 'country'),
  );
  expect(document.components.map(({ visibleWhen }) => visibleWhen)).toEqual([
    undefined,
    'country == "text" && text2 != "text"',
    { any: [{ field: 'country', operator: 'equals', value: 'text' }] },
  ]);
});

function valuesOf({ kind }: Property): fc.Arbitrary<{ readonly path: Path; readonly value: unknown }> {
  const plain = (value: fc.Arbitrary<unknown>) => value.map((one) => ({ path: [], value: one }));
  if (typeof kind === 'object') return plain(fc.constantFrom(...kind.words));
  const text = fc.string({ unit: 'binary' });
  const kinds: Readonly<Record<typeof kind, fc.Arbitrary<{ path: Path; value: unknown }>>> = {
    id: plain(text),
    line: plain(text),
    picture: plain(text),
    optionDefault: plain(text),
    flag: plain(fc.boolean()),
    tick: plain(fc.boolean()),
    whole: plain(fc.oneof(fc.nat(), text)),
    amount: plain(
      fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
        text,
      ),
    ),
    texts: text.map((value) => ({ path: ['values', 'en'], value })),
    longTexts: text.map((value) => ({ path: ['values', 'en'], value })),
    options: plain(
      fc.array(
        fc.record({
          value: text,
          label: fc.record({ values: fc.dictionary(fc.constantFrom('en', 'de'), text) }),
        }),
      ),
    ),
    condition: plain(
      fc.oneof(
        text,
        fc.record({
          field: text,
          operator: fc.constantFrom('equals', 'atLeast'),
          value: fc.oneof(text, fc.nat()),
        }),
      ),
    ),
  };
  return kinds[kind];
}
