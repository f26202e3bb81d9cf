import type { Catalogue } from '../languages/catalogue.ts';
import { catalogues } from '../languages/index.ts';
import type { Frame } from './frame.ts';

/** The catalogue of the frame's language with the organisation's name in its texts. */
export function wordsOf({ language, organisation }: Pick<Frame, 'language' | 'organisation'>): Catalogue {
  return filled(catalogues[language], organisation) as Catalogue;
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
