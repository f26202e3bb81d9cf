import { operationsOf, permissionIn, routes } from '@latchkey/contract';
import type { ClientRequest } from '@latchkey/passkeys';
import type { Actor } from '../../apps/server/src/access/actor.ts';
import type { Database } from '../../apps/server/src/db/sql.ts';
import { composed, keyIn, usualKey } from './composed.ts';
import { testDatabase } from './postgres.ts';

export { publicUrl as publicOrigin } from './composed.ts';

/** What an HTTP request was answered. */
export type Answer<Body = Record<string, unknown>> = { readonly status: number; readonly body: Body };
export type Started = { readonly clientRequest: ClientRequest; readonly sessionId: string };

/** An actor with every permission of its tenant, or with those that are named. */
export const actorOf = (tenant: string, permissions: readonly string[] = operationsOf(routes)): Actor => ({
  kind: 'client',
  tenant,
  id: `client-of-${tenant}`,
  name: `API Key: ${tenant}`,
  permissions: new Set(permissions.map((one) => permissionIn(tenant, one))),
});

/** API keys by the names that tests call with. */
export type Keys = Readonly<Record<string, string>>;

/** One server process on a database, over real HTTP. */
export async function serve(database: Database, keys: Keys, secretKey: Uint8Array = usualKey) {
  const server = await composed(database, { secretKey });
  return { call: caller(await server.listen(), keys), close: server.close };
}

export type Call = ReturnType<typeof caller>;

/** Calls the API: `call('POST', path, body, name of a key)`; an unknown name is sent as it is. */
export const caller =
  (base: string, keys: Keys) =>
  async <Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    name = 'demo',
  ): Promise<Answer<Body>> => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${keys[name] ?? name}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Body };
  };

/** The product over a database with two tenants; the guide's store, relying party and policy in the first. */
export async function registrationWorld(options: { readonly poolSize?: number } = {}) {
  const { database, owner, connectionString, close } = await testDatabase(options);
  const ofGuide = (...operations: readonly string[]) => operations.map((one) => permissionIn('demo', one));
  const keyOf = async (tenant: string, permissions?: readonly string[]) =>
    (await keyIn(database, tenant, permissions)).code;
  const keys: Keys = {
    demo: await keyOf('demo'),
    other: await keyOf('other'),
    poor: await keyOf('demo', ofGuide('IdentityStore:getUser')),
    byExtId: await keyOf('demo', ofGuide('IdentityStore:createPasskeyRegistrationForUserByExtId')),
    byId: await keyOf('demo', ofGuide('IdentityStore:createPasskeyRegistrationForUser')),
  };
  const server = await serve(database, keys);
  const { call } = server;
  const store = '/api/identity-store/stores/people';
  await call('POST', '/api/identity-store/stores', { name: 'people' });
  await call('POST', `${store}/relyingParties`, { relyingPartyId: 'localhost', name: 'passkeyConfig' });
  await call('POST', `${store}/relyingParties/localhost/registrationPolicies`, { name: 'policy1' });
  return {
    database,
    owner,
    connectionString,
    keys,
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
