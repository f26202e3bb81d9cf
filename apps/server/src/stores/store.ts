import type { NewStore, Store, StoreChange } from '@latchkey/contract';
import { defineProblems, type FieldError } from '@latchkey/kernel';
import { faultsOf } from '../users/user-rules.ts';
import { readUserStatus } from '../users/user-status.ts';

export type { Store };

/** What can go wrong with identity stores. */
export const storeProblems = defineProblems({
  'store.not-found': { title: 'There is no such identity store.', status: 404 },
  'store.invalid': { title: 'The identity store is not as described.', status: 400 },
  'store.name-not-unique': { title: 'Another identity store has this name.', status: 409 },
  'store.not-empty': { title: 'The identity store still holds users or relying parties.', status: 409 },
});

const named = {
  localeLanguage: 'defaultLocaleLanguage',
  localeCountry: 'defaultLocaleCountry',
  localeVariant: 'defaultLocaleVariant',
  timeZone: 'defaultTimeZone',
} as const;

/** The fields of a store in their stored form; its defaults obey the rules of users. Throws `store.invalid`. */
export function checkedStore<Fields extends NewStore | StoreChange>(fields: Fields): Fields {
  const status =
    fields.defaultUserStatus === undefined ? undefined : readUserStatus(fields.defaultUserStatus);
  const errors: FieldError[] = Object.entries(named).flatMap(([rule, field]) =>
    faultsOf({ [rule]: fields[field] }).map(({ detail }) => ({ pointer: `/${field}`, detail })),
  );
  if (fields.defaultUserStatus !== undefined && !status) {
    errors.push({ pointer: '/defaultUserStatus', detail: 'must be active, pending, locked or disabled' });
  }
  if (errors.length > 0) throw storeProblems.create('store.invalid', { errors });
  const { defaultLocaleLanguage: language, defaultLocaleCountry: country } = fields;
  return {
    ...fields,
    ...(status && { defaultUserStatus: status }),
    ...(language && { defaultLocaleLanguage: language.toLowerCase() }),
    ...(country && { defaultLocaleCountry: country.toUpperCase() }),
  };
}
