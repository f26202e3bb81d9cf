import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { type Lock, namedHosts, refusedLicences } from './licences.ts';
import { countTests, type Report } from './test-report.ts';

type Tally = { readonly passed: number; readonly failed: number };
type Part = { readonly name: string; readonly run: () => Tally | Promise<Tally> };

const once: Tally = { passed: 1, failed: 0 };
const root = join(import.meta.dirname, '..');
/** `npm test -- --project unit packages/bpmn`: given to vitest as they are; then only tests run. */
const filters = process.argv.slice(2);

const checks: readonly Part[] = [
  { name: 'types', run: () => command('node', ['scripts/types.ts']) },
  { name: 'lint', run: () => command('biome', ['check', '--error-on-warnings', '.']) },
  { name: 'licences', run: () => listed('must not be shipped', refusedLicences(readLock())) },
  { name: 'lock file', run: () => listed('names the host it was fetched from', namedHosts(readLock())) },
];
const browser: Part = {
  name: 'browser',
  run: async () => {
    // Every test process then finds the same one at once.
    process.env.CHROME_PATH = await findBrowser();
    console.log(process.env.CHROME_PATH);
    return once;
  },
};
const tests: Part = { name: 'tests', run: runTests };

await runAll([...(filters.length > 0 ? [] : checks), ...(mayNeedBrowser() ? [browser] : []), tests]);

async function runAll(parts: readonly Part[]): Promise<void> {
  const tallies: Tally[] = [];
  for (const part of parts) tallies.push(await timed(part));
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}

async function timed({ name, run }: Part): Promise<Tally> {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const tally = await settled(run);
  const verdict = tally.failed === 0 ? 'passed' : 'FAILED';
  console.log(`── ${name} ${verdict} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return tally;
}

async function settled(run: Part['run']): Promise<Tally> {
  try {
    return await run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

function command(program: string, args: readonly string[]): Tally {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit' });
  if (error !== undefined) throw error;
  return status === 0 ? once : { passed: 0, failed: 1 };
}

function listed(fault: string, entries: readonly string[]): Tally {
  for (const entry of entries) console.error(`${entry} ${fault}`);
  return entries.length === 0 ? once : { passed: 0, failed: entries.length };
}

function runTests(): Tally {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-report-'));
  const file = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const { status } = spawnSync('vitest', ['run', ...reporters, ...filters], {
      cwd: root,
      stdio: 'inherit',
    });
    const { passed, failed, faults } = countTests(JSON.parse(readFileSync(file, 'utf8')) as Report);
    for (const fault of faults) console.error(fault);
    // Unhandled errors and a failed teardown are in no test's result, only in the exit code.
    return { passed, failed: failed === 0 && status !== 0 ? 1 : failed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readLock(): Lock {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
}

/** Browser journeys are in the project `system`. */
function mayNeedBrowser(): boolean {
  const projects = filters.filter(
    (filter, index) => filter.startsWith('--project=') || filters[index - 1] === '--project',
  );
  return projects.length === 0 || projects.some((project) => project.replace('--project=', '') === 'system');
}
