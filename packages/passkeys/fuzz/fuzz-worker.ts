import { parentPort, workerData } from 'node:worker_threads';
import { runFuzzCase } from './run-fuzz-case.ts';

/** What the watching thread says; `position` holds the number of the case that runs. */
export type FuzzTask = {
  readonly from: number;
  readonly count: number;
  readonly until: number;
  readonly position: SharedArrayBuffer;
};

const { from, count, until, position } = workerData as FuzzTask;
const current = new Int32Array(position);
const ends: Record<string, number> = {};

for (let number = from; number < from + count && Date.now() < until; number++) {
  Atomics.store(current, 0, number);
  const { end, finding } = runFuzzCase(number);
  ends[end] = (ends[end] ?? 0) + 1;
  if (finding) parentPort?.postMessage({ finding });
}
parentPort?.postMessage({ ends });
