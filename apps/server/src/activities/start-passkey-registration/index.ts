import type { StartPasskeyRegistration } from '../../passkeys/start-passkey-registration.ts';
import { addRegistration } from '../../processes/session-data/passkey-registrations.ts';
import { recordUser, type SessionUser, userOf } from '../../processes/session-data/users.ts';
import type { AddUser } from '../../users/add-user.ts';
import type { getUser as readUser } from '../../users/get-user.ts';
import { activityProblems } from '../activity-problems.ts';
import { defineActivity, type Run } from '../define-activity.ts';
import { startedOutputs, userOutputs } from '../outputs.ts';
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
  readonly relyingPartyId: string;
  readonly registrationPolicy: string;
  readonly challenge?: string;
  readonly passkeyUserHandle?: string;
  readonly passkeyUserName?: string;
  readonly passkeyUserDisplayName?: string;
  readonly userId?: string;
  readonly userExternalId?: string;
  readonly userKey: string;
};

/**
 * Starts a passkey registration for a user, who is fixed from then on: no later form changes whom the passkey is for.
 * Unless the policy waives it, something must prove that the person is that user, whatever the diagram says.
 */
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
        code: 'passkey.user-unproven',
        label: 'User Not Proven',
        docs: 'The user was neither made in this instance nor invited by its link, and did not sign in within the last twenty minutes.',
        fallback: 'identity-store.unavailable',
      },
      {
        code: 'identity-store.unavailable',
        label: 'Failed ID Store Service Call',
        docs: 'The registration could not be started.',
      },
    ],
    otherFailures: 'identity-store.unavailable',
    outputs: [...userOutputs, ...startedOutputs],
    needsSavepoint: false,
    checkKey: (given) => `startPasskeyRegistration:${given.passkeyRegistrationKey}`,
    execute: async (given, run) => {
      // A new user without a registration is nobody's: both are made, or neither.
      const [user, response] = await (given.createUser
        ? run.sql.savepoint(() => started(needs, given, run))
        : started(needs, given, run));
      const record = {
        userId: user.id,
        storeName: given.storeName,
        startPasskeyRegistrationResponse: response,
      };
      const data = recordUser(run.data, given.userKey, user);
      return { kind: 'completed', data: addRegistration(data, given.passkeyRegistrationKey, record) };
    },
  });

async function started(needs: Needs, given: Wanted, run: Run) {
  const user = await target(needs, given, run);
  const { storeName, relyingPartyId, registrationPolicy } = given;
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
  return [user, response] as const;
}

/** The user whom the passkey is for: a new one, or the one that is identified. */
async function target({ addUser, getUser }: Needs, given: Wanted, run: Run): Promise<SessionUser> {
  const { sql, actor, data, instance } = run;
  const { createUser, storeName, userId, userExternalId, userKey } = given;
  if (createUser) {
    const externalId = userExternalId ?? missing('User External ID is required with Create User.');
    return sessionUser(await addUser(sql, actor, { storeName, externalId, instanceId: instance.id }));
  }
  const known = userId === undefined && userExternalId === undefined ? userOf(data, userKey) : undefined;
  if (known?.storeName === storeName) return known;
  return sessionUser(await getUser(sql, actor, storeName, identified(data, given)));
}

function missing(detail: string): never {
  const errors = [{ pointer: '/userExternalId', detail }];
  throw activityProblems.create('activity.parameters-invalid', { detail, errors });
}

const optional = <const Name extends string>(name: Name, value: string | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: string };
