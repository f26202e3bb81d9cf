import { defineListSearch } from '../kit/list/list-search.ts';
import { wordField } from '../kit/list/search-fields.ts';

/** The three lists of the screen. */
export const tabs = ['operators', 'invitations', 'sessions'] as const;

/** The search parameters of operators, invitations and sessions. */
export const operatorsSearch = defineListSearch({ tab: wordField(tabs) }, [
  'name',
  'createdDtm',
  'lastSeenDtm',
]);
