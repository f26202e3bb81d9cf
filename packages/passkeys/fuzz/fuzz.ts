import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { FuzzTask } from './fuzz-worker.ts';
import { type FuzzFinding, runFuzzCase } from './run-fuzz-case.ts';

const { values } = parseArgs({
  options: {
    /** At most so many seconds. */
    seconds: { type: 'string', default: '60' },
    /** At most so many cases. */
    count: { type: 'string', default: '1000000' },
    /** The number of the first case. */
    from: { type: 'string', default: '1' },
    /** Runs one case again and says how it ends. */
    only: { type: 'string' },
  },
});

/** How long one case may take before the thread is given up. */
const hangMs = 10_000;

if (values.only === undefined) await fuzz();
else console.log(runFuzzCase(Number(values.only)));

async function fuzz(): Promise<void> {
  const position = new SharedArrayBuffer(4);
  const task: FuzzTask = {
    from: Number(values.from),
    count: Number(values.count),
    until: Date.now() + Number(values.seconds) * 1000,
    position,
  };
  const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), { workerData: task });
  const findings: FuzzFinding[] = [];
  worker.on('message', (message: { finding?: FuzzFinding; ends?: Readonly<Record<string, number>> }) => {
    if (message.finding) findings.push(message.finding);
    if (message.finding) console.log(message.finding);
    if (message.ends) console.table(message.ends);
  });
  const watch = watchFor(new Int32Array(position), (number) => {
    findings.push({ number, name: 'hang', what: `takes more than ${hangMs} ms` });
    void worker.terminate();
  });
  await new Promise((resolve) => worker.once('exit', resolve));
  clearInterval(watch);
  const cases = new Int32Array(position)[0] ?? 0;
  console.log(`${cases - task.from + 1} cases, ${findings.length} findings.`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}

/** Calls back when one case runs for too long. */
function watchFor(current: Int32Array, onHang: (number: number) => void): NodeJS.Timeout {
  let [last, since] = [-1, Date.now()];
  return setInterval(() => {
    const number = Atomics.load(current, 0);
    if (number !== last) [last, since] = [number, Date.now()];
    else if (Date.now() - since > hangMs) onHang(number);
  }, 1000);
}
