import { defineListSearch } from '../../kit/list/list-search.ts';
import { defineSearch, textField } from '../../kit/list/search-fields.ts';

/** The search parameters of the list of tokens. */
export const tokensSearch = defineListSearch({ q: textField }, ['name', 'createdDtm', 'lastUpdatedDtm']);

/** The search parameters of a new token: for which definition. */
export const newTokenSearch = defineSearch({ definition: textField });
