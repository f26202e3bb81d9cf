import { defineListSearch } from '../kit/list/list-search.ts';
import { textField } from '../kit/list/search-fields.ts';

/** The search parameters of the list of identity stores. */
export const storesSearch = defineListSearch({ q: textField }, ['name', 'createdDtm']);
