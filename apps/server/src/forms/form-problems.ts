import { defineProblems } from '@latchkey/kernel';

/** What can go wrong with the stored versions of forms; faults of the document itself are `form.invalid`. */
export const formVersionProblems = defineProblems({
  'form.not-found': { title: 'There is no such form.', status: 404 },
  'form.in-use': { title: 'A process definition shows this form.', status: 409 },
  'form.translations-missing': {
    title: 'The form demands every text in every language, and some are missing.',
    status: 422,
  },
});
