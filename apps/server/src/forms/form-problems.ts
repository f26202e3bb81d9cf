import { defineProblems } from '@latchkey/kernel';

/** What can go wrong with the stored versions of forms; faults of the document itself are `form.invalid`. */
export const formVersionProblems = defineProblems({
  'form.not-found': { title: 'There is no such form.', status: 404 },
  'form.deployed': { title: 'A deployed version of a form stays.', status: 409 },
});
