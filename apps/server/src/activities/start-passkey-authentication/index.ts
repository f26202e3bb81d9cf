import type { StartPasskeyAuthentication } from '../../passkey-authentications/start-passkey-authentication.ts';
import type { UserReference } from '../../passkeys/registration-session.ts';
import { addAuthentication } from '../../processes/session-data/passkey-authentications.ts';
import type { SessionData } from '../../processes/session-data/session-data.ts';
import { userOf } from '../../processes/session-data/users.ts';
import { defineActivity } from '../define-activity.ts';
import { authenticationOutputs } from '../outputs.ts';
import {
  oneOf,
  parameters,
  passkeyAuthenticationKey,
  storeName,
  text,
  userExternalId,
  userId,
} from '../parameter.ts';

type Needs = { readonly startPasskeyAuthentication: StartPasskeyAuthentication };

/**
 * Starts a sign-in by passkey. A user who is named, or known under the key, signs in with a passkey of theirs; where
 * nobody is, the device offers what it has, and the passkey tells who it is.
 */
export const startPasskeyAuthentication = (needs: Needs) =>
  defineActivity({
    id: 'startPasskeyAuthentication',
    version: 1,
    label: 'Start Passkey Authentication',
    group: 'Passkeys',
    icon: 'key',
    docs: 'Prepares the request to sign in with a passkey; a form then puts it to the browser.',
    parameters: parameters({
      passkeyAuthenticationKey,
      relyingPartyId: text('Relying Party ID', 'Id of the relying party.'),
      storeName,
      userExternalId,
      userId,
      userKey: text(
        'User Key',
        'The key of a user that the process knows. If it knows none under it, the passkey tells who signs in.',
        { default: 'user1' },
      ),
      userVerification: oneOf(
        ['required', 'preferred', 'discouraged'],
        'User Verification',
        'Whether the device checks the person by fingerprint, face, PIN or screen lock. Only a sign-in with it proves who they are.',
        { default: 'required' },
      ),
    }),
    boundaryEvents: [
      {
        code: 'passkey.none-registered',
        label: 'No passkey',
        docs: 'The user has no passkey here that could sign them in.',
        fallback: 'identity-store.unavailable',
      },
      {
        code: 'identity-store.unavailable',
        label: 'Failed ID Store Service Call',
        docs: 'The sign-in could not be started.',
      },
    ],
    otherFailures: 'identity-store.unavailable',
    outputs: authenticationOutputs,
    needsSavepoint: false,
    checkKey: (given) => `startPasskeyAuthentication:${given.passkeyAuthenticationKey}`,
    execute: async (given, { sql, actor, data, instance }) => {
      const { storeName, relyingPartyId, userVerification, passkeyAuthenticationKey: key } = given;
      const user = asked(data, given);
      const started = await needs.startPasskeyAuthentication(sql, actor, {
        storeName,
        relyingPartyId,
        userVerification,
        instanceId: instance.id,
        ...(user && { user }),
      });
      const { challenge, ...clientRequest } = started.clientRequest;
      const response = { sessionId: started.sessionId, clientRequest };
      const { relyingPartyName } = started;
      const record = { storeName, relyingPartyName, startPasskeyAuthenticationResponse: response };
      return { kind: 'completed', data: addAuthentication(data, key, record) };
    },
  });

type Named = {
  readonly storeName: string;
  readonly userId?: string;
  readonly userExternalId?: string;
  readonly userKey: string;
};

/** Who is to sign in; `undefined` where the passkey tells. */
function asked(data: SessionData, given: Named): UserReference | undefined {
  if (given.userId !== undefined) return { id: given.userId };
  if (given.userExternalId !== undefined) return { externalId: given.userExternalId };
  const known = userOf(data, given.userKey);
  return known?.storeName === given.storeName ? { id: known.id } : undefined;
}
