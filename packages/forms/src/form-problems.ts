import { defineProblems } from '@latchkey/kernel';

/** What can be wrong with a form document. */
export const formProblems = defineProblems({
  'form.invalid': { title: 'The form document is not valid.', status: 422 },
});
