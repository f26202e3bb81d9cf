import { containing, defineListSearch, pageQueryOf } from '../list/list-search.ts';
import { defineSearch, numberField, textField } from '../list/search-fields.ts';
import { useSearch } from '../list/use-search.ts';

/** The search parameters of a list of names. */
export const namedSearch = defineListSearch({ q: textField }, ['name', 'lastUpdatedDtm']);

/** The search parameters of one name: which version; the newest unless told. */
export const versionSearch = defineSearch({ version: numberField(1) });

export type NamedSearch = ReturnType<typeof useNamedSearch>;

/** What a list of names looks for, and how it asks the API for the newest version of each. */
export function useNamedSearch() {
  const [search, change] = useSearch(namedSearch);
  const query = {
    ...pageQueryOf({ ...search, sort: search.sort ?? 'name,asc' }),
    name: containing(search.q),
    newestOnly: true,
  };
  return { search, change, query };
}
