import { defineProblems } from '@latchkey/kernel';

/** Why a registration does not start, or does not end with a passkey; the ceremony's own are in packages/passkeys. */
export const registrationProblems = defineProblems({
  'passkey.user-unproven': {
    title: 'Nothing proves that the person in this journey is this user.',
    status: 403,
  },
  'passkey.user-not-allowed': { title: 'A user in this status cannot register a passkey.', status: 409 },
  'passkey.limit-reached': { title: 'The user has as many passkeys as the store allows.', status: 409 },
  'passkey.challenge-not-allowed': {
    title: 'The registration policy takes no challenge from outside.',
    status: 422,
  },
  'passkey.challenge-invalid': {
    title: 'The challenge must be 16 to 64 bytes in base64url.',
    status: 422,
  },
  'passkey.user-handle-invalid': {
    title: 'The user handle must be 16 to 64 bytes in base64url and no identifier of the user.',
    status: 422,
  },
  'passkey.user-handle-conflict': { title: 'The user handle cannot be used here.', status: 409 },
  'passkey.session-not-found': { title: 'There is no such registration session.', status: 404 },
  'passkey.session-used': { title: 'The registration session has already been used.', status: 409 },
  'passkey.session-expired': { title: 'The registration session has expired.', status: 410 },
  'passkey.already-registered': { title: 'This passkey is already registered.', status: 409 },
  'passkey.withdrawn': {
    title: 'The relying party or its registration policy no longer allows this registration.',
    status: 409,
  },
});

export type RegistrationProblemCode = keyof typeof registrationProblems.kinds;
