import type { ProcessInstance } from '@latchkey/contract';

/** Whose instance it is, as far as its token says. */
export const personName = ({
  firstName,
  lastName,
  email,
  phoneNumber,
}: ProcessInstance): string | undefined =>
  [firstName, lastName].filter(Boolean).join(' ') || email || phoneNumber;
