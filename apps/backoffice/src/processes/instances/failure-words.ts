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
  'passkey.user-not-allowed':
    'A user in this status registers no passkeys. Make the user active, then retry.',
  'passkey.challenge-not-allowed':
    'The step gives a challenge of its own, which the policy does not take. Leave it out, or allow it in the policy.',
  'passkey.challenge-invalid': 'The challenge of the step is not 16 to 64 bytes in base64url.',
  'passkey.user-handle-invalid':
    'The user handle of the step is not 16 to 64 bytes in base64url, or is an identifier of the user.',
  'passkey.user-handle-conflict':
    'The user handle of the step is another user’s, or the user has one already. Leave it out.',
  'passkey.withdrawn':
    'The relying party or its policy was changed while the person was registering, and no longer allows it.',
  'passkey.authentication-withdrawn':
    'The relying party was changed while the person was signing in, and no longer allows the origin.',
  'passkey.session-not-found':
    'What the step would complete was never started here, or is erased by now. Begin again with a new link.',
  'passkey.authentication-not-found':
    'The sign-in that the step would complete was never started here, or is erased by now. Begin again with a new link.',
  'passkey.session-used': 'The registration that the step would complete was completed or refused before.',
  'passkey.authentication-used': 'The sign-in that the step would complete was completed or refused before.',
  'passkey.not-found': 'There is no such passkey any more.',
  'passkey.tampered':
    'The stored passkey is not the one that was registered: somebody changed it in the database. Whoever runs the server looks into it.',
  'activity.unknown': 'The server does not have this activity. It may be older than the process.',
  'activity.parameters-invalid':
    'A parameter of the step has a value that does not fit. Check what it is made from.',
  'activity.crashed':
    'The step failed by a fault of the server. Its log tells more, by the ID of this instance.',
  'duration.invalid':
    'A timer has neither a duration (PT90S), seconds, nor a moment. Correct it in the designer.',
  'expression.invalid': 'An expression of the step cannot be read. Correct it in the designer.',
  'expression.failed':
    'An expression of the step reads something that is not there. Compare it with the variables below.',
  'expression.not-boolean': 'A condition is neither true nor false.',
  'expression.limit-exceeded': 'An expression needs more work than is allowed. Make it simpler.',
  'tenant.limit-reached':
    'Your organisation holds as much as it may. Delete what is not needed, or have the limit raised; then retry.',
  'secret.unreadable':
    'The key of your organisation’s secrets cannot be opened. Whoever runs the server checks its secret key; then retry.',
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
