import { readPath, type SessionData, writePath } from './session-data.ts';

/** A user as the session knows it: `_identityStore.users[userKey]`. */
export type SessionUser = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly externalId: string;
  readonly storeName: string;
};

/** Keeps a user under its key. */
export const recordUser = (data: SessionData, userKey: string, user: SessionUser): SessionData =>
  writePath(data, ['_identityStore', 'users', userKey], user);

/** The user of that key; `undefined` if none was added or read. */
export const userOf = (data: SessionData, userKey: string): SessionUser | undefined =>
  readPath(data, ['_identityStore', 'users', userKey]) as SessionUser | undefined;
