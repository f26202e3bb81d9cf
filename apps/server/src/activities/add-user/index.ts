import { recordUser } from '../../processes/session-data/users.ts';
import type { AddUser } from '../../users/add-user.ts';
import { defineActivity } from '../define-activity.ts';
import { userOutputs } from '../outputs.ts';
import { optionalText, parameters, storeName, userKey } from '../parameter.ts';
import { sessionUser } from '../session-user.ts';
import { userFields, userFieldsOf } from '../user-parameters.ts';

/** Adds a user to an identity store and keeps it in the session data under its key. */
export const addUser = (needs: { readonly addUser: AddUser }) =>
  defineActivity({
    id: 'addUser',
    version: 1,
    label: 'Add User',
    group: 'Identity store',
    icon: 'user-plus',
    docs: 'Adds a new user to an identity store.',
    parameters: parameters({
      storeName,
      ...userFields,
      userExternalId: optionalText('User External ID', 'Unique id of the user; made up when left out.'),
      userKey,
    }),
    boundaryEvents: [
      {
        code: 'user.not-added',
        label: 'Failed to add the user',
        docs: 'The user could not be added to the identity store.',
      },
      {
        code: 'user.external-id-not-unique',
        label: 'ExtId Not Unique',
        docs: 'Another user of the store has this external id.',
        fallback: 'user.not-added',
      },
    ],
    otherFailures: 'user.not-added',
    outputs: userOutputs,
    needsSavepoint: false,
    checkKey: (given) => `user:${given.userKey}`,
    execute: async (given, { sql, actor, data, instance }) => {
      const { storeName, userKey, userExternalId } = given;
      const fields = {
        ...userFieldsOf(given),
        ...(userExternalId !== undefined && { externalId: userExternalId }),
      };
      const user = await needs.addUser(sql, actor, { storeName, ...fields, instanceId: instance.id });
      return { kind: 'completed', data: recordUser(data, userKey, sessionUser(user)) };
    },
  });
