import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedLatchkey, serveLatchkey } from '../support/serve-latchkey.ts';

const root = join(import.meta.dirname, '../..');
let latchkey: ServedLatchkey;
let folder: string;

beforeAll(async () => {
  latchkey = await serveLatchkey();
  folder = mkdtempSync(join(tmpdir(), 'latchkey-ci-'));
  const shim = join(folder, 'latchkey');
  writeFileSync(shim, `#!/bin/sh\nexec "${process.execPath}" "${root}/apps/cli/src/main.ts" "$@"\n`);
  chmodSync(shim, 0o755);
});
afterAll(async () => {
  await latchkey?.close();
  rmSync(folder, { recursive: true });
});

const run = (script: string) =>
  spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    env: {
      ...process.env,
      PATH: `${folder}:${process.env.PATH}`,
      LATCHKEY: latchkey.baseUrl,
      TOKEN: latchkey.accessToken,
      STORE: latchkey.storeName,
      POLICY: latchkey.registrationPolicy,
    },
  });

test('every command of the guide does what the guide says, against a real server', () => {
  const guide = readFileSync(join(root, 'docs/guides/journeys-in-ci.md'), 'utf8');
  const blocks = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, script]) => script);
  expect(blocks).toHaveLength(4);
  const { status, stderr, stdout } = run(blocks.join('\n'));
  expect({ status, stderr, stdout }).toMatchObject({ status: 0, stderr: '' });
});

test.each([
  ['echo hello | latchkey authenticator make', 2, 'no JSON'],
  ['echo {} | latchkey authenticator make', 2, 'must hold the options'],
  ['latchkey authenticator make --attestation gold < /dev/null', 2, '--attestation must be one of none'],
  ['echo {} > broken.json; latchkey authenticator list --file broken.json', 1, 'holds no authenticator'],
  ['latchkey authenticator faults --json', 0, 'passkey.challenge-mismatch'],
])('%s ends with %i', (script, code, said) => {
  const { status, stdout, stderr } = run(script);
  expect(status).toBe(code);
  expect(stdout + stderr).toContain(said);
});
