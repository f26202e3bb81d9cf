import { type Static, Type } from 'typebox';
import { Closed, OptionalText, Words } from './fields.ts';
import { Id, PathExternalId, PathId, PathName, PathRelyingPartyId } from './id.ts';
import { Passkey } from './passkeys.ts';
import { defineRoute } from './route.ts';

const base64url = (maxLength: number, description: string) =>
  Type.String({ maxLength, pattern: '^[A-Za-z0-9_-]*$', description });

const selection = Closed(
  {
    authenticatorAttachment: Type.Optional(Words(['platform', 'cross-platform'], 'Kind of authenticator')),
    residentKey: Type.String({ description: 'Whether the passkey must be discoverable' }),
    requireResidentKey: Type.Boolean({ description: 'True when residentKey is required' }),
    userVerification: Type.String({ description: 'Whether the person must be verified' }),
  },
  { description: 'Which authenticators may answer' },
);

const texts = (description: string) => Type.Array(Type.String(), { description });
const publicKey = Type.String({ description: 'Always public-key' });

/** What a browser is given: PublicKeyCredentialCreationOptionsJSON (WebAuthn L3 section 5.1.8) and the guide's names. */
export const ClientRequest = Closed(
  {
    rp: Closed(
      {
        name: Type.String({ description: 'Name of the relying party' }),
        id: Type.String({ description: 'Relying party ID' }),
      },
      { description: 'The relying party' },
    ),
    user: Closed(
      {
        id: Type.String({ description: 'User handle, base64url' }),
        name: Type.String({ description: 'User name' }),
        displayName: Type.String({ description: 'Display name' }),
      },
      { description: 'The user, as authenticators show it' },
    ),
    challenge: Type.String({ description: 'Challenge, base64url' }),
    pubKeyCredParams: Type.Array(
      Closed({ type: publicKey, alg: Type.Integer({ description: 'COSE algorithm identifier' }) }),
      { description: 'Algorithms, most wanted first' },
    ),
    timeout: Type.Integer({ description: 'How long the browser waits, in ms' }),
    excludeCredentials: Type.Array(
      Closed({
        type: publicKey,
        id: Type.String({ description: 'Credential id, base64url' }),
        transports: Type.Optional(texts('How its authenticator is reached')),
      }),
      { description: "The user's passkeys at this relying party" },
    ),
    authenticatorSelection: selection,
    authenticatorSelectionCriteria: selection,
    hints: texts('Which authenticators browsers offer first'),
    attestation: Type.String({ description: 'Attestation conveyance' }),
    extensions: Closed(
      {
        credProps: Type.Optional(Type.Boolean({ description: 'Asks whether it became discoverable' })),
        credentialProtectionPolicy: Type.Optional(Type.String({ description: 'credProtect policy' })),
        enforceCredentialProtectionPolicy: Type.Optional(Type.Boolean({ description: 'Whether to insist' })),
        minPinLength: Type.Optional(Type.Boolean({ description: 'Asks for the shortest PIN' })),
        prf: Type.Optional(Closed({}, { description: 'Asks for PRF' })),
        largeBlob: Type.Optional(
          Closed(
            { support: Words(['preferred', 'required'], 'Whether to insist') },
            { description: 'Asks for large blobs' },
          ),
        ),
      },
      { description: 'Extension inputs' },
    ),
    mediation: Type.Optional(
      Words(['conditional'], 'Make the passkey without a prompt: give it to create() beside publicKey'),
    ),
  },
  { description: 'Options for navigator.credentials.create()' },
);

const started = { clientRequest: ClientRequest, sessionId: Id } as const;
const completed = {
  sessionId: Id,
  passkey: Passkey,
  user: Closed(
    { id: Id, externalId: Type.String({ description: "The organisation's own id" }) },
    { description: 'Who got the passkey' },
  ),
} as const;

/** A started registration. */
export const StartedRegistration = Closed(started, { description: 'A started registration' });
export type StartedRegistration = Static<typeof StartedRegistration>;

/** A completed registration. */
export const CompletedRegistration = Closed(completed, { description: 'A completed registration' });
export type CompletedRegistration = Static<typeof CompletedRegistration>;

/** The start path answers either, since the guide names it for completing too. */
export const RegistrationAnswer = Closed(
  {
    sessionId: Id,
    clientRequest: Type.Optional(ClientRequest),
    passkey: Type.Optional(Passkey),
    user: Type.Optional(completed.user),
  },
  { description: 'A started registration: clientRequest; or a completed one: passkey and user' },
);

const anything = { additionalProperties: true } as const;

/** RegistrationResponseJSON (WebAuthn L3 section 5.1.8). Open inside: browsers add members; the ceremony judges it. */
const response = {
  id: Type.Optional(Type.String({ maxLength: 2048, description: 'Credential id, base64url' })),
  rawId: Type.Optional(Type.String({ maxLength: 2048, description: 'Credential id, base64url' })),
  type: Type.Optional(Type.String({ maxLength: 64, description: 'public-key' })),
  response: Type.Optional(Type.Object({}, { ...anything, description: "The authenticator's response" })),
  authenticatorAttachment: Type.Optional(
    Type.Union([Type.String({ maxLength: 64 }), Type.Null()], { description: 'Kind of authenticator' }),
  ),
  clientExtensionResults: Type.Optional(Type.Object({}, { ...anything, description: 'Extension outputs' })),
} as const;

const clientResponse = Type.Optional(
  Type.Object({}, { ...anything, description: 'RegistrationResponseJSON, as credential.toJSON() gives it' }),
);

/** Of the right form; what it holds answers no challenge. */
const exampleEnd = {
  clientResponse: {
    id: 'AAECAwQFBgcICQoLDA0ODw',
    rawId: 'AAECAwQFBgcICQoLDA0ODw',
    type: 'public-key',
    response: { clientDataJSON: 'e30', attestationObject: 'oA', transports: ['internal'] },
    authenticatorAttachment: 'platform',
    clientExtensionResults: {},
  },
};

/** The end of a registration: `{ clientResponse }`, or the RegistrationResponseJSON itself. */
export const RegistrationEnd = Closed({ clientResponse, ...response }, { examples: [exampleEnd] });
export type RegistrationEnd = Static<typeof RegistrationEnd>;

/** The start of a registration; with `sessionId` and `clientResponse` its end. */
export const RegistrationStart = Closed({
  challenge: Type.Optional(base64url(86, 'Challenge of 16 to 64 bytes, if the policy takes one')),
  userHandle: Type.Optional(base64url(86, 'User handle of 16 to 64 bytes, if the user has none here')),
  userName: OptionalText(128, 'User name beside the passkey'),
  userDisplayName: OptionalText(128, 'Display name beside the passkey'),
  sessionId: Type.Optional(Type.String({ maxLength: 64, description: 'Session to complete' })),
  clientResponse,
});
export type RegistrationStart = Static<typeof RegistrationStart>;

const tag = 'Passkey registration';
const store = '/api/identity-store/stores/{storeName}';
const byId = `${store}/users/{userId}/passkeys` as const;
const byExternalId = `${store}/users/{userExtId}/passkeys` as const;
const start = 'relyingParties/{rpId}/registrations/{regPolicyName}';
const session = 'registrations/sessions/{sessionId}';
const rp = { rpId: PathRelyingPartyId, regPolicyName: PathName } as const;
const forUser = 'IdentityStore:createPasskeyRegistrationForUser';
const forExternal = 'IdentityStore:createPasskeyRegistrationForUserByExtId';

const endProblems = [
  'secret.unreadable',
  'passkey.tampered',
  'passkey.session-not-found',
  'passkey.session-used',
  'passkey.session-expired',
  'passkey.already-registered',
  'passkey.user-not-allowed',
  'passkey.limit-reached',
  'passkey.withdrawn',
  'passkey.response-malformed',
  'passkey.client-data-malformed',
  'passkey.attestation-malformed',
  'passkey.authenticator-data-malformed',
  'passkey.type-mismatch',
  'passkey.challenge-mismatch',
  'passkey.origin-not-allowed',
  'passkey.cross-origin-not-allowed',
  'passkey.relying-party-mismatch',
  'passkey.user-not-present',
  'passkey.user-not-verified',
  'passkey.backup-state-invalid',
  'passkey.algorithm-not-allowed',
  'passkey.key-invalid',
  'passkey.attestation-format-unsupported',
  'passkey.attestation-invalid',
  'passkey.attestation-required',
  'passkey.credential-id-invalid',
  'passkey.credential-id-mismatch',
  'passkey.attachment-mismatch',
  'passkey.not-discoverable',
  'passkey.credential-protection-too-weak',
];
const startProblems = [
  'store.not-found',
  'user.not-found',
  'relying-party.not-found',
  'registration-policy.not-found',
  'passkey.challenge-not-allowed',
  'passkey.challenge-invalid',
  'passkey.user-handle-invalid',
  'passkey.user-handle-conflict',
  ...endProblems,
];

export const startPasskeyRegistration = defineRoute({
  id: 'createPasskeyRegistrationForUser',
  method: 'POST',
  path: `${byId}/${start}`,
  tag,
  summary: 'Start a passkey registration',
  permission: forUser,
  params: Closed({ storeName: PathName, userId: PathId, ...rp }),
  body: RegistrationStart,
  status: 200,
  output: RegistrationAnswer,
  problems: startProblems,
});

export const startPasskeyRegistrationByExtId = defineRoute({
  id: 'createPasskeyRegistrationForUserByExtId',
  method: 'POST',
  path: `${byExternalId}/${start}/ext`,
  tag,
  summary: 'Start a passkey registration by external ID of the user',
  permission: forExternal,
  params: Closed({ storeName: PathName, userExtId: PathExternalId, ...rp }),
  body: RegistrationStart,
  status: 200,
  output: RegistrationAnswer,
  problems: startProblems,
});

const ending = { method: 'POST', tag, body: RegistrationEnd, status: 200, problems: endProblems } as const;

export const completePasskeyRegistration = defineRoute({
  ...ending,
  id: 'completePasskeyRegistrationForUser',
  path: `${byId}/${session}`,
  summary: 'Complete a passkey registration',
  permission: forUser,
  params: Closed({ storeName: PathName, userId: PathId, sessionId: PathId }),
  output: CompletedRegistration,
});

export const completePasskeyRegistrationByExtId = defineRoute({
  ...ending,
  id: 'completePasskeyRegistrationForUserByExtId',
  path: `${byExternalId}/${session}/ext`,
  summary: 'Complete a passkey registration by external ID of the user',
  permission: forExternal,
  params: Closed({ storeName: PathName, userExtId: PathExternalId, sessionId: PathId }),
  output: CompletedRegistration,
});

export const completePasskeyRegistrationInStore = defineRoute({
  ...ending,
  id: 'completePasskeyRegistrationInStore',
  path: `${store}/passkeys/${session}`,
  summary: 'Complete a passkey registration by its session alone',
  permission: forUser,
  orPermission: forExternal,
  params: Closed({ storeName: PathName, sessionId: PathId }),
  output: CompletedRegistration,
});

export const passkeyRegistrationRoutes = [
  startPasskeyRegistration,
  startPasskeyRegistrationByExtId,
  completePasskeyRegistration,
  completePasskeyRegistrationByExtId,
  completePasskeyRegistrationInStore,
] as const;
