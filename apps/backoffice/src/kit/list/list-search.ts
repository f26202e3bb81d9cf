import {
  defineSearch,
  numberField,
  type SearchField,
  type SearchSchema,
  textField,
  wordField,
} from './search-fields.ts';

const paging = { page: numberField(1), size: numberField(1), sort: textField };

/** What every list has in its address: page from 1, rows per page, `field,asc` or `field,desc`. */
export type PageSearch = { readonly page?: number; readonly size?: number; readonly sort?: string };

/** Rows on a page unless the address says otherwise. */
export const usualSize = 25;

type Values<Fields> = {
  readonly [name in keyof Fields]?: Fields[name] extends SearchField<infer V> ? V : never;
};

/** The search parameters of a list: its filters with page, size and sort. `sorts` names the fields of the contract. */
export const defineListSearch = <const Fields extends Readonly<Record<string, SearchField<unknown>>>>(
  filters: Fields,
  sorts: readonly string[],
): SearchSchema<Values<Fields> & PageSearch> =>
  defineSearch({
    ...filters,
    ...paging,
    sort: wordField(sorts.flatMap((field) => [`${field},asc`, `${field},desc`])),
  }) as SearchSchema<Values<Fields> & PageSearch>;

/** The paging part of a list route's query. */
export const pageQueryOf = ({ page = 1, size = usualSize, sort }: PageSearch) => ({
  page: page - 1,
  size: Math.min(size, 200),
  ...(sort !== undefined && { sort: [sort] }),
});

/** A filter as the API wants it: what is typed is looked for anywhere in the text. */
export const containing = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : `%${text}%`;
