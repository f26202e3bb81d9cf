import { recordUser } from '../../processes/session-data/users.ts';
import type { updateUser as changeUser } from '../../users/update-user.ts';
import { defineActivity } from '../define-activity.ts';
import { parameters, storeName, userExternalId, userId, userKey } from '../parameter.ts';
import { identified, sessionUser } from '../session-user.ts';
import { userFields, userFieldsOf } from '../user-parameters.ts';

/** Changes the fields that are given of a user, and refreshes it in the session data. */
export const updateUser = (needs: { readonly updateUser: typeof changeUser }) =>
  defineActivity({
    id: 'updateUser',
    version: 1,
    label: 'Update User',
    group: 'Identity store',
    icon: 'user-pen',
    docs: 'Changes a user of an identity store; what is left empty stays as it is.',
    parameters: parameters({ storeName, ...userFields, userExternalId, userId, userKey }),
    boundaryEvents: [
      {
        code: 'user.not-updated',
        label: 'Failed to update the user',
        docs: 'The user could not be changed.',
      },
      {
        code: 'user.not-found',
        label: 'User not found',
        docs: 'The store has no such user.',
        fallback: 'user.not-updated',
      },
    ],
    otherFailures: 'user.not-updated',
    needsSavepoint: true,
    checkKey: (given) => `user:${given.userKey}`,
    execute: async (given, { sql, actor, data }) => {
      const { storeName, userKey } = given;
      const change = userFieldsOf(given);
      const user = await needs.updateUser(sql, actor, { storeName, key: identified(data, given), change });
      return { kind: 'completed', data: recordUser(data, userKey, sessionUser(user)) };
    },
  });
