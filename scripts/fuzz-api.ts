import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

/** Sends random requests to every route of the API: `npm run fuzz:api -- --requests 20000 --seed 7`. */
const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const env = { ...process.env, LATCHKEY_FUZZ_REQUESTS: values.requests, LATCHKEY_FUZZ_SEED: values.seed };
const args = ['scripts/test.ts', '--project', 'api', 'test/api/fuzz.test.ts'];
process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit', env }).status ?? 1;
