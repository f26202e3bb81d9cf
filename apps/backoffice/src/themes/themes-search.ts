import { defineListSearch } from '../kit/list/list-search.ts';
import { defineSearch, numberField, textField } from '../kit/list/search-fields.ts';

/** The search parameters of the list of themes. */
export const themesSearch = defineListSearch({ q: textField }, ['name', 'lastUpdatedDtm']);

/** The search parameters of one theme: which version; the newest unless told. */
export const themeSearch = defineSearch({ version: numberField(1) });
