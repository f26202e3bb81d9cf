import { type Static, Type } from 'typebox';
import { Closed, Moment, OptionalOutput, Words } from './fields.ts';
import { Id, PathExternalId, PathId, PathName } from './id.ts';
import { PageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

const name = Type.String({ minLength: 1, maxLength: 128, description: 'Name that people gave it' });
const status = Words(['ACTIVE', 'BLOCKED'], 'Only ACTIVE passkeys sign in');

/** A passkey of a user. Never its attestation, which is kept for later judgement. */
export const Passkey = Closed(
  {
    id: Id,
    userId: Id,
    relyingPartyId: Type.String({ description: 'Relying party ID that it is for' }),
    name,
    status,
    credentialId: Type.String({ description: 'Credential id, base64url' }),
    publicKey: OptionalOutput(
      'COSE public key, base64url; absent with the finding passkey.tampered: its row is not as it was registered',
    ),
    algorithm: Type.Integer({ description: 'COSE algorithm identifier' }),
    signCount: Type.Integer({ description: 'Signature counter' }),
    userVerified: Type.Boolean({ description: 'Whether the authenticator verified the person' }),
    backupEligible: Type.Boolean({ description: 'Whether it may be synchronised' }),
    backedUp: Type.Boolean({ description: 'Whether it is synchronised' }),
    aaguid: Type.String({ description: 'Model of the authenticator' }),
    aaguidVerified: Type.Boolean({ description: 'Whether an attestation vouches for the model' }),
    provider: OptionalOutput('Name of the model, as claimed unless aaguidVerified'),
    attestationFormat: Type.String({ description: 'Attestation statement format' }),
    attestationType: Type.String({ description: 'How much the attestation proves' }),
    trustPath: Type.Array(Type.String(), {
      description: 'SHA-256 of the certificates of the attestation, the trust anchor last',
    }),
    model: OptionalOutput('Name of the model, as the metadata say'),
    certificationLevel: OptionalOutput("FIDO's certification of the model, as the metadata say"),
    findings: Type.Array(Type.String(), { description: 'What is held against it, as of now' }),
    capabilities: Closed(
      {
        minPinLength: Type.Optional(Type.Integer({ description: 'Shortest PIN; signed' })),
        prf: Type.Optional(Type.Boolean({ description: 'Claimed by the browser' })),
        largeBlob: Type.Optional(Type.Boolean({ description: 'Claimed by the browser' })),
        keyProtection: OptionalOutput('Where an Android key lives, as an anchored attestation says'),
      },
      { description: 'What the authenticator told of itself' },
    ),
    client: Type.String({ description: 'Browser and device of a journey, else who completed it' }),
    topOrigin: OptionalOutput('Page that framed the registration'),
    origin: Type.String({ description: 'Origin at which it was registered' }),
    hints: Closed(
      {
        transports: Type.Array(Type.String(), { description: 'How the authenticator is reached' }),
        attachment: OptionalOutput('platform or cross-platform'),
        discoverable: Type.Optional(Type.Boolean({ description: 'Absent when unknown' })),
      },
      { description: 'What the browser claimed; nothing proves it' },
    ),
    createdDtm: Moment('When it was registered'),
    createdBy: Type.String({ description: 'Who registered it' }),
    lastUpdatedDtm: Moment('When it was last changed'),
    lastUsedDtm: Type.Optional(Moment('When it last signed in')),
  },
  { description: 'A passkey' },
);
export type Passkey = Static<typeof Passkey>;

/** A change of a passkey: what is absent stays. */
export const PasskeyChange = Closed({ name: Type.Optional(name), status: Type.Optional(status) });
export type PasskeyChange = Static<typeof PasskeyChange>;

const tag = 'Passkeys';
const byId = '/api/identity-store/stores/{storeName}/users/{userId}/passkeys';
const byExternalId = '/api/identity-store/stores/{storeName}/users/{userExtId}/passkeys';
const ofUser = Closed({ storeName: PathName, userId: PathId });
const ofExternal = Closed({ storeName: PathName, userExtId: PathExternalId });
const oneOfUser = Closed({ storeName: PathName, userId: PathId, id: PathId });
const oneOfExternal = Closed({ storeName: PathName, userExtId: PathExternalId, id: PathId });
const query = Closed(pageQuery(['createdDtm', 'name']));
const owners = ['store.not-found', 'user.not-found'];
const absent = [...owners, 'passkey.not-found'];
/** Their HMAC needs the tenant's key. */
const unreadable = 'secret.unreadable';
const whole = [...absent, 'passkey.tampered', unreadable];

export const listPasskeys = defineRoute({
  id: 'listPasskeys',
  method: 'GET',
  path: byId,
  tag,
  summary: "List a user's passkeys",
  permission: 'IdentityStore:listPasskeys',
  params: ofUser,
  query,
  status: 200,
  output: PageOf(Passkey),
  problems: [...owners, unreadable],
});

export const listPasskeysByExtId = defineRoute({
  id: 'listPasskeysByExtId',
  method: 'GET',
  path: `${byExternalId}/ext`,
  tag,
  summary: "List a user's passkeys by external ID",
  permission: 'IdentityStore:listPasskeysByExtId',
  params: ofExternal,
  query,
  status: 200,
  output: PageOf(Passkey),
  problems: [...owners, unreadable],
});

export const getPasskey = defineRoute({
  id: 'getPasskey',
  method: 'GET',
  path: `${byId}/{id}`,
  tag,
  summary: 'Read a passkey',
  permission: 'IdentityStore:getPasskey',
  params: oneOfUser,
  status: 200,
  output: Passkey,
  problems: whole,
});

export const getPasskeyByExtId = defineRoute({
  id: 'getPasskeyByExtId',
  method: 'GET',
  path: `${byExternalId}/{id}/ext`,
  tag,
  summary: 'Read a passkey by external ID of its user',
  permission: 'IdentityStore:getPasskeyByExtId',
  params: oneOfExternal,
  status: 200,
  output: Passkey,
  problems: whole,
});

export const updatePasskey = defineRoute({
  id: 'updatePasskey',
  method: 'POST',
  path: `${byId}/{id}`,
  tag,
  summary: 'Rename, block or unblock a passkey',
  permission: 'IdentityStore:updatePasskey',
  params: oneOfUser,
  body: PasskeyChange,
  status: 200,
  output: Passkey,
  problems: [...absent, unreadable],
});

export const updatePasskeyByExtId = defineRoute({
  id: 'updatePasskeyByExtId',
  method: 'POST',
  path: `${byExternalId}/{id}/ext`,
  tag,
  summary: 'Rename, block or unblock a passkey by external ID of its user',
  permission: 'IdentityStore:updatePasskeyByExtId',
  params: oneOfExternal,
  body: PasskeyChange,
  status: 200,
  output: Passkey,
  problems: [...absent, unreadable],
});

export const deletePasskey = defineRoute({
  id: 'deletePasskey',
  method: 'DELETE',
  path: `${byId}/{id}`,
  tag,
  summary: 'Delete a passkey',
  permission: 'IdentityStore:deletePasskey',
  params: oneOfUser,
  status: 204,
  problems: absent,
});

export const deletePasskeyByExtId = defineRoute({
  id: 'deletePasskeyByExtId',
  method: 'DELETE',
  path: `${byExternalId}/{id}/ext`,
  tag,
  summary: 'Delete a passkey by external ID of its user',
  permission: 'IdentityStore:deletePasskeyByExtId',
  params: oneOfExternal,
  status: 204,
  problems: absent,
});

export const passkeyRoutes = [
  listPasskeys,
  listPasskeysByExtId,
  getPasskey,
  getPasskeyByExtId,
  updatePasskey,
  updatePasskeyByExtId,
  deletePasskey,
  deletePasskeyByExtId,
] as const;
