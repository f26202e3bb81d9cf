import { defineProblems } from '@latchkey/kernel';

/** What can go wrong with themes. */
export const themeProblems = defineProblems({
  'theme.not-found': { title: 'There is no such theme.', status: 404 },
  'theme.asset-invalid': { title: 'A file of the theme cannot be used.', status: 422 },
  'theme.contrast-too-low': { title: 'People could not read some of these colours.', status: 422 },
  'theme.not-deployed': { title: 'There is no theme of this name with a deployed version.', status: 422 },
  'theme.in-use': { title: 'Pages show this theme.', status: 409 },
});
