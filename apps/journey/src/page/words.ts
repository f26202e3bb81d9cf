import type { Catalogue } from '../languages/catalogue.ts';
import { catalogues } from '../languages/index.ts';
import type { Frame } from './frame.ts';

/** The catalogue of the frame's language with the organisation's name in its texts. */
export function wordsOf({ language, organisation }: Pick<Frame, 'language' | 'organisation'>): Catalogue {
  return filled(catalogues[language], organisation) as Catalogue;
}

/** First-strong isolates keep a name of the other direction from reordering the sentence (Unicode TR 9 section 3.1.3). */
function filled(value: unknown, organisation: string): unknown {
  if (typeof value === 'string') return value.replace('{organisation}', () => `\u2068${organisation}\u2069`);
  const entries = Object.entries(value as Readonly<Record<string, unknown>>);
  return Object.fromEntries(entries.map(([key, inner]) => [key, filled(inner, organisation)]));
}
