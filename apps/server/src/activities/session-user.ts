import type { User } from '@latchkey/contract';
import type { SessionData } from '../processes/session-data/session-data.ts';
import { type SessionUser, userOf } from '../processes/session-data/users.ts';
import type { UserKey } from '../users/user.ts';
import { activityProblems } from './activity-problems.ts';

type Identifiers = {
  readonly userId?: string;
  readonly userExternalId?: string;
  readonly userKey?: string;
};

/** A user as the session data keeps it: without when and by whom it was changed. */
export const sessionUser = (user: User): SessionUser => {
  const { createdDtm, lastUpdatedDtm, createdBy, lastUpdatedBy, lockCount, ...kept } = user;
  return kept;
};

/** Which user is meant: by id, else by external id, else the one that the session keeps under the key. */
export function identified(data: SessionData, { userId, userExternalId, userKey }: Identifiers): UserKey {
  if (userId !== undefined) return { userId };
  if (userExternalId !== undefined) return { externalId: userExternalId };
  const known = userKey === undefined ? undefined : userOf(data, userKey);
  if (known !== undefined) return { userId: known.id };
  const detail = 'User ID, User External ID or the User Key of a user known to the process is required.';
  throw activityProblems.create('activity.parameters-invalid', {
    detail,
    errors: [{ pointer: '/userId', detail }],
  });
}
