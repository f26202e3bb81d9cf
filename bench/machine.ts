import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import type { BenchWorld } from './world.ts';

/** Where the figures come from. */
export type Machine = {
  readonly cores: number;
  readonly processor: string;
  readonly memoryGiB: number;
  readonly node: string;
  readonly postgres: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Of the last minute, at the end. Well above what the run itself takes, others were at work. */
  readonly load: number;
};

/** Describes this machine. */
export const machineOf = ({ postgresVersion }: Pick<BenchWorld, 'postgresVersion'>): Machine => ({
  cores: availableParallelism(),
  processor: cpus()[0]?.model ?? 'unknown',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  postgres: postgresVersion,
  date: new Date().toISOString().slice(0, 10),
  load: loadavg()[0] ?? 0,
});
