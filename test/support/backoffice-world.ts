import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { buildBackoffice } from '@latchkey/backoffice';
import { buildClient } from '@latchkey/journey';
import { newId } from '@latchkey/kernel';
import { allPermissions } from '../../apps/server/src/access/api-key.ts';
import { createApiKey } from '../../apps/server/src/access/create-api-key.ts';
import { systemActor } from '../../apps/server/src/access/system-actor.ts';
import { compose } from '../../apps/server/src/compose.ts';
import { startDatabase } from '../../apps/server/src/db/start-database.ts';
import { openLog } from '../../apps/server/src/http/log.ts';
import { ensureSetUpLink } from '../../apps/server/src/operators/ensure-set-up-link.ts';
import { addTenant } from '../../apps/server/src/tenants/tenant.ts';

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
  const [{ database, stop: stopDatabase }, backoffice, assets] = await Promise.all([
    startDatabase({ dataDir } as Parameters<typeof startDatabase>[0], () => undefined),
    buildBackoffice(),
    buildClient(),
  ]);
  let baseUrl = '';
  const publicUrl = () => baseUrl;
  const needs = { database, newId, now: Date.now, secretKey: randomBytes(32), publicUrl };
  const { app, clockwork } = await compose({
    ...needs,
    assets,
    backoffice,
    log: openLog('error'),
    version: '0.0.0',
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  baseUrl = `http://localhost:${(app.server.address() as AddressInfo).port}`;
  clockwork.start();
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
      await Promise.all([clockwork.stop(), app.close()]);
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
