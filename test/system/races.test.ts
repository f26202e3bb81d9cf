import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRaceWorld, type RaceWorld } from '../support/races/race-world.ts';
import { raceKinds, runRaces } from '../support/races/run-races.ts';

let world: RaceWorld;
beforeAll(async () => {
  world = await openRaceWorld();
});
afterAll(() => world?.stop());

const races = 60;

describe('over two server processes', () => {
  test.each(raceKinds)('%s has exactly one winner each time, and all that is stored holds', async (kind) => {
    const result = await runRaces(world, kind, { races, batch: races });
    expect(result.faults).toEqual([]);
    expect(Object.values(result.wins).reduce((sum, won) => sum + won, 0)).toBe(races);
  });
});
