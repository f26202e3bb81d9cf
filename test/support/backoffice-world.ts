import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { buildBackoffice } from '@latchkey/backoffice';
import { newId } from '@latchkey/kernel';
import { allPermissions } from '../../apps/server/src/access/api-key.ts';
import { apiKeysHttp } from '../../apps/server/src/access/api-keys.http.ts';
import { createApiKey } from '../../apps/server/src/access/create-api-key.ts';
import { openAccess } from '../../apps/server/src/access/open-access.ts';
import { systemActor } from '../../apps/server/src/access/system-actor.ts';
import { tokenOrCookie } from '../../apps/server/src/access/token-or-cookie.ts';
import { auditHttp } from '../../apps/server/src/audit/audit.http.ts';
import { backofficeHttp } from '../../apps/server/src/backoffice/backoffice.http.ts';
import { startDatabase } from '../../apps/server/src/db/start-database.ts';
import { httpServer } from '../../apps/server/src/http/http-server.ts';
import { openLog } from '../../apps/server/src/http/log.ts';
import { composeOperators } from '../../apps/server/src/operators/compose-operators.ts';
import { ensureSetUpLink } from '../../apps/server/src/operators/ensure-set-up-link.ts';
import { passkeyRegistrationsHttp } from '../../apps/server/src/passkeys/passkey-registrations.http.ts';
import { passkeysHttp } from '../../apps/server/src/passkeys/passkeys.http.ts';
import { registrationUseCases } from '../../apps/server/src/passkeys/registration-use-cases.ts';
import { registrationPoliciesHttp } from '../../apps/server/src/relying-parties/registration-policies.http.ts';
import { relyingPartiesHttp } from '../../apps/server/src/relying-parties/relying-parties.http.ts';
import { storesHttp } from '../../apps/server/src/stores/stores.http.ts';
import { addTenant } from '../../apps/server/src/tenants/tenant.ts';
import { usersHttp } from '../../apps/server/src/users/users.http.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by what the tests expect of them.
type Json = any;

/** A server with the Backoffice and the identity side, on a database of its own. */
export type BackofficeWorld = {
  readonly baseUrl: string;
  /** The one-time link of the first administrator. */
  readonly setUpLink: string;
  /** Calls the API with a key that may do everything. */
  readonly call: (method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown) => Promise<Json>;
  readonly stop: () => Promise<void>;
};

/** Starts it on a free port; `dataDir` is for its embedded PostgreSQL. */
export async function backofficeWorld(dataDir: string): Promise<BackofficeWorld> {
  const [{ database, stop: stopDatabase }, assets] = await Promise.all([
    startDatabase({ dataDir } as Parameters<typeof startDatabase>[0], () => undefined),
    buildBackoffice(),
  ]);
  let baseUrl = '';
  const publicUrl = () => baseUrl;
  const needs = { database, sql: database, newId, now: Date.now, secretKey: randomBytes(32), publicUrl };
  const registrations = registrationUseCases({ ...needs, randomBytes, publicOrigin: publicUrl });
  const access = openAccess(needs);
  const operators = composeOperators(needs);
  const app = httpServer({
    routes: [
      ...storesHttp(needs),
      ...usersHttp(needs),
      ...relyingPartiesHttp(needs),
      ...registrationPoliciesHttp(needs),
      ...passkeyRegistrationsHttp({ sql: database, ...registrations }),
      ...passkeysHttp(needs),
      ...auditHttp(needs),
      ...apiKeysHttp({ ...needs, ...access }),
      ...operators.routes,
    ],
    authenticate: tokenOrCookie(access.authenticate, operators.authenticate),
    log: openLog('error'),
    ready: async () => undefined,
    publicUrl,
    version: '0.0.0',
    parts: [backofficeHttp({ assets, newNonce: () => randomBytes(16).toString('base64url') })],
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  baseUrl = `http://localhost:${(app.server.address() as AddressInfo).port}`;
  await addTenant(database, { id: 'demo', name: 'Demo' });
  const key = await createApiKey(needs)(database, systemActor('demo'), {
    name: 'seed',
    permissions: [...allPermissions('demo')],
  });
  const setUpLink = await ensureSetUpLink(database, 'demo', { newId, publicUrl: baseUrl });
  return {
    baseUrl,
    setUpLink: setUpLink ?? '',
    call: callWith(baseUrl, key.code),
    stop: async () => {
      await app.close();
      await stopDatabase();
    },
  };
}

const callWith =
  (baseUrl: string, code: string): BackofficeWorld['call'] =>
  async (method, path, body) => {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${code}`, 'content-type': 'application/json' },
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    });
    const answer = response.status === 204 ? undefined : await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
