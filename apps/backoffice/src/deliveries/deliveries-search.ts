import { defineListSearch } from '../kit/list/list-search.ts';
import { wordField } from '../kit/list/search-fields.ts';

/** The three lists of the screen. */
export const tabs = ['endpoints', 'dead', 'log'] as const;

/** The search parameters of webhooks, dead letters and the log. */
export const deliveriesSearch = defineListSearch({ tab: wordField(tabs) }, ['name', 'createdDtm']);
