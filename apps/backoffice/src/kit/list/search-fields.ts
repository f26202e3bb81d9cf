/** One typed search parameter: reads what stands in the address, whatever that is. */
export type SearchField<Value> = { readonly read: (raw: unknown) => Value | undefined };

/** Free text; empty counts as unset. */
export const textField: SearchField<string> = {
  read: (raw) => {
    const text = typeof raw === 'string' || typeof raw === 'number' ? String(raw).trim() : '';
    return text === '' ? undefined : text.slice(0, 256);
  },
};

/** One of some words. */
export const wordField = <const Word extends string>(words: readonly Word[]): SearchField<Word> => ({
  read: (raw) => words.find((word) => word === raw),
});

/** A whole number of at least `from`. */
export const numberField = (from: number): SearchField<number> => ({
  read: (raw) => {
    const value = Number(raw);
    return Number.isSafeInteger(value) && value >= from ? value : undefined;
  },
});

/** Yes or unset. */
export const flagField: SearchField<boolean> = {
  read: (raw) => (raw === true || raw === 'true' ? true : undefined),
};

type Values<Fields> = {
  readonly [name in keyof Fields]?: Fields[name] extends SearchField<infer V> ? V : never;
};

/** Search parameters of a screen, typed; `parse` is a route's `validateSearch`. */
export type SearchSchema<Search> = { readonly parse: (raw: Readonly<Record<string, unknown>>) => Search };

/** Declares the search parameters of a screen. What does not fit is dropped, so an address never breaks a screen. */
export function defineSearch<const Fields extends Readonly<Record<string, SearchField<unknown>>>>(
  fields: Fields,
): SearchSchema<Values<Fields>> {
  return Object.freeze({
    parse: (raw: Readonly<Record<string, unknown>>) =>
      Object.fromEntries(
        Object.entries(fields)
          .map(([name, field]) => [name, field.read(raw[name])] as const)
          .filter(([, value]) => value !== undefined),
      ) as Values<Fields>,
  });
}
