import { defineListSearch } from '../../kit/list/list-search.ts';
import { textField } from '../../kit/list/search-fields.ts';

/** The search parameters of the list of instances in review. */
export const reviewsSearch = defineListSearch({ q: textField }, ['createdAt', 'lastName']);
