import { startChild } from './child.ts';
import type { JourneyFloorTask } from './journeys/floor-server.ts';
import type { JourneyResult, JourneyTask } from './journeys/load.ts';
import { median } from './median.ts';
import { type BenchWorld, openWorld } from './world.ts';

/** Whole journeys with so many people at once: medians of the rounds. */
export type JourneyBench = {
  readonly people: number;
  readonly perSecond: number;
  readonly floorPerSecond: number;
  /** The median of the rounds' ratios. */
  readonly ofFloor: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
};

type Round = { readonly latchkey: JourneyResult; readonly floor: JourneyResult };
type Options = { readonly rounds?: number; readonly warmUpMs?: number; readonly measuredMs?: number };

const poolSize = 10;

/**
 * The guide's journey by HTTP from the link to the end, against a bare node:http server that answers as many requests
 * of the same sizes with one durable insert for each POST and one read for each GET. The two take turns.
 */
export async function journeysBench(
  world: BenchWorld,
  options: Options = {},
): Promise<readonly JourneyBench[]> {
  const { rounds = 3, warmUpMs = 1_500, measuredMs = 2_500 } = options;
  const load = startChild('journeys/load.ts');
  const floor = startChild('journeys/floor-server.ts');
  try {
    const task: JourneyFloorTask = { connectionString: world.connectionString, poolSize };
    const floorPort = await floor.ask<number>(task);
    const { port, journeyUrl } = world.latchkey;
    const measure = (asked: Pick<JourneyTask, 'port' | 'people' | 'what'>) =>
      load.ask<JourneyResult>({ ...asked, warmUpMs, measuredMs } satisfies JourneyTask);
    const benches: JourneyBench[] = [];
    for (const people of [1, 32]) {
      const measured: Round[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const latchkey = await measure({ port, people, what: { journeyUrl } });
        const { bytes } = latchkey;
        measured.push({ latchkey, floor: await measure({ port: floorPort, people, what: { bytes } }) });
      }
      benches.push(summary(people, measured));
    }
    return benches;
  } finally {
    await Promise.all([load.end(), floor.end()]);
  }
}

const summary = (people: number, rounds: readonly Round[]): JourneyBench => ({
  people,
  perSecond: median(rounds.map(({ latchkey }) => latchkey.perSecond)),
  floorPerSecond: median(rounds.map(({ floor }) => floor.perSecond)),
  ofFloor: median(rounds.map(({ latchkey, floor }) => latchkey.perSecond / floor.perSecond)),
  p50Ms: median(rounds.map(({ latchkey }) => latchkey.p50Ms)),
  p99Ms: median(rounds.map(({ latchkey }) => latchkey.p99Ms)),
});

if (import.meta.main) {
  const world = await openWorld(100);
  try {
    console.table(await journeysBench(world));
  } finally {
    await world.close();
  }
}
