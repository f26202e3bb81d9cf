import { defineProblems } from '@latchkey/kernel';

/** What can go wrong with an expression. `facts` carry `source`, and where known `position` (zero-based, in the text) and `path`. */
export const expressionProblems = defineProblems({
  'expression.invalid': { title: 'The expression cannot be read.', status: 422 },
  'expression.failed': { title: 'The expression has no value for the data at hand.', status: 422 },
  'expression.not-boolean': { title: 'The condition does not yield true or false.', status: 422 },
  'expression.limit-exceeded': { title: 'The expression needs more work than is allowed.', status: 422 },
});
