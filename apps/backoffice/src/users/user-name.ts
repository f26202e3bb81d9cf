import type { User } from '@latchkey/contract';

/** What to call a user: the full name, else the e-mail address, else the external ID. */
export const userName = ({ firstName, lastName, email, externalId }: User): string =>
  [firstName, lastName].filter(Boolean).join(' ') || email || externalId;
