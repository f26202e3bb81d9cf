import { defineProblems } from '@latchkey/kernel';

/** What can go wrong with the tags of definitions. */
export const tagProblems = defineProblems({
  'process-definition-tag.not-found': { title: 'This version has no such tag.', status: 404 },
  'process-definition-tag.elsewhere': { title: 'The tag is on another version.', status: 409 },
  'process-definition-tag.followed': { title: 'Process tokens follow the tag.', status: 409 },
  'process-definition-tag.too-many': { title: 'There are as many tags as a tenant may have.', status: 409 },
});
