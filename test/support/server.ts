import type { Access } from '../../apps/server/src/access/open-access.ts';
import type { Composition } from '../../apps/server/src/compose.ts';
import type { Database } from '../../apps/server/src/db/sql.ts';
import type { Rates } from '../../apps/server/src/limits/rate.ts';
import { composed, keyIn } from './composed.ts';
import { testDatabase } from './postgres.ts';

export { publicUrl } from './composed.ts';

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
  /** As the owner, who sees every tenant; of a shared database its opener has it. */
  readonly owner: Database;
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

/** Starts a server over a fresh database; `secretKey` and `database` let two servers share theirs. */
export async function testServer(
  shared: {
    readonly secretKey?: Uint8Array;
    readonly database?: Database;
    readonly rates?: Rates | undefined;
  } = {},
): Promise<TestServer> {
  const own = shared.database ? undefined : await testDatabase();
  const database = shared.database ?? (own as NonNullable<typeof own>).database;
  const clock = { now: Date.now() };
  const { app, access, log, close } = await composed(database, {
    clock,
    ...(shared.secretKey && { secretKey: shared.secretKey }),
    ...(shared.rates && { rates: shared.rates }),
  });
  const client = async (tenant: string, permissions?: readonly string[]): Promise<TestClient> => {
    const { code, clientId, clientSecret, id } = await keyIn(database, tenant, permissions, () => clock.now);
    return { code, clientId, clientSecret, id, call: callOn(app, { authorization: `Bearer ${code}` }) };
  };
  return {
    app,
    access,
    database,
    owner: own?.owner ?? database,
    connectionString: own?.connectionString ?? '',
    clock,
    call: callOn(app),
    client,
    log,
    close: async () => {
      await close();
      await own?.close();
    },
  };
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
