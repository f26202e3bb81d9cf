import { parseArgs } from 'node:util';
import { invariantCount } from '../test/support/races/invariants.ts';
import { openRaceWorld } from '../test/support/races/race-world.ts';
import { raceKinds, runRaces } from '../test/support/races/run-races.ts';

// Races over two server processes: `npm run races`, or fewer of each with `-- --races 200`. Ends with 1 when any of them
// had not exactly one winner, or anything that is stored does not hold.
const { values } = parseArgs({ options: { races: { type: 'string', default: '2000' } } });
const races = Number(values.races);

const world = await openRaceWorld();
try {
  for (const kind of raceKinds) {
    const begun = Date.now();
    const { wins, faults } = await runRaces(world, kind, { races, batch: 100 });
    const won = Object.entries(wins).map(([name, count]) => `${name} won ${count}`);
    const seconds = ((Date.now() - begun) / 1000).toFixed(0);
    console.log(
      `${kind}: ${races} races, ${won.join(', ')}; ${faults.length} faults by ${invariantCount} invariants; ${seconds} s`,
    );
    for (const fault of new Set(faults)) console.log(`  ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  }
} finally {
  await world.stop();
}
