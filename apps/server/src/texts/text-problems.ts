import { defineProblems } from '@latchkey/kernel';

/** What can go wrong with texts. */
export const textProblems = defineProblems({
  'text.language-unknown': { title: 'Pages do not speak this language.', status: 404 },
  'text.invalid': { title: 'A text cannot be used.', status: 400 },
});
