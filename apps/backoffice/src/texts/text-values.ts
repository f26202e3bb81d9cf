import type { PageText, PageTexts } from '@latchkey/contract';

/** The tenant's own texts by key; empty where the platform's stands. */
export type TextValues = Readonly<Record<string, string>>;

export const ownTexts = ({ texts }: PageTexts): TextValues =>
  Object.fromEntries(texts.map(({ key, override }) => [key, override ?? '']));

/** What differs from what is stored; an emptied text goes. */
export function changesOf({ texts }: PageTexts, values: TextValues): Record<string, string | null> {
  const stored = new Map(texts.map(({ key, override }) => [key, override ?? '']));
  const changed = Object.entries(values).filter(([key, text]) => text !== (stored.get(key) ?? ''));
  return Object.fromEntries(changed.map(([key, text]) => [key, text === '' ? null : text]));
}

const named = ['start', 'ended', 'notices', 'form', 'buttons'] as const;
type GroupName = (typeof named)[number] | 'other';

type Wanted = { readonly q: string; readonly values: TextValues; readonly onlyOwn: boolean };

/** The texts that match, by the places where people meet them. */
export function groupsOf({ texts }: PageTexts, { q, values, onlyOwn }: Wanted) {
  const sought = q.toLowerCase();
  const matching = texts.filter(
    (text) => (!onlyOwn || values[text.key] !== '') && holds(text, values[text.key] ?? '', sought),
  );
  const groups = Map.groupBy(matching, ({ key }): GroupName => {
    const [first] = key.split('.');
    return named.find((name) => name === first) ?? 'other';
  });
  return [...groups].map(([name, inside]) => ({ name, texts: inside }));
}

const holds = ({ key, source, text }: PageText, own: string, sought: string): boolean =>
  [key, source, text, own].some((one) => one.toLowerCase().includes(sought));

/** The texts of a file; `undefined` when it is none. */
export async function readFile(file: File): Promise<TextValues | undefined> {
  try {
    const read: unknown = JSON.parse(await file.text());
    const entries = Object.entries(read as object);
    const isTexts = !Array.isArray(read) && entries.every(([, text]) => typeof text === 'string');
    return isTexts ? (Object.fromEntries(entries) as TextValues) : undefined;
  } catch {
    return undefined;
  }
}
