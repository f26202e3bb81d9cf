import { localised, type Texts } from '@latchkey/forms';
import type { DraftComponent } from '../document/draft-document.ts';
import { isObject } from '../document/form-json.ts';
import { builderWords } from './builder-words.ts';

/** What the builder calls a component: its label, else its words, else its type. */
export function nameOf(component: DraftComponent, languages: readonly string[]): string {
  const words = [component.label, component]
    .map((texts) => wordsOf(texts, languages))
    .find((text) => text !== '');
  return words === undefined ? typeName(component.type) : words.slice(0, 60);
}

/** The name of a type. */
export const typeName = (type: string): string =>
  Object.hasOwn(builderWords.types, type)
    ? builderWords.types[type as keyof typeof builderWords.types].name
    : type;

const wordsOf = (texts: unknown, languages: readonly string[]): string =>
  isObject(texts) && isObject(texts.values) ? localised(onlyWords(texts.values), languages).trim() : '';

/** A draft may hold anything where words belong. */
const onlyWords = (values: Readonly<Record<string, unknown>>): Texts => ({
  values: Object.fromEntries(
    Object.entries(values).filter(([, words]) => typeof words === 'string'),
  ) as Record<string, string>,
});
