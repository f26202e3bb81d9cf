import { defineListSearch } from '../kit/list/list-search.ts';
import { textField } from '../kit/list/search-fields.ts';

/** The search parameters of the list of API keys. */
export const keysSearch = defineListSearch({ q: textField }, ['name', 'createdDtm']);
