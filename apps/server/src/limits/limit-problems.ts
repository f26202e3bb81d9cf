import { defineProblems } from '@latchkey/kernel';

/** What whoever asks too much is answered. */
export const limitProblems = defineProblems({
  'limit.reached': { title: 'Too many requests. Come back after the time in Retry-After.', status: 429 },
  'tenant.too-many-requests': { title: 'The tenant has sent too many requests.', status: 429 },
  'operator.too-many-attempts': { title: 'Too many attempts. Try again in a moment.', status: 429 },
  'limit.target-reached': {
    title: 'You have started too many registrations for this user. The user is not affected.',
    status: 429,
  },
  'limit.busy': {
    title: 'Too many requests of this tenant are waiting. Come back in a moment.',
    status: 503,
  },
});

/** The code of one of them. */
export type LimitCode = keyof typeof limitProblems.kinds;
