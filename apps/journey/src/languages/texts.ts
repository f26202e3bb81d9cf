import { type Messages, messagesIn, type TextsByKey, textsByKey, withTexts } from '@latchkey/forms';
import type { Catalogue } from './catalogue.ts';
import { catalogues, type Language } from './index.ts';

/** What the keys of the messages beside fields begin with. */
const ofFields = 'form.';

/** Every text that people can meet, by its key: those of the page, and the messages beside fields as `form.…`. */
export function platformTexts(language: Language): TextsByKey {
  const { direction: _, ...words } = catalogues[language];
  return { ...textsByKey(words), ...textsByKey(messagesIn([language]), ofFields) };
}

/** The catalogue of a language with some texts of somebody's own. */
export function wordsWith(language: Language, own: TextsByKey): Catalogue {
  const { direction, ...words } = catalogues[language];
  return { direction, ...withTexts(words, own) };
}

/** The messages beside fields with some of somebody's own. */
export const messagesWith = (language: Language, own: TextsByKey): Messages =>
  withTexts(messagesIn([language]), own, ofFields);

/** The longest text of one's own. */
export const longestText = 1_000;

/**
 * What is wrong with a text of one's own; `undefined` when nothing is. Each place that is filled in stands in it as
 * often as in English, and nothing else in braces.
 */
export function textFault(key: string, text: string): string | undefined {
  const source = platformTexts('en');
  const english = Object.hasOwn(source, key) ? source[key] : undefined;
  if (english === undefined) return 'There is no text with this key.';
  if (text.trim() === '') return 'Write something, or leave the platform’s own text.';
  if (text.length > longestText) return `Use at most ${longestText} characters.`;
  if (/\p{Cc}/u.test(text)) return 'Use no line breaks or control characters.';
  const [wanted, found] = [placesOf(english), placesOf(text)];
  const missing = wanted.filter((place) => !found.includes(place));
  if (missing.length > 0) return `Keep ${missing.join(' and ')}: it is filled in.`;
  const foreign = found.filter((place) => !wanted.includes(place));
  if (foreign.length > 0) return `${foreign.join(' and ')} would not be filled in.`;
  if (found.length > wanted.length) return 'Use each place in braces only once.';
  return /[{}]/.test(text.replaceAll(/\{\w+\}/g, ''))
    ? 'Use braces only for the places of the English text.'
    : undefined;
}

/** The places of a text that are filled in: `{organisation}`. */
export const placesOf = (text: string): readonly string[] => text.match(/\{\w+\}/g) ?? [];
