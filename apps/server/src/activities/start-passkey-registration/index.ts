import type { StartPasskeyRegistration } from '../../passkeys/start-passkey-registration.ts';
import { addRegistration } from '../../processes/session-data/passkey-registrations.ts';
import { recordUser } from '../../processes/session-data/users.ts';
import type { AddUser } from '../../users/add-user.ts';
import type { getUser as readUser } from '../../users/get-user.ts';
import { activityProblems } from '../activity-problems.ts';
import { defineActivity, type Run } from '../define-activity.ts';
import {
  flag,
  optionalText,
  parameters,
  passkeyRegistrationKey,
  storeName,
  text,
  userId,
} from '../parameter.ts';
import { identified, sessionUser } from '../session-user.ts';

type Needs = {
  readonly startPasskeyRegistration: StartPasskeyRegistration;
  readonly addUser: AddUser;
  readonly getUser: typeof readUser;
};

type Wanted = {
  readonly createUser: boolean;
  readonly storeName: string;
  readonly userId?: string;
  readonly userExternalId?: string;
  readonly userKey: string;
};

/** Starts a passkey registration for a user, who is fixed from then on: no later form changes whom the passkey is for. */
export const startPasskeyRegistration = (needs: Needs) =>
  defineActivity({
    id: 'startPasskeyRegistration',
    version: 1,
    label: 'Start Passkey Registration',
    group: 'Passkeys',
    icon: 'key',
    docs: 'Prepares the request for a new passkey; a form or a page then puts it to the browser.',
    parameters: parameters({
      challenge: optionalText('Challenge', 'base64url; made up when left out. The policy must allow it.'),
      createUser: flag('Create User', 'Creates a new user with the external id as part of the registration.'),
      passkeyRegistrationKey,
      passkeyUserDisplayName: optionalText(
        'Passkey User Display Name',
        'How the user is called, informally.',
      ),
      passkeyUserHandle: optionalText(
        'Passkey User Handle',
        'base64url of at most 64 bytes; made up when left out.',
      ),
      passkeyUserName: optionalText('Passkey User Name', 'A unique name of the user.'),
      registrationPolicy: text('Registration Policy', 'Name of the registration policy.'),
      relyingPartyId: text('Relying Party ID', 'Id of the relying party.'),
      storeName,
      userExternalId: optionalText(
        'User External ID',
        'Required with Create User: the id of the new user. Otherwise it may identify the user.',
      ),
      userId,
      userKey: text('User Key', 'The key of a user that the process knows.', { default: 'user1' }),
    }),
    boundaryEvents: [
      {
        code: 'identity-store.unavailable',
        label: 'Failed ID Store Service Call',
        docs: 'The registration could not be started.',
      },
    ],
    otherFailures: 'identity-store.unavailable',
    writes: true,
    checkKey: (given) => `startPasskeyRegistration:${given.passkeyRegistrationKey}`,
    execute: async (given, run) => {
      const user = await target(needs, given, run);
      const { storeName, relyingPartyId, registrationPolicy, passkeyRegistrationKey: key } = given;
      const response = await needs.startPasskeyRegistration(run.sql, run.actor, {
        storeName,
        relyingPartyId,
        registrationPolicy,
        user: { id: user.id },
        instanceId: run.instance.id,
        ...optional('challenge', given.challenge),
        ...optional('userHandle', given.passkeyUserHandle),
        ...optional('userName', given.passkeyUserName),
        ...optional('userDisplayName', given.passkeyUserDisplayName),
      });
      const record = { userId: user.id, storeName, startPasskeyRegistrationResponse: response };
      const data = recordUser(run.data, given.userKey, sessionUser(user));
      return { kind: 'completed', data: addRegistration(data, key, record) };
    },
  });

/** The user whom the passkey is for: a new one, or the one that is identified. */
function target({ addUser, getUser }: Needs, given: Wanted, { sql, actor, data }: Run) {
  const { createUser, storeName, userExternalId } = given;
  if (!createUser) return getUser(sql, actor, storeName, identified(data, given));
  if (userExternalId !== undefined) return addUser(sql, actor, { storeName, externalId: userExternalId });
  throw activityProblems.create('activity.parameters-invalid', {
    detail: 'User External ID is required with Create User.',
    errors: [{ pointer: '/userExternalId', detail: 'User External ID is required with Create User.' }],
  });
}

const optional = <const Name extends string>(name: Name, value: string | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: string };
