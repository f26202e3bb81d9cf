/** What failures are that no activity declares: what happened, and what an operator can do about it. */
export const failureWords: Readonly<Record<string, string>> = Object.freeze({
  'process.no-flow':
    'No condition of the outgoing flows held, and none of them is the default. Add a default flow.',
  'process.no-start': 'The process has no start event.',
  'process.deadlock': 'A gateway waits for branches that can no longer arrive.',
  'process.endless-loop': 'The process went round without ever waiting. Put a limit on its loop.',
  'process.error': 'The process ended by an error end event without a code.',
  'process.gave-up': 'The server tried the step several times and was interrupted each time. Retry it.',
  'form.not-found':
    'There is no deployed form of that name and version. Deploy it under Custom forms, then retry.',
  'form.invalid': 'The form cannot be shown as it is. Correct it under Custom forms, deploy it, then retry.',
  'page.not-found':
    'There is no deployed page of that name and version. Deploy it under Custom pages, then retry.',
  'page.content-host-missing':
    'The server has no host for custom pages. Whoever runs it sets CONTENT_URL; then retry.',
  'page.external-url-invalid':
    'The address of the page cannot be shown. Correct it under Custom pages, then retry.',
  'store.not-found':
    'There is no identity store of that name. Check the name in the step, or create it and retry.',
  'user.not-found': 'There is no such user in the identity store.',
  'user.invalid': 'What the step would keep of the user is not allowed. Check its parameters and the form.',
  'user.external-id-not-unique': 'Another user of the identity store has this external ID.',
  'user.store-full': 'The identity store holds as many users as it may. Raise its limit, then retry.',
  'relying-party.not-found':
    'The identity store has no such relying party. Check the step, or add the relying party and retry.',
  'registration-policy.not-found':
    'The relying party has no policy of that name. Check the step, or add the policy and retry.',
  'activity.unknown': 'The server does not have this activity. It may be older than the process.',
  'activity.parameters-invalid':
    'A parameter of the step has a value that does not fit. Check what it is made from.',
  'activity.crashed':
    'The step failed by a fault of the server. Its log tells more, by the ID of this instance.',
  'expression.invalid': 'An expression of the step cannot be read. Correct it in the designer.',
  'expression.failed':
    'An expression of the step reads something that is not there. Compare it with the variables below.',
  'expression.not-boolean': 'A condition is neither true nor false.',
  'expression.limit-exceeded': 'An expression needs more work than is allowed. Make it simpler.',
  'limit.reached': 'There were too many requests at once. Retry it in a moment.',
  'limit.target-reached': 'Too many registrations were started for this user. Wait a while, then retry.',
  'limit.busy': 'Too much of this tenant was waiting. Retry it in a moment.',
  'database.unavailable': 'The database could not be reached. Retry it in a moment.',
  'database.busy': 'The database was busy. Retry it in a moment.',
  'server.unavailable': 'The service was not available. Retry it in a moment.',
  'server.failed': 'The step failed by a fault of the server. Its log tells more.',
});

/** Parameters that did not fit: a sentence about each, by its label in the designer. */
export const unfitParameters = (sentences: readonly string[]): string =>
  `${sentences.length === 1 ? 'A parameter of the step does not fit.' : 'Parameters of the step do not fit.'} ${sentences.join(' ')}`;

/** The same for whole families of codes, by their first word. */
export const familyWords: Readonly<Record<string, string>> = Object.freeze({
  passkey: 'The server did not take what the browser sent.',
});
