import type { DraftDocument } from './draft-document.ts';
import { isObject, type Path, valueAt } from './form-json.ts';

const ofComponent: readonly Path[] = [
  ['label', 'values'],
  ['values'],
  ['validate', 'missingMessage', 'values'],
  ['validate', 'invalidMessage', 'values'],
  ['validate', 'invalidLengthMessage', 'values'],
];

/** The paths of all texts by language in a document. */
export function textsIn(document: DraftDocument): readonly Path[] {
  const paths: Path[] = [
    ['title', 'values'],
    ['continueButton', 'values'],
  ];
  document.components.forEach((component, place) => {
    const { options } = component;
    const choices = Array.isArray(options)
      ? options.map((_, at): Path => ['options', at, 'label', 'values'])
      : [];
    paths.push(...[...ofComponent, ...choices].map((path) => ['components', place, ...path]));
  });
  return paths.filter((path) => isObject(valueAt(document, path)));
}

/** Every language in which a document has a place for words, in the order in which they come up. */
export const languagesIn = (document: DraftDocument): readonly string[] => [
  ...new Set(textsIn(document).flatMap((path) => Object.keys(valueAt(document, path) as object))),
];
