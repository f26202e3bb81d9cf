import { type Static, Type } from 'typebox';
import { Closed, Moment, OptionalOutput, Words } from './fields.ts';
import { Id, PathId } from './id.ts';
import { PageOf, pageQuery } from './page.ts';
import { Passkey } from './passkeys.ts';
import { defineRoute } from './route.ts';

const tag = 'Authenticators';
const aaguid = Type.String({
  pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
  description: 'Model of authenticators (AAGUID, lower case)',
});

const finding = Type.String({
  maxLength: 100,
  description: 'What is held against a passkey, such as metadata.revoked; any for whatever it is',
});

/** A root that attestations may end at. */
export const TrustAnchor = Closed(
  {
    id: Id,
    name: Type.String({ description: 'Name that people gave it' }),
    kind: Words(['certificate', 'key'], 'What it is'),
    subject: OptionalOutput("The certificate's subject"),
    validTo: Type.Optional(Moment('When the certificate expires')),
    fingerprint: Type.String({ description: 'SHA-256, hexadecimal' }),
    aaguid: Type.Optional(aaguid),
    createdDtm: Moment('When it was added'),
    createdBy: Type.String({ description: 'Who added it' }),
  },
  { description: 'A trust anchor' },
);
export type TrustAnchor = Static<typeof TrustAnchor>;

/** A new trust anchor. */
export const NewTrustAnchor = Closed({
  name: Type.String({ minLength: 1, maxLength: 128, description: 'Name for people' }),
  certificate: Type.String({
    minLength: 1,
    maxLength: 16_000,
    description: 'A certificate, or a public key, in PEM or as base64 of its DER',
  }),
  aaguid: Type.Optional(aaguid),
});
export type NewTrustAnchor = Static<typeof NewTrustAnchor>;

/** A source of trust outside: metadata or revocations. */
export const TrustSource = Closed(
  {
    source: Type.String({ description: 'Name of its file, or its address' }),
    kind: Words(['metadata', 'revocations'], 'What it tells'),
    entries: Type.Integer({ description: 'Models, or revoked certificates' }),
    number: Type.Optional(Type.Integer({ description: 'Number of the metadata' })),
    nextUpdate: Type.Optional(Moment('Until when the metadata count')),
    readDtm: Type.Optional(Moment('When it last changed')),
    triedDtm: Moment('When it was last looked at'),
    fault: OptionalOutput('Why the last look failed'),
  },
  { description: 'A source of trust' },
);
export type TrustSource = Static<typeof TrustSource>;

/** What is known from outside, and whether passkeys are being assessed anew because of it. */
export const TrustSources = Closed(
  {
    content: Type.Array(TrustSource, { description: 'As configured' }),
    reassessment: Type.Optional(
      Closed(
        {
          sinceDtm: Moment('When the first reason for it arose'),
          causes: Type.Array(Type.String(), { description: 'Such as `trust-source.changed`' }),
        },
        { description: 'Passkeys are being assessed anew; absent while they are not' },
      ),
    ),
  },
  { description: 'Sources of trust' },
);
export type TrustSources = Static<typeof TrustSources>;

/** A passkey, and whose it is. */
export const FoundPasskey = Closed(
  {
    ...Passkey.properties,
    storeName: Type.String({ description: 'Identity store of its user' }),
    userExternalId: Type.String({ description: 'External ID of its user' }),
  },
  { description: 'A passkey with whose it is' },
);
export type FoundPasskey = Static<typeof FoundPasskey>;

/** A model of authenticators that people here use. */
export const AuthenticatorModel = Closed(
  {
    aaguid: Type.String({ description: 'AAGUID; zeros name no model' }),
    name: OptionalOutput('Name of the model'),
    passkeys: Type.Integer({ description: 'How many passkeys it holds' }),
    verified: Type.Integer({ description: 'How many of them prove the model' }),
    certificationLevel: OptionalOutput("FIDO's certification"),
    statuses: Type.Array(Type.String(), { description: 'What the metadata say, the newest last' }),
    findings: Type.Array(Type.String(), { description: 'What is held against its passkeys' }),
  },
  { description: 'A model of authenticators in use' },
);
export type AuthenticatorModel = Static<typeof AuthenticatorModel>;

export const createTrustAnchor = defineRoute({
  id: 'createTrustAnchor',
  method: 'POST',
  path: '/api/identity-store/trustAnchors',
  tag,
  summary: 'Trust a root of attestations',
  permission: 'IdentityStore:createTrustAnchor',
  body: NewTrustAnchor,
  status: 201,
  output: TrustAnchor,
  problems: ['trust-anchor.invalid', 'trust-anchor.already-known'],
});

export const listTrustAnchors = defineRoute({
  id: 'listTrustAnchors',
  method: 'GET',
  path: '/api/identity-store/trustAnchors',
  tag,
  summary: 'List the roots that are trusted beside the metadata',
  permission: 'IdentityStore:listTrustAnchors',
  query: Closed(pageQuery(['name', 'createdDtm'])),
  status: 200,
  output: PageOf(TrustAnchor),
  problems: [],
});

export const deleteTrustAnchor = defineRoute({
  id: 'deleteTrustAnchor',
  method: 'DELETE',
  path: '/api/identity-store/trustAnchors/{id}',
  tag,
  summary: 'Trust a root no longer; its passkeys are assessed anew',
  permission: 'IdentityStore:deleteTrustAnchor',
  params: Closed({ id: PathId }),
  status: 204,
  problems: ['trust-anchor.not-found'],
});

export const listTrustSources = defineRoute({
  id: 'listTrustSources',
  method: 'GET',
  path: '/api/identity-store/trustSources',
  tag,
  summary: 'Tell what is known from the metadata and the revocation lists',
  permission: 'IdentityStore:listTrustSources',
  status: 200,
  output: TrustSources,
  problems: [],
});

export const listAuthenticatorModels = defineRoute({
  id: 'listAuthenticatorModels',
  method: 'GET',
  path: '/api/identity-store/authenticatorModels',
  tag,
  summary: 'List the models of authenticators in use, the most used first',
  permission: 'IdentityStore:listAuthenticatorModels',
  query: Closed({
    ...pageQuery(['passkeys']),
    aaguid: Type.Optional(aaguid),
    finding: Type.Optional(finding),
  }),
  status: 200,
  output: PageOf(AuthenticatorModel),
  problems: [],
});

export const findPasskeys = defineRoute({
  id: 'findPasskeys',
  method: 'GET',
  path: '/api/identity-store/passkeys',
  tag,
  summary: 'Find passkeys of any user by their model, their attestation or what is held against them',
  permission: 'IdentityStore:findPasskeys',
  query: Closed({
    ...pageQuery(['createdDtm', 'name']),
    aaguid: Type.Optional(aaguid),
    finding: Type.Optional(finding),
    certificate: Type.Optional(
      Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of a certificate of the attestation' }),
    ),
    attestationFormat: Type.Optional(Type.String({ maxLength: 32, description: 'Attestation format' })),
    attestationType: Type.Optional(Type.String({ maxLength: 32, description: 'Attestation type' })),
  }),
  status: 200,
  output: PageOf(FoundPasskey),
  problems: [],
});

export const authenticatorRoutes = [
  createTrustAnchor,
  listTrustAnchors,
  deleteTrustAnchor,
  listTrustSources,
  listAuthenticatorModels,
  findPasskeys,
] as const;
