import { userStatuses } from '@latchkey/contract';
import { defineListSearch } from '../kit/list/list-search.ts';
import { defineSearch, textField, wordField } from '../kit/list/search-fields.ts';

/** By what a user can be looked for. */
export const searchKeys = ['name', 'email', 'externalId'] as const;
export type SearchKey = (typeof searchKeys)[number];

/** The search parameters of the list of users. */
export const usersSearch = defineListSearch(
  { store: textField, q: textField, by: wordField(searchKeys), status: wordField(userStatuses) },
  ['createdDtm', 'lastUpdatedDtm', 'externalId', 'email', 'firstName', 'lastName', 'status'],
);

/** The search parameters of a new user. */
export const newUserSearch = defineSearch({ store: textField });

/** The text as a pattern that an index can serve: what begins so. `%` in it stays a placeholder. */
export const beginningWith = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : `${text}%`;
