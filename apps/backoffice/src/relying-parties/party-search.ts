import { defineListSearch } from '../kit/list/list-search.ts';
import { defineSearch, textField } from '../kit/list/search-fields.ts';

/** The search parameters of the list of relying parties. */
export const partiesSearch = defineListSearch({ store: textField }, ['relyingPartyId', 'name', 'createdDtm']);

/** The search parameters of a new relying party. */
export const newPartySearch = defineSearch({ store: textField });
