import { openDatabase } from '../apps/server/src/db/open-database.ts';
import { keyIn } from '../test/support/composed.ts';
import { startChild } from './child.ts';
import type { FloodTask } from './flood/load.ts';
import { median } from './median.ts';
import { openWorld } from './world.ts';

// What a flood from one tenant does to another: `npm run bench:flood`. The quiet tenant asks at its own pace; its p99
// beside the flood stands over its p99 alone, both of the same round.
const rounds = 7;
const measuredMs = 5_000;
const floodConnections = 64;

const world = await openWorld(1);
const database = openDatabase(world.database.DATABASE_URL, { poolSize: 1 });
const [quiet, flood] = [startChild('flood/load.ts'), startChild('flood/load.ts')];
try {
  const { port } = world.latchkey;
  const keys = { quiet: (await keyIn(database, 'quiet')).code, flood: (await keyIn(database, 'flood')).code };
  const asking = (key: string, connections: number, everyMs: number, forMs: number): FloodTask => ({
    port,
    key,
    connections,
    everyMs,
    measuredMs: forMs,
  });
  type Measured = { readonly perSecond: number; readonly p50Ms: number; readonly p99Ms: number };
  const calm = () => quiet.ask<Measured>(asking(keys.quiet, 2, 10, measuredMs));
  await calm();
  const results: { readonly alone: Measured; readonly beside: Measured }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const alone = await calm();
    const flooding = flood.ask<Measured>(asking(keys.flood, floodConnections, 0, measuredMs + 1_500));
    await new Promise((resolve) => setTimeout(resolve, 750));
    const beside = await calm();
    const flooded = await flooding;
    results.push({ alone, beside });
    const shown = ({ p50Ms, p99Ms }: Measured) => `p50 ${p50Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms`;
    console.log(
      `alone ${shown(alone)}; beside the flood ${shown(beside)}; flood ${flooded.perSecond.toFixed(0)}/s`,
    );
  }
  const of = (figure: 'p50Ms' | 'p99Ms') =>
    median(results.map(({ alone, beside }) => beside[figure] / alone[figure]));
  console.log(`p99 ${of('p99Ms').toFixed(2)} times, p50 ${of('p50Ms').toFixed(2)} times`);
} finally {
  await Promise.all([quiet.end(), flood.end()]);
  await database.close();
  await world.close();
}
