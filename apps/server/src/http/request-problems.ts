import { defineProblems } from '@latchkey/kernel';

/** What every route can answer, whatever it does. */
export const requestProblems = defineProblems({
  'request.unknown-route': { title: 'There is nothing at this address.', status: 404 },
  'request.method-not-allowed': { title: 'This address does not take this method.', status: 405 },
  'request.malformed': { title: 'The request cannot be read.', status: 400 },
  'request.malformed-json': { title: 'The body is not valid JSON.', status: 400 },
  'request.too-deep': { title: 'The body is nested too deeply.', status: 400 },
  'request.invalid': { title: 'The input is not as described.', status: 400 },
  'request.unsupported-media-type': { title: 'The body has a content type that is not taken.', status: 415 },
  'request.too-large': { title: 'The body is too large.', status: 413 },
  'request.timed-out': { title: 'The request took too long to arrive.', status: 408 },
  'server.unavailable': { title: 'The service is not available at the moment.', status: 503 },
  'server.failed': { title: 'Something went wrong on our side.', status: 500 },
});
