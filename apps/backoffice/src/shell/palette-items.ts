/** Something that the command palette can do. */
export type PaletteItem = {
  readonly id: string;
  readonly label: string;
  readonly keywords: string;
  readonly run: () => void;
};

/** The items that have every typed word, those whose label begins a word with it first. */
export function matching(items: readonly PaletteItem[], text: string): readonly PaletteItem[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const rank = ({ label }: PaletteItem) =>
    words.filter((word) =>
      label
        .toLowerCase()
        .split(/\s+/)
        .some((part) => part.startsWith(word)),
    ).length;
  return items
    .filter(({ label, keywords }) =>
      words.every((word) => `${label} ${keywords}`.toLowerCase().includes(word)),
    )
    .toSorted((a, b) => rank(b) - rank(a));
}
