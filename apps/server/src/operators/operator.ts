import type { OperatorRole } from '@latchkey/contract';
import { defineProblems } from '@latchkey/kernel';

/** What can go wrong with operators, their passkeys and their sessions. */
export const operatorProblems = defineProblems({
  'operator.invalid': { title: 'The operator is not as described.', status: 400 },
  'operator.not-found': { title: 'There is no such operator.', status: 404 },
  'operator.invitation-not-found': { title: 'There is no such invitation.', status: 404 },
  'operator.session-not-found': { title: 'There is no such session.', status: 404 },
  'operator.passkey-not-found': { title: 'There is no such passkey.', status: 404 },
  // One answer for a link that was used, has ended, was withdrawn or never existed.
  'operator.invitation-not-usable': { title: 'This link cannot be used. Ask for a new one.', status: 404 },
  // One answer for every reason.
  'operator.sign-in-failed': { title: 'This passkey does not sign in here.', status: 401 },
  'operator.passkey-refused': { title: 'The new passkey was not accepted.', status: 422 },
  'operator.session-needed': { title: 'Only an operator who is signed in can do this.', status: 403 },
  'operator.role-not-held': {
    title: 'Nobody can give or take a role that can do more than they can.',
    status: 403,
  },
  'operator.last-administrator': { title: 'A tenant needs an administrator.', status: 409 },
  'operator.last-passkey': { title: 'The last passkey cannot be deleted.', status: 409 },
  'operator.too-many-passkeys': { title: 'An operator can have 20 passkeys.', status: 409 },
});

/** Who may be signed in, as the actor and the session are made of. */
export type SignedInOperator = {
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: OperatorRole;
  /** The ids of the identity stores to which they are held; null: all. */
  readonly stores: readonly string[] | null;
};

/** Most passkeys of one operator. */
export const mostPasskeys = 20;
