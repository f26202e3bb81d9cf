import { defineProblems } from '@latchkey/kernel';

/** What can go wrong between the hosted page and us. */
export const journeyProblems = defineProblems({
  'journey.cross-site': { title: 'This may only be sent from the page itself.', status: 403 },
  'journey.not-found': { title: 'There is no such journey in this browser.', status: 404 },
  'journey.moved-on': { title: 'The journey stands somewhere else by now.', status: 409 },
  'journey.link-ended': { title: 'This link cannot be used.', status: 410 },
  'journey.submission-invalid': { title: 'The page sent something that no task takes.', status: 400 },
  'journey.submission-too-large': { title: 'The answer of the browser is too large.', status: 413 },
});
