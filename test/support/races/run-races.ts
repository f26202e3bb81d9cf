import { contests } from './contests.ts';
import { brokenInvariants } from './invariants.ts';
import type { RaceWorld } from './race-world.ts';

/** What came of the races of one kind. */
export type RaceResult = {
  readonly kind: string;
  readonly races: number;
  /** How often each won. */
  readonly wins: Readonly<Record<string, number>>;
  /** Races without exactly one winner, and invariants that did not hold after a batch. */
  readonly faults: readonly string[];
};

/** Runs so many races of a kind in batches: all of a batch are made ready, then run at once, then everything is judged. */
export async function runRaces(
  world: RaceWorld,
  kind: keyof typeof contests,
  { races, batch }: { readonly races: number; readonly batch: number },
): Promise<RaceResult> {
  const wins: Record<string, number> = {};
  const faults: string[] = [];
  for (let run = 0; run < races; run += batch) {
    const size = Math.min(batch, races - run);
    const ready = await Promise.all(Array.from({ length: size }, () => contests[kind]?.(world)));
    const ended = await Promise.allSettled(ready.map((race) => race?.()));
    for (const end of ended) {
      if (end.status === 'rejected') faults.push(String(end.reason));
      else if (end.value !== undefined) wins[end.value] = (wins[end.value] ?? 0) + 1;
    }
    faults.push(...(await brokenInvariants(world.database)));
  }
  return { kind, races, wins, faults };
}

/** Every kind of race. */
export const raceKinds = Object.keys(contests);
