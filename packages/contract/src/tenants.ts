import { type Static, Type } from 'typebox';
import { Closed, Moment, Words } from './fields.ts';
import { PageOf, pageQuery } from './page.ts';
import { defineRoute } from './route.ts';

const limit = (description: string) =>
  Type.Optional(
    Type.Unsafe<number | null>({
      type: ['integer', 'null'],
      minimum: 0,
      maximum: Number.MAX_SAFE_INTEGER,
      description: `${description}; null or absent: no limit`,
    }),
  );
const count = (description: string) =>
  Type.Optional(
    Type.Unsafe<number | null>({
      type: ['integer', 'null'],
      minimum: 0,
      maximum: 2_147_483_647,
      description: `${description}; null or absent: no limit`,
    }),
  );

const usual = (description: string) =>
  Type.Optional(
    Type.Unsafe<number | null>({
      type: ['integer', 'null'],
      minimum: 0,
      maximum: 2_147_483_647,
      description: `${description}; null or absent: what is usual on the platform`,
    }),
  );

/** Most that a tenant may hold or do. */
export const TenantLimits = Closed(
  {
    users: limit('Users, in all of its identity stores'),
    stores: count('Identity stores'),
    definitions: count('Versions of process definitions'),
    runningInstances: limit('Process instances that have not ended'),
    storageBytes: limit('Bytes of forms, pages, themes and diagrams'),
    requestsPerMinute: count('Requests of the API in a minute'),
    clientRequestsPerMinute: usual('Requests of one API client in a minute'),
    operatorRequestsPerMinute: usual('Requests of one operator in a minute'),
    visitorRequestsPerMinute: usual('Requests of one browser in journeys in a minute'),
    registrationsPerUserAndHour: usual('Passkey registrations that one actor starts for one user in an hour'),
  },
  { description: 'Most that a tenant may hold or do' },
);
export type TenantLimits = Static<typeof TenantLimits>;

const id = Type.String({
  pattern: '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$',
  description: 'Identifier, and first label of its host name: lower-case letters, digits and hyphens',
  examples: ['acme'],
});
const name = Type.String({ minLength: 1, maxLength: 255, description: 'Name that people see' });

/** An organisation on the platform. */
export const Tenant = Closed(
  {
    id: Type.String({ description: 'Identifier, and first label of its host name' }),
    name,
    status: Words(['ACTIVE', 'DELETING'], 'DELETING: nobody gets in, everything of it is being erased'),
    createdDtm: Moment('When it was created'),
    limits: TenantLimits,
  },
  { description: 'A tenant' },
);
export type Tenant = Static<typeof Tenant>;

export const NewTenant = Closed({ id, name, limits: Type.Optional(TenantLimits) });
export type NewTenant = Static<typeof NewTenant>;

const tag = 'Tenants';
const path = '/api/platform/tenants';
const params = Closed({
  tenantId: Type.String({ minLength: 1, maxLength: 128, description: 'Identifier of the tenant' }),
});

export const createTenant = defineRoute({
  id: 'createTenant',
  method: 'POST',
  path,
  tag,
  summary: 'Create a tenant; the answer holds the link by which its first administrator signs up, once',
  permission: 'Platform:createTenant',
  body: NewTenant,
  status: 201,
  output: Closed({
    tenant: Tenant,
    setUpUrl: Type.String({ description: 'One-time link of the first administrator, good for a day' }),
  }),
  problems: ['tenant.id-not-unique', 'tenant.platform-only'],
});

export const listTenants = defineRoute({
  id: 'listTenants',
  method: 'GET',
  path,
  tag,
  summary: 'List tenants',
  permission: 'Platform:listTenants',
  query: Closed(pageQuery(['id'])),
  status: 200,
  output: PageOf(Tenant),
  problems: ['tenant.platform-only'],
});

export const getTenant = defineRoute({
  id: 'getTenant',
  method: 'GET',
  path: `${path}/{tenantId}`,
  tag,
  summary: 'Read a tenant',
  permission: 'Platform:listTenants',
  params,
  status: 200,
  output: Tenant,
  problems: ['tenant.not-found'],
});

export const updateTenantLimits = defineRoute({
  id: 'updateTenantLimits',
  method: 'POST',
  path: `${path}/{tenantId}/limits`,
  tag,
  summary: 'Set the limits of a tenant; what is absent is not limited',
  permission: 'Platform:updateTenantLimits',
  params,
  body: TenantLimits,
  status: 200,
  output: Tenant,
  problems: ['tenant.not-found'],
});

export const deleteTenant = defineRoute({
  id: 'deleteTenant',
  method: 'DELETE',
  path: `${path}/{tenantId}`,
  tag,
  summary: 'Delete a tenant: nobody gets in from now on, and everything of it is erased in the background',
  permission: 'Platform:deleteTenant',
  params,
  status: 200,
  output: Tenant,
  problems: ['tenant.not-found', 'tenant.is-platform'],
});

export const tenantRoutes = [createTenant, listTenants, getTenant, updateTenantLimits, deleteTenant] as const;
