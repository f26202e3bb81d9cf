import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { operationsOf, permissionIn, routes } from '@latchkey/contract';
import { newId } from '@latchkey/kernel';
import type { ClientRequest } from '@latchkey/passkeys';
import { accessProblems } from '../../apps/server/src/access/access-problems.ts';
import type { Actor } from '../../apps/server/src/access/actor.ts';
import { auditHttp } from '../../apps/server/src/audit/audit.http.ts';
import type { Database } from '../../apps/server/src/db/sql.ts';
import { httpServer } from '../../apps/server/src/http/http-server.ts';
import { openLog } from '../../apps/server/src/http/log.ts';
import { passkeyRegistrationsHttp } from '../../apps/server/src/passkeys/passkey-registrations.http.ts';
import { passkeysHttp } from '../../apps/server/src/passkeys/passkeys.http.ts';
import { registrationUseCases } from '../../apps/server/src/passkeys/registration-use-cases.ts';
import { registrationPoliciesHttp } from '../../apps/server/src/relying-parties/registration-policies.http.ts';
import { relyingPartiesHttp } from '../../apps/server/src/relying-parties/relying-parties.http.ts';
import { storesHttp } from '../../apps/server/src/stores/stores.http.ts';
import { usersHttp } from '../../apps/server/src/users/users.http.ts';
import { testDatabase } from './postgres.ts';

/** What an HTTP request was answered. */
export type Answer<Body = Record<string, unknown>> = { readonly status: number; readonly body: Body };
export type Started = { readonly clientRequest: ClientRequest; readonly sessionId: string };

/** The origin that people see in these tests. */
export const publicOrigin = 'http://localhost:3000';

/** An actor with every permission of its tenant, or with those that are named. */
export const actorOf = (tenant: string, permissions: readonly string[] = operationsOf(routes)): Actor => ({
  kind: 'client',
  tenant,
  id: `client-of-${tenant}`,
  name: `API Key: ${tenant}`,
  permissions: new Set(permissions.map((one) => permissionIn(tenant, one))),
});

/** Serves the identity routes over real HTTP; a bearer token is the name of one of the `actors`. */
export async function serveIdentity(database: Database, actors: Readonly<Record<string, Actor>>) {
  const registrations = registrationUseCases({
    newId,
    now: Date.now,
    randomBytes,
    publicOrigin: () => publicOrigin,
  });
  const needs = { sql: database, newId };
  const app = httpServer({
    routes: [
      ...storesHttp(needs),
      ...usersHttp(needs),
      ...relyingPartiesHttp(needs),
      ...registrationPoliciesHttp(needs),
      ...passkeysHttp(needs),
      ...auditHttp(needs),
      ...passkeyRegistrationsHttp({ sql: database, ...registrations }),
    ],
    authenticate: async ({ authorization }) => {
      const actor = actors[authorization?.replace('Bearer ', '') ?? ''];
      if (!actor) throw accessProblems.create('access.unauthenticated');
      return actor;
    },
    log: openLog('error'),
    ready: async () => undefined,
    publicUrl: () => publicOrigin,
    version: '0.0.0',
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return { call: caller(`http://127.0.0.1:${port}`), close: () => app.close() };
}

export type Call = ReturnType<typeof caller>;

/** Calls the API: `call('POST', path, body, token)`. */
export const caller =
  (base: string) =>
  async <Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    token = 'demo',
  ): Promise<Answer<Body>> => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Body };
  };

/** A database with two tenants, and the guide's store, relying party and policy in the first. */
export async function registrationWorld(options: { readonly poolSize?: number } = {}) {
  const { database, connectionString, close } = await testDatabase(options);
  await database.change({
    name: 'test.tenants',
    text: "insert into tenants (id, name) values ('demo', 'Demo'), ('other', 'Other')",
  });
  const actors = {
    demo: actorOf('demo'),
    other: actorOf('other'),
    poor: actorOf('demo', ['IdentityStore:getUser']),
    byExtId: actorOf('demo', ['IdentityStore:createPasskeyRegistrationForUserByExtId']),
    byId: actorOf('demo', ['IdentityStore:createPasskeyRegistrationForUser']),
  };
  const server = await serveIdentity(database, actors);
  const { call } = server;
  const store = '/api/identity-store/stores/people';
  await call('POST', '/api/identity-store/stores', { name: 'people' });
  await call('POST', `${store}/relyingParties`, { relyingPartyId: 'localhost', name: 'passkeyConfig' });
  await call('POST', `${store}/relyingParties/localhost/registrationPolicies`, { name: 'policy1' });
  return {
    database,
    connectionString,
    actors,
    call,
    store,
    newUser: async (user: Record<string, unknown> = {}) =>
      (await call<{ id: string; externalId: string }>('POST', `${store}/users`, user)).body,
    startOf: (userId: string) =>
      `${store}/users/${userId}/passkeys/relyingParties/localhost/registrations/policy1`,
    close: async () => {
      await server.close();
      await close();
    },
  };
}
