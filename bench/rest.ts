import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedPostgres } from '../apps/server/src/db/embedded/embedded-postgres.ts';
import type { LoadResult, LoadTask } from './rest/load.ts';
import { seedWorld } from './rest/seed-world.ts';
import type { ServerTask } from './rest/server-task.ts';

export type RestBench = {
  readonly connections: number;
  readonly poolSize: number;
  /** One entry a round, each measured right after the other. */
  readonly rounds: readonly {
    readonly latchkey: LoadResult;
    readonly floor: LoadResult;
    readonly ratio: number;
  }[];
  /** The median of the rounds. */
  readonly ratio: number;
};

type Options = { readonly rounds?: number; readonly measuredMs?: number; readonly poolSize?: number };

const connections = 32;
const usersEach = 60_000;

/**
 * REST start and complete with authorization, verification and audit against a bare node:http server that makes the
 * same two durable statements, on one PostgreSQL with its production settings, from one load process. Alternates the
 * two, so that what else happens on the machine touches both.
 */
export async function restBench({
  rounds = 3,
  measuredMs = 8_000,
  poolSize = 16,
}: Options = {}): Promise<RestBench> {
  const dataDir = await mkdtemp(join(tmpdir(), 'latchkey-bench-'));
  const postgres = await embeddedPostgres({ dataDir, log: () => undefined });
  try {
    const measured = [];
    for (let round = 0; round < rounds; round += 1) {
      const floor = await measure('floor-server', postgres.connectionString, poolSize, measuredMs);
      const latchkey = await measure('latchkey-server', postgres.connectionString, poolSize, measuredMs);
      measured.push({ latchkey, floor, ratio: perSecond(latchkey) / perSecond(floor) });
    }
    const ratios = measured.map(({ ratio }) => ratio).sort((one, other) => one - other);
    return { connections, poolSize, rounds: measured, ratio: ratios[Math.floor(rounds / 2)] ?? 0 };
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

export const perSecond = ({ journeys, seconds }: LoadResult): number => journeys / seconds;

async function measure(server: string, connectionString: string, poolSize: number, measuredMs: number) {
  const secretKey = randomBytes(32).toString('base64url');
  const { userIds, token, ...world } = await seedWorld(connectionString, secretKey, usersEach);
  const task: ServerTask = { ...world, poolSize, secretKey };
  const child = fork(join(import.meta.dirname, 'rest', `${server}.ts`), [JSON.stringify(task)]);
  const [port] = (await once(child, 'message')) as [number];
  try {
    return await loaded({ port, token, connections, warmUpMs: 3_000, measuredMs, userIds });
  } finally {
    await ended(child);
  }
}

async function loaded(task: LoadTask): Promise<LoadResult> {
  const child = fork(join(import.meta.dirname, 'rest', 'load.ts'));
  await once(child, 'message');
  child.send(task);
  return await new Promise<LoadResult>((resolve, reject) => {
    child.once('message', (result) => resolve(result as LoadResult));
    child.once('exit', (code) => reject(new Error(`the load process ended with ${code}`)));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.send('end');
  await exit;
}

if (import.meta.main) {
  const bench = await restBench();
  for (const { latchkey, floor, ratio } of bench.rounds) {
    const shown = (one: LoadResult) =>
      `${perSecond(one).toFixed(0)} journeys/s (p50 ${one.p50Ms.toFixed(1)} ms, p99 ${one.p99Ms.toFixed(1)} ms)`;
    console.log(`latchkey ${shown(latchkey)}, floor ${shown(floor)}, ratio ${ratio.toFixed(2)}`);
  }
  console.log(
    `REST start + complete at ${bench.connections} connections: ${bench.ratio.toFixed(2)} of the floor`,
  );
}
