import { recordUser } from '../../processes/session-data/users.ts';
import type { getUser as readUser } from '../../users/get-user.ts';
import { defineActivity } from '../define-activity.ts';
import { parameters, storeName, userExternalId, userId, userKey } from '../parameter.ts';
import { identified, sessionUser } from '../session-user.ts';

/** Reads a user of an identity store into the session data. */
export const getUser = (needs: { readonly getUser: typeof readUser }) =>
  defineActivity({
    id: 'getUser',
    version: 1,
    label: 'Get User',
    group: 'Identity store',
    icon: 'user',
    docs: 'Finds a user by id or external id and keeps it under its key.',
    parameters: parameters({ storeName, userExternalId, userId, userKey }),
    boundaryEvents: [
      { code: 'user.not-found', label: 'User not found', docs: 'The store has no such user.' },
    ],
    otherFailures: 'user.not-found',
    needsSavepoint: false,
    checkKey: (given) => `user:${given.userKey}`,
    execute: async (given, { sql, actor, data }) => {
      const user = await needs.getUser(sql, actor, given.storeName, identified(data, given));
      return { kind: 'completed', data: recordUser(data, given.userKey, sessionUser(user)) };
    },
  });
