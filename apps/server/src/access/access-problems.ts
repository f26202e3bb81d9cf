import { defineProblems } from '@latchkey/kernel';

/** Why somebody may not. */
export const accessProblems = defineProblems({
  'access.unauthenticated': { title: 'A valid token is needed.', status: 401 },
  'access.forbidden': { title: 'The permission for this operation is missing.', status: 403 },
  'access.step-up-needed': {
    title: 'Sign in to the Backoffice again: this is done within five minutes of a sign-in alone.',
    status: 403,
  },
  'access.cross-site': { title: 'The request does not come from the Backoffice itself.', status: 403 },
});
