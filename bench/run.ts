import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startChild } from './child.ts';
import type { EngineBench } from './engine.ts';
import { journeysBench } from './journeys.ts';
import { machineOf } from './machine.ts';
import { pageBench } from './page.ts';
import type { PasskeyBench } from './passkeys.ts';
import { type Benches, report } from './report.ts';
import { restBench } from './rest.ts';
import { openWorld } from './world.ts';

/** Measures everything, one thing after the other, and says how it stands; `--write` writes docs/benchmarks.md. */
const { values: options } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const say = (sentence: string) => console.error(sentence);

say('Starting PostgreSQL and a server, and filling a store with users.');
const world = await openWorld(150_000);
try {
  say('REST registrations, in turn with two floors.');
  const rest = await restBench(world);
  say('Whole journeys, in turn with their floor.');
  const journeys = await journeysBench(world);
  say('The page in Chromium.');
  const page = await pageBench(world);
  say('The engine and the ceremony.');
  const engine = await measuredBy<EngineBench>('engine.ts', undefined);
  const passkeys = await measuredBy<readonly PasskeyBench[]>('passkeys.ts', 0.5);
  const benches: Benches = { machine: machineOf(world), rest, journeys, page, engine, passkeys };
  const text = report(benches);
  console.log(text);
  if (options.write) await writeFile(join(import.meta.dirname, '../docs/benchmarks.md'), text);
} finally {
  await world.close();
}

async function measuredBy<Answer>(file: string, question: unknown): Promise<Answer> {
  const child = startChild(file);
  try {
    return await child.ask<Answer>(question);
  } finally {
    await child.end();
  }
}
