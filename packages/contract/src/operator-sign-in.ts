import { type Static, Type } from 'typebox';
import { Closed, Moment, OptionalOutput, Words } from './fields.ts';
import { Id } from './id.ts';
import { operatorRoles } from './operators.ts';
import { ClientRequest } from './passkey-registrations.ts';
import { defineRoute } from './route.ts';

const secret = Type.String({
  minLength: 1,
  maxLength: 64,
  description: 'The secret of the one-time link, the part after `#`',
});
const ceremonyId = Type.String({ maxLength: 64, description: 'The ceremony that the options began' });
const response = Type.Record(Type.String(), Type.Unknown(), {
  description: "The browser's answer, as credential.toJSON() gives it",
});
const role = Words(operatorRoles, 'What the operator may do');

/** Who is signed in, and what they may do. */
export const SignedIn = Closed(
  {
    operator: Closed(
      {
        id: Id,
        name: Type.String({ description: 'Name of the person' }),
        email: OptionalOutput('E-mail address'),
        role,
      },
      { description: 'Who is signed in' },
    ),
    tenant: Type.String({ description: 'The tenant in which everything happens' }),
    permissions: Type.Array(Type.String(), { description: 'Permissions in full form' }),
    expiresAt: Moment('When the session ends at the latest'),
    idleExpiresAt: Moment('When it ends unless it is used'),
  },
  { description: 'A session of an operator' },
);
export type SignedIn = Static<typeof SignedIn>;

const RequestOptions = Closed(
  {
    challenge: Type.String({ description: 'Challenge, base64url' }),
    rpId: Type.String({ description: 'Relying party ID' }),
    timeout: Type.Integer({ description: 'How long the browser waits, in ms' }),
    userVerification: Type.String({ description: 'Always required' }),
    allowCredentials: Type.Array(Type.Unknown(), { description: 'Empty: any passkey of this site' }),
  },
  { description: 'Options for navigator.credentials.get()' },
);

const tag = 'Backoffice';
const path = '/api/backoffice';
const cookie = 'sets the session cookie';
const registration = {
  ceremonyId: Type.String({ description: 'The ceremony, to be named with the answer' }),
  options: ClientRequest,
} as const;

export const startOperatorSetUp = defineRoute({
  id: 'startOperatorSetUp',
  method: 'POST',
  path: `${path}/set-up/options`,
  tag,
  summary: 'Begin to use a one-time link: options for the first passkey',
  permission: 'public',
  body: Closed({ invitation: secret }),
  status: 200,
  output: Closed({
    ...registration,
    name: Type.String({ description: 'Name in the invitation; may be empty' }),
    role,
  }),
  problems: ['operator.invitation-not-usable', 'operator.too-many-attempts'],
});

export const setUpOperator = defineRoute({
  id: 'setUpOperator',
  method: 'POST',
  path: `${path}/set-up`,
  tag,
  summary: `Use a one-time link: keeps the passkey and signs in; ${cookie}`,
  permission: 'public',
  body: Closed({
    invitation: secret,
    ceremonyId,
    name: Type.String({ minLength: 1, maxLength: 128, pattern: '\\S', description: 'Name of the person' }),
    response,
  }),
  status: 200,
  output: SignedIn,
  problems: ['operator.invitation-not-usable', 'operator.passkey-refused'],
});

export const startOperatorSignIn = defineRoute({
  id: 'startOperatorSignIn',
  method: 'POST',
  path: `${path}/sign-in/options`,
  tag,
  summary: 'Begin to sign in: options for any passkey of the Backoffice',
  permission: 'public',
  body: Closed({}),
  status: 200,
  output: Closed({ ceremonyId: registration.ceremonyId, options: RequestOptions }),
  problems: ['operator.too-many-attempts'],
});

export const signInOperator = defineRoute({
  id: 'signInOperator',
  method: 'POST',
  path: `${path}/sign-in`,
  tag,
  summary: `Sign in; ${cookie}`,
  permission: 'public',
  body: Closed({ ceremonyId, response }),
  status: 200,
  output: SignedIn,
  problems: ['operator.sign-in-failed'],
});

export const signOutOperator = defineRoute({
  id: 'signOutOperator',
  method: 'POST',
  path: `${path}/sign-out`,
  tag,
  summary: 'Sign out: ends the session and clears its cookie',
  permission: 'Backoffice:signOut',
  status: 204,
  problems: ['operator.session-needed'],
});

export const getOperatorSession = defineRoute({
  id: 'getOperatorSession',
  method: 'GET',
  path: `${path}/session`,
  tag,
  summary: 'Read who is signed in',
  permission: 'Backoffice:getSession',
  status: 200,
  output: SignedIn,
  problems: ['operator.session-needed'],
});

export const operatorSignInRoutes = [
  startOperatorSetUp,
  setUpOperator,
  startOperatorSignIn,
  signInOperator,
  signOutOperator,
  getOperatorSession,
] as const;
