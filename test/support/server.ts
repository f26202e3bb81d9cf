import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Assets, assetsPath } from '@latchkey/journey';
import { newId } from '@latchkey/kernel';
import { allPermissions } from '../../apps/server/src/access/api-key.ts';
import { createApiKey } from '../../apps/server/src/access/create-api-key.ts';
import type { Access } from '../../apps/server/src/access/open-access.ts';
import { systemActor } from '../../apps/server/src/access/system-actor.ts';
import { type Composition, compose } from '../../apps/server/src/compose.ts';
import type { Database } from '../../apps/server/src/db/sql.ts';
import { openLog } from '../../apps/server/src/http/log.ts';
import { addTenant } from '../../apps/server/src/tenants/tenant.ts';
import { testDatabase } from './postgres.ts';

/** The server, and what its `inject` answers. */
type App = Composition['app'];
type Injected = Awaited<ReturnType<App['inject']>>;

/** One call of the API; the answer has its JSON read. */
export type Call = (
  method: 'GET' | 'POST' | 'DELETE',
  url: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<{ status: number; body: Json; headers: Injected['headers'] }>;

// biome-ignore lint/suspicious/noExplicitAny: answers are judged by what the tests expect of them.
type Json = any;

/** A client of the API: its key, its secrets, and calls with its key. */
export type TestClient = {
  readonly call: Call;
  readonly code: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly id: string;
};

/** A server over a database of its own, driven in process. */
export type TestServer = {
  readonly app: App;
  readonly access: Access;
  readonly database: Database;
  readonly connectionString: string;
  readonly clock: { now: number };
  /** Calls without any credential. */
  readonly call: Call;
  /** Adds a tenant, if it is not there, and a client in it; every permission unless told. */
  readonly client: (tenant: string, permissions?: readonly string[]) => Promise<TestClient>;
  /** What the server wrote to its log. */
  readonly log: readonly string[];
  readonly close: () => Promise<void>;
};

export const publicUrl = 'http://localhost:3000';

/** Starts a server over a fresh database; `secretKey` and `database` let two servers share theirs. */
export async function testServer(
  shared: { readonly secretKey?: Uint8Array; readonly database?: Database } = {},
): Promise<TestServer> {
  const own = shared.database ? undefined : await testDatabase();
  const database = shared.database ?? (own as NonNullable<typeof own>).database;
  const secretKey = shared.secretKey ?? randomBytes(32);
  const clock = { now: Date.now() };
  const now = () => clock.now;
  const log: string[] = [];
  const assets = await noAssets();
  const { app, access } = await compose({
    database,
    log: openLog('warn', { write: (line) => void log.push(line) }),
    now,
    secretKey,
    publicUrl: () => publicUrl,
    assets,
    version: '0.0.0',
  });
  const call = callOn(app);
  const create = createApiKey({ newId, now });
  const client = async (tenant: string, permissions = allPermissions(tenant)): Promise<TestClient> => {
    await addTenant(database, { id: tenant, name: tenant });
    const key = await create(database, systemActor(tenant), { name: tenant, permissions: [...permissions] });
    const { code, clientId, clientSecret, id } = key;
    return { code, clientId, clientSecret, id, call: callOn(app, { authorization: `Bearer ${code}` }) };
  };
  const close = async () => {
    await app.close();
    await rm(assets.directory, { recursive: true });
    await own?.close();
  };
  return {
    app,
    access,
    database,
    connectionString: own?.connectionString ?? '',
    clock,
    call,
    client,
    log,
    close,
  };
}

/** The pages' script is not what these tests are about, so it is empty. */
async function noAssets(): Promise<Assets> {
  const directory = await mkdtemp(join(tmpdir(), 'latchkey-assets-'));
  await writeFile(join(directory, 'main.js'), '');
  return { scriptUrl: `${assetsPath}main.js`, css: '', directory };
}

const callOn =
  (app: App, standing: Readonly<Record<string, string>> = {}): Call =>
  async (method, url, body, headers = {}) => {
    const payload = body === undefined ? {} : { payload: body as object };
    const answer = await app.inject({ method, url, ...payload, headers: { ...standing, ...headers } });
    return { status: answer.statusCode, body: read(answer), headers: answer.headers };
  };

function read(answer: Injected): Json {
  const isJson = String(answer.headers['content-type']).includes('json');
  return isJson ? answer.json() : answer.body;
}
