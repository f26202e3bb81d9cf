import { instanceStatuses } from '@latchkey/contract';
import { defineListSearch } from '../../kit/list/list-search.ts';
import { textField, wordField } from '../../kit/list/search-fields.ts';

/** The search parameters of the list of instances; `from` and `to` are days, `2026-11-24`. */
export const instancesSearch = defineListSearch(
  {
    q: textField,
    status: wordField(instanceStatuses),
    definition: textField,
    token: textField,
    from: textField,
    to: textField,
  },
  ['createdAt', 'status', 'lastName'],
);
