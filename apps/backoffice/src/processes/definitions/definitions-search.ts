import { defineListSearch } from '../../kit/list/list-search.ts';
import { defineSearch, textField, wordField } from '../../kit/list/search-fields.ts';
import { periods } from '../dashboard/periods.ts';

/** The search parameters of the list of definitions. */
export const definitionsSearch = defineListSearch(
  { q: textField, status: wordField(['EDITABLE', 'DEPLOYED_ACTIVE']) },
  ['name', 'lastUpdatedDtm'],
);

/** The search parameters of one definition: the period of its dashboard. */
export const definitionSearch = defineSearch({ period: wordField(periods) });
