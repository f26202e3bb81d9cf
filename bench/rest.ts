import { startChild } from './child.ts';
import { median } from './median.ts';
import type { FloorTask } from './rest/floor-task.ts';
import type { LoadResult, LoadTask } from './rest/load.ts';
import { type BenchWorld, openWorld } from './world.ts';

export type RestBench = {
  readonly connections: number;
  readonly poolSize: number;
  /** One entry a round, its three parts measured one right after the other. */
  readonly rounds: readonly RestRound[];
  /** Medians of the rounds' ratios. */
  readonly ofFloor: number;
  readonly ofThinFloor: number;
};

type RestRound = {
  readonly latchkey: LoadResult;
  readonly floor: LoadResult;
  readonly thinFloor: LoadResult;
};
type Options = { readonly rounds?: number; readonly warmUpMs?: number; readonly measuredMs?: number };

const connections = 32;
/** What a server has unless told otherwise; the floors get the same. */
const poolSize = 10;

/**
 * REST start and complete with authorization, verification and audit, against two floors: bare node:http with the
 * product's own two durable statements, and with two plain inserts. One PostgreSQL with its production settings, one
 * database, one load process; the three take turns, so that what else happens on the machine touches all.
 */
export async function restBench(world: BenchWorld, options: Options = {}): Promise<RestBench> {
  const { rounds = 5, warmUpMs = 1_500, measuredMs = 3_500 } = options;
  const load = startChild('rest/load.ts');
  const floor = startChild('rest/floor-server.ts');
  const thinFloor = startChild('rest/floor-server.ts');
  try {
    const { storeId, relyingParty, policy, connectionString } = world;
    const task = { storeId, relyingParty, policy, connectionString, poolSize };
    const ports = {
      floor: await floor.ask<number>({ ...task, kind: 'same' } satisfies FloorTask),
      latchkey: world.latchkey.port,
      thinFloor: await thinFloor.ask<number>({ ...task, kind: 'thin' } satisfies FloorTask),
    };
    let firstUser = 1;
    const measure = async (port: number) => {
      const asked = { port, token: world.latchkey.accessToken, connections, warmUpMs, measuredMs, firstUser };
      const result = await load.ask<LoadResult>(asked satisfies LoadTask);
      firstUser = result.nextUser;
      return result;
    };
    const measured: RestRound[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const floorResult = await measure(ports.floor);
      const latchkey = await measure(ports.latchkey);
      measured.push({ latchkey, floor: floorResult, thinFloor: await measure(ports.thinFloor) });
    }
    return {
      connections,
      poolSize,
      rounds: measured,
      ofFloor: median(measured.map(({ latchkey, floor: of }) => latchkey.perSecond / of.perSecond)),
      ofThinFloor: median(measured.map(({ latchkey, thinFloor: of }) => latchkey.perSecond / of.perSecond)),
    };
  } finally {
    await Promise.all([load.end(), floor.end(), thinFloor.end()]);
  }
}

if (import.meta.main) {
  const world = await openWorld(200_000);
  try {
    const bench = await restBench(world);
    const shown = ({ perSecond, p50Ms, p99Ms }: LoadResult) =>
      `${perSecond.toFixed(0)}/s (p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms)`;
    for (const { latchkey, floor, thinFloor } of bench.rounds) {
      console.log(`latchkey ${shown(latchkey)}, floor ${shown(floor)}, thin floor ${shown(thinFloor)}`);
    }
    console.log(
      `${bench.ofFloor.toFixed(2)} of the floor, ${bench.ofThinFloor.toFixed(2)} of the thin floor`,
    );
  } finally {
    await world.close();
  }
}
