import type { NewUser, User, UserChange } from '@latchkey/contract';
import { defineProblems, type FieldError } from '@latchkey/kernel';
import { faultsOf } from './user-rules.ts';
import { readUserStatus } from './user-status.ts';

export type { User };

/** What can go wrong with users. */
export const userProblems = defineProblems({
  'user.not-found': { title: 'There is no such user in this identity store.', status: 404 },
  'user.invalid': { title: 'The user is not as described.', status: 400 },
  'user.external-id-not-unique': {
    title: 'The external ID belongs to another user of this store.',
    status: 409,
  },
  'user.store-full': { title: 'The identity store holds as many users as it may.', status: 409 },
});

/** Which user of a store: by our id, or by the organisation's. */
export type UserKey = { readonly userId: string } | { readonly externalId: string };

/**
 * The fields of a new user or of a change, in their stored form: statuses as product words, language lower and
 * country upper case. Throws `user.invalid` with every fault.
 */
export function checkedFields<Fields extends NewUser | UserChange>(fields: Fields): Fields {
  const errors: FieldError[] = [...faultsOf(fields), ...attributeFaults(fields.attributes)];
  const status = fields.status === undefined ? undefined : readUserStatus(fields.status);
  if (fields.status !== undefined && !status) {
    errors.push({ pointer: '/status', detail: 'must be active, pending, locked or disabled' });
  }
  if (fields.externalId === '') errors.push({ pointer: '/externalId', detail: 'must not be empty' });
  if (errors.length > 0) throw userProblems.create('user.invalid', { errors });
  return {
    ...fields,
    ...(status && { status }),
    ...(fields.localeLanguage && { localeLanguage: fields.localeLanguage.toLowerCase() }),
    ...(fields.localeCountry && { localeCountry: fields.localeCountry.toUpperCase() }),
  };
}

function attributeFaults(attributes: Readonly<Record<string, unknown>> = {}): FieldError[] {
  return Object.entries(attributes)
    .filter(([name, value]) => !isAttribute(name, value))
    .map(() => ({
      pointer: '/attributes',
      detail: 'must have names of 1 to 64 characters and texts of at most 1024',
    }));
}

const isAttribute = (name: string, value: unknown): boolean =>
  name.length > 0 &&
  name.length <= 64 &&
  !/\p{Cc}/u.test(name) &&
  typeof value === 'string' &&
  value.length <= 1024;
