import { type Static, Type } from 'typebox';
import { Clearable, Closed, changeFields, OptionalOutput, OptionalText } from './fields.ts';
import { Id, PathName } from './id.ts';
import { PageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';
import { UserStatus } from './user-status.ts';

const maxUsers = Type.Integer({
  minimum: 1,
  maximum: 100_000_000,
  description: 'How many users it may hold',
});
const maxPasskeysPerUser = Type.Integer({
  minimum: 1,
  maximum: 100,
  description: 'How many passkeys one user may hold at one relying party',
});
const Name = Type.String({
  pattern: '^[A-Za-z0-9][A-Za-z0-9._ -]{0,63}$',
  description: 'Unique name: letters, digits, `.`, `_`, `-` and spaces, at most 64',
});

/** A set of users with its own rules. */
export const Store = Closed(
  {
    id: Id,
    name: Type.String({ description: 'Unique name in the tenant; stands in paths' }),
    description: Type.String({ description: 'What it is for' }),
    defaultLocaleLanguage: OptionalOutput('Language that new users get'),
    defaultLocaleCountry: OptionalOutput('Country that new users get'),
    defaultLocaleVariant: OptionalOutput('Locale variant that new users get'),
    defaultTimeZone: Type.String({ description: 'Time zone that new users get' }),
    defaultUserStatus: Type.String({ description: 'Status that new users get' }),
    maxUsers,
    maxPasskeysPerUser,
    ...changeFields,
  },
  { description: 'An identity store' },
);
export type Store = Static<typeof Store>;

/** A new store. */
export const NewStore = Closed({
  name: Name,
  description: OptionalText(2000, 'What it is for'),
  defaultLocaleLanguage: OptionalText(2, 'Language that new users get (ISO 639, two letters)'),
  defaultLocaleCountry: OptionalText(2, 'Country that new users get (ISO 3166-1 alpha-2)'),
  defaultLocaleVariant: OptionalText(64, 'Locale variant that new users get'),
  defaultTimeZone: OptionalText(64, 'Time zone that new users get (TZDB); UTC unless told'),
  defaultUserStatus: Type.Optional(UserStatus),
  maxUsers: Type.Optional(maxUsers),
  maxPasskeysPerUser: Type.Optional(maxPasskeysPerUser),
});
export type NewStore = Static<typeof NewStore>;

/** A change of a store: what is absent stays. */
export const StoreChange = Closed({
  name: Type.Optional(Name),
  description: OptionalText(2000, 'What it is for'),
  defaultLocaleLanguage: Clearable(2, 'Language that new users get (ISO 639, two letters)'),
  defaultLocaleCountry: Clearable(2, 'Country that new users get (ISO 3166-1 alpha-2)'),
  defaultLocaleVariant: Clearable(64, 'Locale variant that new users get'),
  defaultTimeZone: OptionalText(64, 'Time zone that new users get (TZDB)'),
  defaultUserStatus: Type.Optional(UserStatus),
  maxUsers: Type.Optional(maxUsers),
  maxPasskeysPerUser: Type.Optional(maxPasskeysPerUser),
});
export type StoreChange = Static<typeof StoreChange>;

const tag = 'Identity stores';
const path = '/api/identity-store/stores';
const params = Closed({ storeName: PathName });

export const createStore = defineRoute({
  id: 'createStore',
  method: 'POST',
  path,
  tag,
  summary: 'Create an identity store',
  permission: 'IdentityStore:createStore',
  body: NewStore,
  status: 201,
  output: Store,
  problems: ['tenant.limit-reached', 'store.invalid', 'store.name-not-unique'],
});

export const listStores = defineRoute({
  id: 'listStores',
  method: 'GET',
  path,
  tag,
  summary: 'List the identity stores',
  permission: 'IdentityStore:listStores',
  query: Closed({
    ...pageQuery(['name', 'createdDtm']),
    name: OptionalText(128, 'Pattern of the name, `%` for any text'),
  }),
  status: 200,
  output: PageOf(Store),
  problems: [],
});

export const getStore = defineRoute({
  id: 'getStore',
  method: 'GET',
  path: `${path}/{storeName}`,
  tag,
  summary: 'Read an identity store',
  permission: 'IdentityStore:getStore',
  params,
  status: 200,
  output: Store,
  problems: ['store.not-found'],
});

export const updateStore = defineRoute({
  id: 'updateStore',
  method: 'POST',
  path: `${path}/{storeName}`,
  tag,
  summary: 'Change an identity store',
  permission: 'IdentityStore:updateStore',
  params,
  body: StoreChange,
  status: 200,
  output: Store,
  problems: ['store.not-found', 'store.invalid', 'store.name-not-unique'],
});

export const deleteStore = defineRoute({
  id: 'deleteStore',
  method: 'DELETE',
  path: `${path}/{storeName}`,
  tag,
  summary: 'Delete an identity store that holds neither users nor relying parties',
  permission: 'IdentityStore:deleteStore',
  params,
  status: 204,
  problems: ['store.not-found', 'store.not-empty'],
});

export const storeRoutes = [createStore, listStores, getStore, updateStore, deleteStore] as const;
