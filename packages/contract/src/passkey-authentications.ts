import { type Static, Type } from 'typebox';
import { Closed, Words } from './fields.ts';
import { Id, PathExternalId, PathId, PathName, PathRelyingPartyId } from './id.ts';
import { Passkey } from './passkeys.ts';
import { defineRoute } from './route.ts';

const verifications = ['required', 'preferred', 'discouraged'] as const;

/** What a browser is given: PublicKeyCredentialRequestOptionsJSON (WebAuthn L3 section 5.1.8). */
const AuthenticationOptions = Closed(
  {
    challenge: Type.String({ description: 'Challenge, base64url' }),
    rpId: Type.String({ description: 'Relying party ID' }),
    timeout: Type.Integer({ description: 'How long the browser waits, in ms' }),
    userVerification: Words(verifications, 'Whether the person must be verified'),
    allowCredentials: Type.Array(
      Closed({
        type: Type.String({ description: 'Always public-key' }),
        id: Type.String({ description: 'Credential id, base64url' }),
        transports: Type.Optional(
          Type.Array(Type.String(), { description: 'How its authenticator is reached' }),
        ),
      }),
      { description: "The user's passkeys; empty where the passkey tells who signs in" },
    ),
  },
  { description: 'Options for navigator.credentials.get()' },
);

/** A started sign-in. */
export const StartedAuthentication = Closed(
  { clientRequest: AuthenticationOptions, sessionId: Id },
  { description: 'A started sign-in' },
);
export type StartedAuthentication = Static<typeof StartedAuthentication>;

/** Who signed in. */
export const CompletedAuthentication = Closed(
  {
    sessionId: Id,
    passkey: Passkey,
    user: Closed(
      { id: Id, externalId: Type.String({ description: "The organisation's own id" }) },
      { description: 'Who signed in' },
    ),
    userVerified: Type.Boolean({
      description: 'Whether the person was verified by the device, now and when the passkey was made',
    }),
  },
  { description: 'Who signed in, and by which passkey' },
);
export type CompletedAuthentication = Static<typeof CompletedAuthentication>;

export const AuthenticationStart = Closed({
  userVerification: Type.Optional(
    Words(verifications, 'Whether the device must check the person; required unless told'),
  ),
});
export type AuthenticationStart = Static<typeof AuthenticationStart>;

const anything = { additionalProperties: true } as const;
const text = (maxLength: number, description: string) =>
  Type.Optional(Type.String({ maxLength, description }));

/** The end of a sign-in: `{ clientResponse }`, or the AuthenticationResponseJSON itself. Open inside, as browsers add members. */
export const AuthenticationEnd = Closed(
  {
    clientResponse: Type.Optional(
      Type.Object(
        {},
        { ...anything, description: 'AuthenticationResponseJSON, as credential.toJSON() gives it' },
      ),
    ),
    id: text(2048, 'Credential id, base64url'),
    rawId: text(2048, 'Credential id, base64url'),
    type: text(64, 'public-key'),
    response: Type.Optional(Type.Object({}, { ...anything, description: "The authenticator's response" })),
    authenticatorAttachment: Type.Optional(
      Type.Union([Type.String({ maxLength: 64 }), Type.Null()], { description: 'Kind of authenticator' }),
    ),
    clientExtensionResults: Type.Optional(Type.Object({}, { ...anything, description: 'Extension outputs' })),
  },
  {
    examples: [
      {
        clientResponse: {
          id: 'AAECAwQFBgcICQoLDA0ODw',
          rawId: 'AAECAwQFBgcICQoLDA0ODw',
          type: 'public-key',
          response: { clientDataJSON: 'e30', authenticatorData: 'AA', signature: 'AA', userHandle: 'AA' },
          clientExtensionResults: {},
        },
      },
    ],
  },
);
export type AuthenticationEnd = Static<typeof AuthenticationEnd>;

const store = '/api/identity-store/stores/{storeName}';
const tag = 'Passkey authentication';
const startProblems = ['store.not-found', 'relying-party.not-found'];
const ofUser = ['user.not-found', 'passkey.sign-in-not-allowed', 'passkey.none-registered'];
const starting = {
  method: 'POST',
  tag,
  body: AuthenticationStart,
  status: 200,
  output: StartedAuthentication,
} as const;

export const startPasskeyAuthentication = defineRoute({
  ...starting,
  id: 'createPasskeyAuthenticationForUser',
  path: `${store}/users/{userId}/passkeys/relyingParties/{rpId}/authentications`,
  summary: 'Start a sign-in with one of a user’s passkeys',
  permission: 'IdentityStore:createPasskeyAuthenticationForUser',
  params: Closed({ storeName: PathName, userId: PathId, rpId: PathRelyingPartyId }),
  problems: [...startProblems, ...ofUser],
});

export const startPasskeyAuthenticationByExtId = defineRoute({
  ...starting,
  id: 'createPasskeyAuthenticationForUserByExtId',
  path: `${store}/users/{userExtId}/passkeys/relyingParties/{rpId}/authentications/ext`,
  summary: 'Start a sign-in by external ID of the user',
  permission: 'IdentityStore:createPasskeyAuthenticationForUserByExtId',
  params: Closed({ storeName: PathName, userExtId: PathExternalId, rpId: PathRelyingPartyId }),
  problems: [...startProblems, ...ofUser],
});

export const startPasskeyAuthenticationOfAnybody = defineRoute({
  ...starting,
  id: 'createPasskeyAuthentication',
  path: `${store}/passkeys/relyingParties/{rpId}/authentications`,
  summary: 'Start a sign-in of whoever the passkey tells',
  permission: 'IdentityStore:createPasskeyAuthentication',
  params: Closed({ storeName: PathName, rpId: PathRelyingPartyId }),
  problems: startProblems,
});

export const completePasskeyAuthentication = defineRoute({
  id: 'completePasskeyAuthentication',
  method: 'POST',
  path: `${store}/passkeys/authentications/sessions/{sessionId}`,
  tag,
  summary: 'Complete a sign-in, and tell who it is',
  permission: 'IdentityStore:completePasskeyAuthentication',
  params: Closed({ storeName: PathName, sessionId: PathId }),
  body: AuthenticationEnd,
  status: 200,
  output: CompletedAuthentication,
  problems: [
    'passkey.authentication-not-found',
    'passkey.authentication-used',
    'passkey.authentication-expired',
    'passkey.authentication-withdrawn',
    'passkey.not-known',
    'passkey.tampered',
    'passkey.sign-in-not-allowed',
    'passkey.response-malformed',
    'passkey.credential-not-allowed',
    'passkey.user-handle-mismatch',
    'passkey.client-data-malformed',
    'passkey.type-mismatch',
    'passkey.challenge-mismatch',
    'passkey.origin-not-allowed',
    'passkey.cross-origin-not-allowed',
    'passkey.top-origin-not-allowed',
    'passkey.authenticator-data-malformed',
    'passkey.relying-party-mismatch',
    'passkey.user-not-present',
    'passkey.user-not-verified',
    'passkey.backup-state-invalid',
    'passkey.backup-eligibility-changed',
    'passkey.key-invalid',
    'passkey.signature-invalid',
    'passkey.counter-not-increased',
  ],
});

export const passkeyAuthenticationRoutes = [
  startPasskeyAuthentication,
  startPasskeyAuthenticationByExtId,
  startPasskeyAuthenticationOfAnybody,
  completePasskeyAuthentication,
] as const;
