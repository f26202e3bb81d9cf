import { blankComponent } from './blank-component.ts';
import { type DraftComponent, type DraftDocument, inOrder } from './draft-document.ts';
import { type Path, withValue } from './form-json.ts';
import { freeId } from './free-id.ts';
import { textsIn } from './texts-in.ts';

/** A change of a document. */
export type Edit = (document: DraftDocument) => DraftDocument;

/** Puts another value at a path; `undefined` takes the member away. */
export const setValue =
  (path: Path, next: unknown): Edit =>
  (document) =>
    withValue(document, path, next);

/** Adds a component of a type at a position of the visible order. */
export const addComponent =
  (type: string, position: number, languages: readonly string[]): Edit =>
  (document) => {
    const component = blankComponent(type, { languages, taken: idsOf(document) });
    const ordered = inOrder(document).map((one) => one.component);
    return numbered(document, ordered.toSpliced(position, 0, component));
  };

/** Takes the component at a position of the visible order away. */
export const removeComponent =
  (position: number): Edit =>
  (document) =>
    numbered(
      document,
      inOrder(document)
        .map((one) => one.component)
        .toSpliced(position, 1),
    );

/** Puts a copy behind the component at a position; a copy of a field gets an id of its own. */
export const duplicateComponent =
  (position: number): Edit =>
  (document) => {
    const ordered = inOrder(document).map((one) => one.component);
    const original = ordered[position];
    if (original === undefined) return document;
    const id = freeId(String(original.id ?? original.type), idsOf(document));
    const copy = { ...original, ...(original.label !== undefined && { id }) } as DraftComponent;
    return numbered(document, ordered.toSpliced(position + 1, 0, copy));
  };

/** Moves the component at one position of the visible order to another. */
export const moveComponent =
  (from: number, to: number): Edit =>
  (document) => {
    const ordered = inOrder(document).map((one) => one.component);
    const moved = ordered[from];
    if (moved === undefined || to < 0 || to >= ordered.length || from === to) return document;
    return numbered(document, ordered.toSpliced(from, 1).toSpliced(to, 0, moved));
  };

/** Gives the form's title a place for another language, from which every other text gets it when it is filled in. */
export const addLanguage =
  (language: string): Edit =>
  (document) =>
    withValue(document, ['title', 'values', language], '');

/** Takes a language out of every text of the form. */
export const removeLanguage =
  (language: string): Edit =>
  (document) =>
    textsIn(document).reduce((rest, path) => withValue(rest, [...path, language], undefined), document);

/** List and numbers in the visible order. */
function numbered(document: DraftDocument, ordered: readonly DraftComponent[]): DraftDocument {
  const components = ordered.map((component, index) =>
    component.index === index ? component : { ...component, index },
  );
  return { ...document, components };
}

const idsOf = ({ components }: DraftDocument): ReadonlySet<string> =>
  new Set(components.map((component) => String(component.id)));
