/** Texts by their places in a catalogue: `invalid.email`. */
export type TextsByKey = Readonly<Record<string, string>>;

/** The texts of a catalogue, each with its place. */
export function textsByKey(catalogue: object, above = ''): TextsByKey {
  return Object.fromEntries(
    Object.entries(catalogue).flatMap(([name, inner]) =>
      typeof inner === 'string'
        ? [[above + name, inner] as const]
        : Object.entries(textsByKey(inner as object, `${above}${name}.`)),
    ),
  );
}

/** A catalogue with other texts in some of its places; what has no place in it is left out. */
export function withTexts<Catalogue extends object>(
  catalogue: Catalogue,
  texts: TextsByKey,
  above = '',
): Catalogue {
  const entries = Object.entries(catalogue).map(([name, inner]) => {
    const key = above + name;
    if (typeof inner !== 'string') return [name, withTexts(inner as object, texts, `${key}.`)];
    return [name, Object.hasOwn(texts, key) ? texts[key] : inner];
  });
  return Object.fromEntries(entries) as Catalogue;
}
