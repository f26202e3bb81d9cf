import { defineListSearch } from '../kit/list/list-search.ts';
import { defineSearch, numberField, textField } from '../kit/list/search-fields.ts';

/** The search parameters of the list of forms. */
export const formsSearch = defineListSearch({ q: textField }, ['name', 'lastUpdatedDtm']);

/** The search parameters of one form: which version; the newest unless told. */
export const formSearch = defineSearch({ version: numberField(1) });
