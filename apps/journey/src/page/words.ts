import type { Messages } from '@latchkey/forms';
import type { Catalogue } from '../languages/catalogue.ts';
import type { Language } from '../languages/index.ts';
import { messagesWith, wordsWith } from '../languages/texts.ts';
import type { Frame } from './frame.ts';

/** Every text of a page: the catalogue, and the messages of its fields. */
export type PageWords = Catalogue & { readonly messages: Messages };

/** The texts of the frame's language, in part the organisation's own, with its name in them. */
export function wordsOf({
  language,
  organisation,
  texts = {},
}: Pick<Frame, 'organisation' | 'texts'> & { readonly language: Language }): PageWords {
  const words = filled(wordsWith(language, texts), organisation) as Catalogue;
  return { ...words, messages: messagesWith(language, texts) };
}

/**
 * A text with a name in its place. First-strong isolates keep a name of the other direction from reordering the
 * sentence (Unicode TR 9 section 3.1.3).
 */
export const withName = (text: string, place: 'organisation' | 'name', name: string): string =>
  text.replace(`{${place}}`, () => `\u2068${name}\u2069`);

function filled(value: unknown, organisation: string): unknown {
  if (typeof value === 'string') return withName(value, 'organisation', organisation);
  const entries = Object.entries(value as Readonly<Record<string, unknown>>);
  return Object.fromEntries(entries.map(([key, inner]) => [key, filled(inner, organisation)]));
}
