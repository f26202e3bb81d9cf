import type { Texts } from './document.ts';

/**
 * The text in the first of the languages that has one: `de-AT` also finds `de`. After them English, then any other.
 * An empty text counts as none; without any the answer is empty.
 */
export function localised(texts: Texts | undefined, languages: readonly string[]): string {
  const filled = Object.entries(texts?.values ?? {}).filter(([, words]) => words.trim() !== '');
  const byTag = new Map(filled.map(([tag, words]) => [normal(tag), words]));
  const wanted = [...languages, 'en'].flatMap((tag) => [normal(tag), normal(tag).split('-')[0] ?? '']);
  const found = wanted.find((tag) => byTag.has(tag));
  return (found === undefined ? undefined : byTag.get(found)) ?? filled[0]?.[1] ?? '';
}

const normal = (tag: string): string => tag.toLowerCase().replaceAll('_', '-');
