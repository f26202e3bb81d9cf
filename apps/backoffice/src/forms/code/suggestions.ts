import { type ComponentType, componentKinds, isField, operators } from '@latchkey/forms';
import { type Property, pathsOf, propertyGroups } from '../builder/properties.ts';
import type { DraftDocument } from '../document/draft-document.ts';
import { isObject, type Path, valueAt } from '../document/form-json.ts';
import { languagesIn } from '../document/texts-in.ts';

/** A word that fits: what stands in the document, and what it means. */
export type Suggestion = { readonly label: string; readonly detail?: string };

const flags = [{ label: 'true' }, { label: 'false' }];
const heading = ['values', 'isValid', 'type'];
const textMembers = ['missingMessage', 'invalidMessage', 'invalidLengthMessage', 'label'];

/** The members that an object at a path may have. */
export function memberSuggestions(document: DraftDocument | undefined, path: Path): readonly Suggestion[] {
  const last = path.at(-1);
  if (path.length === 0) return named('title', 'components', 'continueButton', 'requireTranslations');
  if (last === 'values') return named(...(document === undefined ? [] : languagesIn(document)));
  if (path.length === 1) return named(...heading);
  if (path.includes('visibleWhen')) return named('field', 'operator', 'value', 'all', 'any', 'not', 'text');
  if (path[0] !== 'components') return [];
  if (path.length === 2) return componentMembers(document, path);
  if (last === 'validate') return demands(document, path);
  if (path.includes('options') && typeof last === 'number') return named('value', 'label');
  return textMembers.includes(String(last)) ? named('values') : [];
}

/** The values that a member at a path may have; empty where anything may stand. */
export function valueSuggestions(document: DraftDocument | undefined, path: Path): readonly Suggestion[] {
  const name = path.at(-1);
  if (name === 'isValid' || name === 'requireTranslations') return flags;
  if (name === 'type')
    return path.length === 2 ? quoted(String(path[0])) : quoted(...Object.keys(componentKinds));
  if (name === 'operator') return quoted(...Object.keys(operators));
  if (name === 'field') return quoted(...fieldIds(document));
  const property = propertiesOf(document, path).find((each) => each.path.join() === path.slice(2).join());
  if (property === undefined) return [];
  if (typeof property.kind === 'object') return quoted(...property.kind.words);
  return property.kind === 'flag' || property.kind === 'tick' ? flags : [];
}

const named = (...labels: readonly string[]): readonly Suggestion[] => labels.map((label) => ({ label }));
const quoted = (...words: readonly string[]): readonly Suggestion[] =>
  named(...words.map((word) => JSON.stringify(word)));

function componentMembers(document: DraftDocument | undefined, path: Path): readonly Suggestion[] {
  const own = propertiesOf(document, path)
    .filter((property) => property.path.length === 1)
    .map(({ path: [name], label }) => ({ label: String(name), detail: label }));
  const holdsWords = ['paragraph', 'subtitle', 'notification'].includes(typeAt(document, path));
  return [...named('type', 'isValid', ...(holdsWords ? ['values'] : ['validate'])), ...own];
}

const demands = (document: DraftDocument | undefined, path: Path): readonly Suggestion[] =>
  propertiesOf(document, path)
    .filter((property) => property.path[0] === 'validate')
    .map(({ path: [, name], label }) => ({ label: String(name), detail: label }));

/** Of the type that stands there; before it has one, of the richest. */
function propertiesOf(document: DraftDocument | undefined, path: Path): readonly Property[] {
  const type = typeAt(document, path);
  return pathsOf((Object.hasOwn(propertyGroups, type) ? type : 'text') as ComponentType);
}

function typeAt(document: DraftDocument | undefined, path: Path): string {
  const component = valueAt(document, path.slice(0, 2));
  return isObject(component) ? String(component.type) : '';
}

const fieldIds = (document: DraftDocument | undefined): readonly string[] =>
  (document?.components ?? []).filter((one) => isField(one as never)).map(({ id }) => String(id));
