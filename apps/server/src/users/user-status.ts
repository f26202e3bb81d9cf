import { type UserStatus, userStatuses } from '@latchkey/contract';

/** The guide's words beside the product's. */
const words: Readonly<Record<string, UserStatus>> = {
  ...Object.fromEntries(userStatuses.map((status) => [status, status])),
  PENDING: 'PENDING_ACTIVE',
};

/** The status that a word means, in any letter case; `undefined` for other words. */
export const readUserStatus = (word: string): UserStatus | undefined => {
  const key = word.trim().toUpperCase().replaceAll(/[ -]/g, '_');
  return Object.hasOwn(words, key) ? words[key] : undefined;
};
