import { defineListSearch } from '../kit/list/list-search.ts';
import { defineSearch, numberField, textField } from '../kit/list/search-fields.ts';

/** The search parameters of the list of pages. */
export const pagesSearch = defineListSearch({ q: textField }, ['name', 'lastUpdatedDtm']);

/** The search parameters of one page: which version; the newest unless told. */
export const pageSearch = defineSearch({ version: numberField(1) });
