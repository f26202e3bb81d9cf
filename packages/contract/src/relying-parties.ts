import { type Static, Type } from 'typebox';
import { Clearable, Closed, changeFields, OptionalOutput } from './fields.ts';
import { Id, PathName, PathRelyingPartyId } from './id.ts';
import { PageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

const relyingPartyId = Type.String({
  minLength: 1,
  maxLength: 253,
  description: 'Relying party ID: a lower-case domain, or localhost (WebAuthn `rp.id`)',
  examples: ['example.com'],
});
const name = Type.String({
  minLength: 1,
  maxLength: 128,
  description: 'Configuration name, shown by browsers (WebAuthn `rp.name`)',
});
const restrictedOrigins = Type.Array(Type.String({ minLength: 1, maxLength: 300 }), {
  maxItems: 50,
  uniqueItems: true,
  description:
    'Exact origins that may use passkeys: of the domain, or of apps (`android:apk-key-hash:…`, `ios:bundle-id:…`); none means the relying party ID itself',
});

const relatedOrigins = Type.Array(Type.String({ minLength: 1, maxLength: 300 }), {
  maxItems: 50,
  uniqueItems: true,
  description: 'Origins of other domains that may use the passkeys, served at /.well-known/webauthn',
});
const enrollUrl = Clearable(2000, 'Where people make a passkey, served at /.well-known/passkey-endpoints');
const manageUrl = Clearable(2000, 'Where people manage passkeys, served at /.well-known/passkey-endpoints');

/** Who passkeys are for. */
export const RelyingParty = Closed(
  {
    id: Id,
    relyingPartyId,
    name,
    restrictedOrigins,
    relatedOrigins,
    enrollUrl: OptionalOutput('Where people make a passkey'),
    manageUrl: OptionalOutput('Where people manage passkeys'),
    warnings: Type.Array(Type.String(), { description: 'What browsers may not do as configured' }),
    ...changeFields,
  },
  { description: 'A relying party' },
);
export type RelyingParty = Static<typeof RelyingParty>;

/** A new relying party. */
export const NewRelyingParty = Closed({
  relyingPartyId,
  name,
  restrictedOrigins: Type.Optional(restrictedOrigins),
  relatedOrigins: Type.Optional(relatedOrigins),
  enrollUrl,
  manageUrl,
});
export type NewRelyingParty = Static<typeof NewRelyingParty>;

/** A change of a relying party: what is absent stays. Its ID never changes, since passkeys are bound to it. */
export const RelyingPartyChange = Closed({
  name: Type.Optional(name),
  restrictedOrigins: Type.Optional(restrictedOrigins),
  relatedOrigins: Type.Optional(relatedOrigins),
  enrollUrl,
  manageUrl,
});
export type RelyingPartyChange = Static<typeof RelyingPartyChange>;

const tag = 'Relying parties';
const path = '/api/identity-store/stores/{storeName}/relyingParties';
const one = `${path}/{rpId}` as const;
const inStore = Closed({ storeName: PathName });
const params = Closed({ storeName: PathName, rpId: PathRelyingPartyId });
const absent = ['store.not-found', 'relying-party.not-found'];

export const createRelyingParty = defineRoute({
  id: 'createRelyingParty',
  method: 'POST',
  path,
  tag,
  summary: 'Add a relying party',
  permission: 'IdentityStore:createRelyingParty',
  params: inStore,
  body: NewRelyingParty,
  status: 201,
  output: RelyingParty,
  problems: ['store.not-found', 'relying-party.invalid', 'relying-party.id-not-unique'],
});

export const listRelyingParties = defineRoute({
  id: 'listRelyingParties',
  method: 'GET',
  path,
  tag,
  summary: 'List the relying parties of a store',
  permission: 'IdentityStore:listRelyingParties',
  params: inStore,
  query: Closed(pageQuery(['relyingPartyId', 'name', 'createdDtm'])),
  status: 200,
  output: PageOf(RelyingParty),
  problems: ['store.not-found'],
});

export const getRelyingParty = defineRoute({
  id: 'getRelyingParty',
  method: 'GET',
  path: one,
  tag,
  summary: 'Read a relying party',
  permission: 'IdentityStore:getRelyingParty',
  params,
  status: 200,
  output: RelyingParty,
  problems: absent,
});

export const updateRelyingParty = defineRoute({
  id: 'updateRelyingParty',
  method: 'POST',
  path: one,
  tag,
  summary: 'Change a relying party',
  permission: 'IdentityStore:updateRelyingParty',
  params,
  body: RelyingPartyChange,
  status: 200,
  output: RelyingParty,
  problems: [...absent, 'relying-party.invalid'],
});

export const deleteRelyingParty = defineRoute({
  id: 'deleteRelyingParty',
  method: 'DELETE',
  path: one,
  tag,
  summary: 'Delete a relying party that has no passkeys, and its policies',
  permission: 'IdentityStore:deleteRelyingParty',
  params,
  status: 204,
  problems: [...absent, 'relying-party.in-use'],
});

export const relyingPartyRoutes = [
  createRelyingParty,
  listRelyingParties,
  getRelyingParty,
  updateRelyingParty,
  deleteRelyingParty,
] as const;
