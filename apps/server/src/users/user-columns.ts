import type { User } from '@latchkey/contract';
import { type WithoutNulls, withoutNulls } from '../db/without-nulls.ts';

/** The status of a user `u`. A temporary lock that has run out has ended, whoever reads (it unlocks itself). */
export const userStatus = `case when u.status = 'TEMP_LOCKED' and u.locked_until <= clock_timestamp()
  then 'ACTIVE' else u.status end`;

/** The columns of a user `u` in store `s`. */
export const userColumns = `
  u.id, u.external_id as "externalId", s.name as "storeName",
  ${userStatus} as status,
  u.email, u.first_name as "firstName", u.last_name as "lastName",
  to_char(u.date_of_birth, 'YYYY-MM-DD') as "dateOfBirth",
  u.locale_language as "localeLanguage", u.locale_country as "localeCountry", u.locale_variant as "localeVariant",
  u.nationalities, u.time_zone as "timeZone", u.type, u.attributes, u.lock_count as "lockCount",
  u.locked_until as "lockedUntilDtm", u.created_at as "createdDtm", u.updated_at as "lastUpdatedDtm",
  u.created_by as "createdBy", u.updated_by as "lastUpdatedBy"`;

type Nullable = {
  [Key in keyof User as undefined extends User[Key] ? Key : never]-?: User[Key] | null;
};
type Moments = 'createdDtm' | 'lastUpdatedDtm' | 'lockedUntilDtm';

/** A row of `userColumns`. */
export type UserRow = Omit<User, keyof Nullable | Moments> &
  Omit<Nullable, Moments> & {
    readonly createdDtm: Date;
    readonly lastUpdatedDtm: Date;
    readonly lockedUntilDtm: Date | null;
  };

/** The user that a row holds. */
export function toUser(row: UserRow): User {
  const user: WithoutNulls<object> = withoutNulls({
    ...row,
    createdDtm: row.createdDtm.toISOString(),
    lastUpdatedDtm: row.lastUpdatedDtm.toISOString(),
    lockedUntilDtm: row.lockedUntilDtm?.toISOString() ?? null,
  });
  return user as User;
}
