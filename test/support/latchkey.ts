import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What `npm start -- --json` prints when ready. */
export type Facts = {
  readonly baseUrl: string;
  readonly tenant: string;
  readonly storeName: string;
  readonly relyingPartyId: string;
  readonly registrationPolicy: string;
  readonly journeyUrl: string;
  readonly apiKey: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accessToken: string;
  /** Makes the first administrator; only while there is none. */
  readonly setUpUrl?: string;
};

/** A running server process of the test's own. */
export type Latchkey = Facts & {
  readonly dataDir: string;
  readonly pid: number;
  /** Where this process listens; `baseUrl` is what people see. */
  readonly port: number;
  /** Ends it as an operator would (SIGTERM) and waits; answers the exit code. */
  readonly stop: () => Promise<number | null>;
  /** Ends it as a power cut would (SIGKILL) and waits. */
  readonly kill: () => Promise<void>;
};

const root = join(import.meta.dirname, '../..');

/** Starts a real server as `npm start -- --json` does and waits until it serves. */
export async function startLatchkey(environment: Readonly<Record<string, string>> = {}): Promise<Latchkey> {
  const dataDir = environment.LATCHKEY_DATA_DIR ?? newDataDir();
  const port = Number(environment.PORT ?? (await freePort()));
  const child = spawn(process.execPath, ['apps/server/src/main.ts', '--json'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), ...environment, LATCHKEY_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const facts = await firstLine(child);
  return {
    ...facts,
    dataDir,
    port,
    pid: child.pid as number,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill('SIGTERM');
      await once(child, 'exit');
      return child.exitCode;
    },
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

/**
 * A port of the loopback that nobody holds, as the next one. The system gives neither to a connection in the time until a
 * server listens there: both are below those that it gives by itself.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 10_000 + 2 * randomInt(11_000);
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, 'localhost', () => server.close(() => resolve(true)));
  });

/** A fresh folder for a server's data; its database user may enter, so that everything stays inside. */
export function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Removes a data folder after its server has stopped. */
export const removeDataDir = (dataDir: string): void => rmSync(dataDir, { recursive: true, force: true });

async function firstLine(child: ChildProcess): Promise<Facts> {
  if (!child.stdout || !child.stderr) throw new Error('The server has no output.');
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  const lines = createInterface({ input: child.stdout });
  const line = new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${complaints}`)));
  });
  return JSON.parse(await line) as Facts;
}
