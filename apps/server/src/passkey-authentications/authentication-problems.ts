import { defineProblems } from '@latchkey/kernel';

/** Why nobody is signed in by a passkey; the ceremony's own are in packages/passkeys. */
export const authenticationProblems = defineProblems({
  'passkey.none-registered': {
    title: 'The user has no passkey here that could sign them in.',
    status: 409,
  },
  'passkey.not-known': { title: 'This passkey is not registered here, or it is blocked.', status: 422 },
  'passkey.sign-in-not-allowed': { title: 'A user in this status cannot sign in.', status: 409 },
  'passkey.authentication-not-found': { title: 'There is no such authentication session.', status: 404 },
  'passkey.authentication-used': {
    title: 'The authentication session has already been used.',
    status: 409,
  },
  'passkey.authentication-expired': { title: 'The authentication session has expired.', status: 410 },
  'passkey.authentication-withdrawn': {
    title: 'The relying party no longer allows the origin of this sign-in.',
    status: 409,
  },
});

export type AuthenticationProblemCode = keyof typeof authenticationProblems.kinds;
