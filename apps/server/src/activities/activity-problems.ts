import { defineProblems } from '@latchkey/kernel';

/** What can go wrong with an activity itself, whatever it does. */
export const activityProblems = defineProblems({
  'activity.unknown': { title: 'The diagram uses an activity that this server does not have.', status: 422 },
  'activity.parameters-invalid': { title: 'The parameters of the activity do not fit.', status: 422 },
  'activity.crashed': { title: 'The activity failed for a reason of its own.', status: 500 },
  'activity.submission-refused': { title: 'The task does not take that kind of answer.', status: 422 },
});
