import { type Static, Type } from 'typebox';
import { Closed, changeFields, Moment, OptionalText, Words } from './fields.ts';
import { Id, PathId } from './id.ts';
import { PageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

const permissions = Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
  maxItems: 500,
  description:
    'Permissions: `TNT#{tenant}#IdentityStore:listUsers`, or without the tenant; for one identity store `TNT#{tenant}#STO#{storeId}#IdentityStore:listUsers`',
});
const name = Type.String({ minLength: 1, maxLength: 255, description: 'Name, shown in createdBy' });
const status = Words(['ACTIVE', 'BLOCKED', 'ARCHIVED'], 'Only ACTIVE keys work');

const fields = {
  id: Id,
  type: Words(['PERMANENT', 'SESSION'], 'SESSION keys expire'),
  clientId: Type.String({ description: 'Client id for POST /oauth/token' }),
  name,
  description: Type.String({ description: 'What it is for' }),
  status,
  permissions,
  expiringDtm: Type.Optional(Moment('When it stops working')),
  ...changeFields,
} as const;

/** A key of the API, as it is read: without its secrets. */
export const ApiKey = Closed(fields, { description: 'An API key' });
export type ApiKey = Static<typeof ApiKey>;

/** A key as its creation answers it, the only time that its secrets are shown. */
export const CreatedApiKey = Closed(
  {
    ...fields,
    code: Type.String({ description: 'The API key itself, shown only now' }),
    clientSecret: Type.String({ description: 'Client secret for POST /oauth/token, shown only now' }),
  },
  { description: 'A new API key with its secrets' },
);
export type CreatedApiKey = Static<typeof CreatedApiKey>;

const expiringDtm = Type.String({ maxLength: 40, description: 'When it stops working (RFC 3339)' });

/** A new API key. */
export const NewApiKey = Closed({
  name,
  description: OptionalText(255, 'What it is for'),
  type: Type.Optional(Words(['PERMANENT', 'SESSION'], 'SESSION asks for expiringDtm')),
  permissions: Type.Optional(permissions),
  expiringDtm: Type.Optional(expiringDtm),
});
export type NewApiKey = Static<typeof NewApiKey>;

/** A change of an API key: what is absent stays. */
export const ApiKeyChange = Closed({
  name: Type.Optional(name),
  description: OptionalText(255, 'What it is for'),
  status: Type.Optional(status),
  permissions: Type.Optional(permissions),
  expiringDtm: Type.Optional(expiringDtm),
});
export type ApiKeyChange = Static<typeof ApiKeyChange>;

const tag = 'API keys';
const path = '/api/arthr/apiKeys';
const params = Closed({ apiKeyId: PathId });
const granting = ['api-key.invalid', 'api-key.permission-not-held', 'access.step-up-needed'];

export const createApiKey = defineRoute({
  id: 'createTenantApiKey',
  method: 'POST',
  path,
  tag,
  summary: 'Create an API key; the answer shows its secrets once',
  permission: 'ArthrServer:createTenantApiKey',
  body: NewApiKey,
  status: 201,
  output: CreatedApiKey,
  problems: granting,
});

export const listApiKeys = defineRoute({
  id: 'listTenantApiKeys',
  method: 'GET',
  path,
  tag,
  summary: 'List API keys',
  permission: 'ArthrServer:listTenantApiKeys',
  query: Closed({
    ...pageQuery(['name', 'createdDtm']),
    name: OptionalText(255, 'Pattern of the name, `%` for any text'),
  }),
  status: 200,
  output: PageOf(ApiKey),
  problems: [],
});

export const getApiKey = defineRoute({
  id: 'getFromTenant',
  method: 'GET',
  path: `${path}/{apiKeyId}`,
  tag,
  summary: 'Read an API key',
  permission: 'ArthrServer:getFromTenant',
  params,
  status: 200,
  output: ApiKey,
  problems: ['api-key.not-found'],
});

export const updateApiKey = defineRoute({
  id: 'updateTenantApiKey',
  method: 'POST',
  path: `${path}/{apiKeyId}`,
  tag,
  summary: 'Change an API key',
  permission: 'ArthrServer:updateTenantApiKey',
  params,
  body: ApiKeyChange,
  status: 200,
  output: ApiKey,
  problems: ['api-key.not-found', ...granting],
});

export const deleteApiKey = defineRoute({
  id: 'deleteFromTenant',
  method: 'DELETE',
  path: `${path}/{apiKeyId}`,
  tag,
  summary: 'Delete an API key',
  permission: 'ArthrServer:deleteFromTenant',
  params,
  status: 204,
  problems: ['api-key.not-found'],
});

export const issueToken = defineRoute({
  id: 'issueToken',
  method: 'POST',
  path: `${path}/issue`,
  tag,
  summary: 'Exchange the API key in X-API-Key for a bearer token',
  permission: 'public',
  body: Closed({}),
  status: 200,
  output: Closed({
    token: Type.String({ description: 'Bearer token' }),
    ttl: Type.Integer({ description: 'Seconds until it expires' }),
  }),
  problems: ['access.unauthenticated'],
});

export const apiKeyRoutes = [
  createApiKey,
  listApiKeys,
  getApiKey,
  updateApiKey,
  deleteApiKey,
  issueToken,
] as const;
