import { Type } from 'typebox';
import { Closed, OptionalText } from './fields.ts';
import { PathExternalId, PathId, PathName } from './id.ts';
import { PageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';
import { statusText, UserStatus } from './user-status.ts';
import { NewUser, User, UserChange } from './users.ts';

const tag = 'Users';
const path = '/api/identity-store/stores/{storeName}/users';
const byId = `${path}/{userId}` as const;
const byExternalId = `${path}/{userExtId}` as const;

const inStore = Closed({ storeName: PathName });
const withId = Closed({ storeName: PathName, userId: PathId });
const withExternalId = Closed({ storeName: PathName, userExtId: PathExternalId });
const status = Type.String({ minLength: 1, maxLength: 32, description: statusText });

const absent = ['store.not-found', 'user.not-found'];
const changing = [...absent, 'user.invalid', 'user.external-id-not-unique'];

export const createUser = defineRoute({
  id: 'createUser',
  method: 'POST',
  path,
  tag,
  summary: 'Add a user',
  permission: 'IdentityStore:createUser',
  params: inStore,
  body: NewUser,
  status: 201,
  output: User,
  problems: [
    'tenant.limit-reached',
    'store.not-found',
    'user.invalid',
    'user.external-id-not-unique',
    'user.store-full',
  ],
});

export const listUsers = defineRoute({
  id: 'listUsers',
  method: 'GET',
  path,
  tag,
  summary: 'List users',
  permission: 'IdentityStore:listUsers',
  params: inStore,
  query: Closed({
    ...pageQuery(['createdDtm', 'lastUpdatedDtm', 'externalId', 'email', 'firstName', 'lastName', 'status']),
    name: OptionalText(128, 'Pattern of first name, last name or both, `%` for any text'),
    email: OptionalText(254, 'Pattern of the e-mail address, `%` for any text'),
    externalId: OptionalText(128, 'Pattern of the external ID, `%` for any text'),
    status: Type.Optional(UserStatus),
  }),
  status: 200,
  output: PageOf(User),
  problems: ['store.not-found', 'user.invalid'],
});

export const getUser = defineRoute({
  id: 'getUser',
  method: 'GET',
  path: byId,
  tag,
  summary: 'Read a user',
  permission: 'IdentityStore:getUser',
  params: withId,
  status: 200,
  output: User,
  problems: absent,
});

export const getUserByExtId = defineRoute({
  id: 'getUserByExtId',
  method: 'GET',
  path: `${byExternalId}/ext`,
  tag,
  summary: 'Read a user by external ID',
  permission: 'IdentityStore:getUserByExtId',
  params: withExternalId,
  status: 200,
  output: User,
  problems: absent,
});

export const updateUser = defineRoute({
  id: 'updateUser',
  method: 'POST',
  path: byId,
  tag,
  summary: 'Change a user',
  permission: 'IdentityStore:updateUser',
  params: withId,
  body: UserChange,
  status: 200,
  output: User,
  problems: changing,
});

export const updateUserByExtId = defineRoute({
  id: 'updateUserByExtId',
  method: 'POST',
  path: `${byExternalId}/ext`,
  tag,
  summary: 'Change a user by external ID',
  permission: 'IdentityStore:updateUserByExtId',
  params: withExternalId,
  body: UserChange,
  status: 200,
  output: User,
  problems: changing,
});

export const updateUserStatus = defineRoute({
  id: 'updateUserStatus',
  method: 'POST',
  path: `${byId}/status/{status}`,
  tag,
  summary: "Change a user's status",
  permission: 'IdentityStore:updateUserStatus',
  params: Closed({ storeName: PathName, userId: PathId, status }),
  status: 200,
  output: User,
  problems: [...absent, 'user.invalid'],
});

export const updateUserStatusByExtId = defineRoute({
  id: 'updateUserStatusByExtId',
  method: 'POST',
  path: `${byExternalId}/status/{status}/ext`,
  tag,
  summary: "Change a user's status by external ID",
  permission: 'IdentityStore:updateUserStatusByExtId',
  params: Closed({ storeName: PathName, userExtId: PathExternalId, status }),
  status: 200,
  output: User,
  problems: [...absent, 'user.invalid'],
});

export const deleteUser = defineRoute({
  id: 'deleteUser',
  method: 'DELETE',
  path: byId,
  tag,
  summary: 'Delete a user and its passkeys',
  permission: 'IdentityStore:deleteUser',
  params: withId,
  status: 204,
  problems: absent,
});

export const deleteUserByExtId = defineRoute({
  id: 'deleteUserByExtId',
  method: 'DELETE',
  path: `${byExternalId}/ext`,
  tag,
  summary: 'Delete a user and its passkeys by external ID',
  permission: 'IdentityStore:deleteUserByExtId',
  params: withExternalId,
  status: 204,
  problems: absent,
});

export const userRoutes = [
  createUser,
  listUsers,
  getUser,
  getUserByExtId,
  updateUser,
  updateUserByExtId,
  updateUserStatus,
  updateUserStatusByExtId,
  deleteUser,
  deleteUserByExtId,
] as const;
