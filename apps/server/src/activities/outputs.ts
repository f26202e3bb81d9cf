import type { ActivityOutput } from './define-activity.ts';

const user = '_identityStore.users.{userKey}';
const registration =
  '_identityStore.passkeys.registrations.{passkeyRegistrationKey}.currentPasskeyRegistrationRecord';

const authentication =
  '_identityStore.passkeys.authentications.{passkeyAuthenticationKey}.currentPasskeyAuthenticationRecord';

const leaf = (path: string, docs: string): ActivityOutput => ({ path, type: 'string', docs });

/** A user, as the session data keeps one. */
export const userOutputs: readonly ActivityOutput[] = Object.freeze([
  leaf(`${user}.id`, 'Id that the store gave the user.'),
  leaf(`${user}.externalId`, 'The organisation’s own id.'),
  leaf(`${user}.storeName`, 'The identity store.'),
  leaf(`${user}.status`, 'ACTIVE, PENDING_ACTIVE, LOCKED, TEMP_LOCKED or DISABLED.'),
  leaf(`${user}.email`, 'E-mail address, where known.'),
  leaf(`${user}.firstName`, 'First name, where known.'),
  leaf(`${user}.lastName`, 'Last name, where known.'),
]);

/** The request for a new passkey. */
export const startedOutputs: readonly ActivityOutput[] = Object.freeze([
  {
    path: `${registration}.startPasskeyRegistrationResponse.clientRequest`,
    type: 'object',
    docs: 'The options for the browser: a constant of a Custom Page.',
  },
  leaf(`${registration}.startPasskeyRegistrationResponse.sessionId`, 'Id of the registration session.'),
]);

/** What the browser made of the request. */
export const browserOutputs: readonly ActivityOutput[] = Object.freeze([
  {
    path: `${registration}.passkeyRegistrationBrowserResponse`,
    type: 'object',
    docs: 'The browser’s answer: the new credential.',
  },
]);

/** The registered passkey. */
export const completedOutputs: readonly ActivityOutput[] = Object.freeze([
  { path: `${registration}.completePasskeyRegistrationResponse`, type: 'object', docs: 'The new passkey.' },
]);

/** The request to sign in with a passkey. */
export const authenticationOutputs: readonly ActivityOutput[] = Object.freeze([
  leaf(`${authentication}.startPasskeyAuthenticationResponse.sessionId`, 'Id of the authentication session.'),
]);

/** Who signed in, and by which passkey. */
export const authenticatedOutputs: readonly ActivityOutput[] = Object.freeze([
  {
    path: `${authentication}.completePasskeyAuthenticationResponse.passkey`,
    type: 'object',
    docs: 'The passkey that was used.',
  },
  leaf(`${authentication}.completePasskeyAuthenticationResponse.user.id`, 'Id of the user who signed in.'),
  leaf(
    `${authentication}.completePasskeyAuthenticationResponse.user.externalId`,
    'The organisation’s own id of that user.',
  ),
]);

/** What a person entered into a form. */
export const formOutputs: readonly ActivityOutput[] = Object.freeze([
  { path: '_forms.{formDataKey}.currentForm.data', type: 'form', docs: 'What was entered into the form.' },
]);

/** What a Custom Page sent. */
export const pageOutputs: readonly ActivityOutput[] = Object.freeze([
  { path: '_customPages.{customPageKey}.currentPage.variables', type: 'object', docs: 'What the page sent.' },
]);

/** A decision. */
export const decisionOutputs: readonly ActivityOutput[] = Object.freeze([
  leaf('_decision', 'PASS, FAIL or REVIEW.'),
]);
