import { defineListSearch } from '../kit/list/list-search.ts';
import { textField, wordField } from '../kit/list/search-fields.ts';

/** The three parts of the screen. */
export const tabs = ['models', 'roots', 'sources'] as const;

/** The search parameters of models, roots and sources. */
export const authenticatorsSearch = defineListSearch({ tab: wordField(tabs), finding: textField }, [
  'passkeys',
  'name',
  'createdDtm',
]);

/** The search parameters of the passkeys of one model. */
export const modelSearch = defineListSearch({ finding: textField }, ['createdDtm', 'name']);
