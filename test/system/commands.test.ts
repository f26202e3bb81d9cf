import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runningPostgres } from '../../apps/server/src/db/embedded/embedded-postgres.ts';
import { type Latchkey, removeDataDir, startLatchkey } from '../support/latchkey.ts';

const root = join(import.meta.dirname, '../..');
let server: Latchkey;

beforeAll(async () => {
  server = await startLatchkey();
});
afterAll(async () => {
  await server.stop();
  removeDataDir(server.dataDir);
});

type Ended = { readonly code: number; readonly out: string; readonly err: string };
const latchkey = (...args: readonly string[]) =>
  new Promise<Ended>((resolve) => {
    const env = { ...process.env, LATCHKEY_DATA_DIR: server.dataDir, PORT: String(server.port) };
    execFile(process.execPath, ['apps/cli/src/main.ts', ...args], { cwd: root, env }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });

test('a tenant is created, listed, limited and erased beside a running server', async () => {
  const made = await latchkey(
    'tenant',
    'create',
    'acme',
    '--name',
    'Acme Ltd',
    '--max-stores',
    '2',
    '--json',
  );
  expect(made.code).toBe(0);
  expect(JSON.parse(made.out)).toMatchObject({
    tenant: { id: 'acme', name: 'Acme Ltd', limits: { stores: 2 } },
    setUpUrl: expect.stringMatching(`^http://localhost:${server.port}/backoffice/`),
  });
  expect(await latchkey('tenant', 'create', 'acme', '--name', 'Again', '--json')).toMatchObject({
    code: 1,
    err: expect.stringContaining('tenant.id-not-unique'),
  });
  const limited = await latchkey('tenant', 'limits', 'acme', '--max-users', '9', '--max-stores', 'none');
  expect(limited).toMatchObject({ code: 0, out: 'users: 9\n' });
  const { tenants } = JSON.parse((await latchkey('tenant', 'list', '--json')).out);
  expect(tenants.map(({ id }: { id: string }) => id)).toEqual(['acme', 'demo']);
  expect(await latchkey('tenant', 'delete', 'acme', '--confirm', 'acme')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Erased acme: \d+ rows\.\n$/),
  });
  expect((await latchkey('tenant', 'list')).out).toMatch(/^demo {2}ACTIVE {2}/);
});

test('keys are wrapped anew beside a running server, those that another key wraps alone', async () => {
  const answer = await latchkey('keys', 'rotate', '--json');
  expect(answer.code).toBe(0);
  expect(JSON.parse(answer.out)).toEqual({ rewrapped: 0, unreadable: [] });
});

test('a command that is called wrongly says how, and changes nothing', async () => {
  const unconfirmed = await latchkey('tenant', 'delete', 'demo');
  expect(unconfirmed).toMatchObject({ code: 2, err: expect.stringContaining('--confirm demo') });
  expect((await latchkey('tenant', 'limits', 'demo', '--max-users', 'many')).code).toBe(2);
  expect((await latchkey('tenant', 'create', 'Bad_Id', '--name', 'x')).code).toBe(2);
  expect((await latchkey('tenant', 'explode')).code).toBe(2);
  expect(await latchkey('tenant', 'limits', 'nobody')).toMatchObject({
    code: 1,
    err: 'There is no such tenant.\n',
  });
  expect(await latchkey()).toMatchObject({
    code: 0,
    out: expect.stringContaining('latchkey tenant create ID'),
  });
});

test('the audit of a tenant is checked, also against a place that was kept', async () => {
  // What was written is linked within seconds.
  const head = async () => (await latchkey('audit', 'head', 'demo')).out.trim();
  await expect.poll(head, { timeout: 60_000, interval: 1_000 }).not.toMatch(/^0:/);
  const anchor = await head();
  const whole = await latchkey('audit', 'verify', 'demo', '--anchor', anchor);
  expect(whole).toMatchObject({ code: 0, out: expect.stringMatching(/^Whole: [1-9]\d* links up to/) });
  await asOwner("update audit set action = 'nothing.happened' where tenant_id = 'demo'");
  expect(await latchkey('audit', 'verify', 'demo')).toMatchObject({
    code: 1,
    err: expect.stringMatching(/^At position 1, record [A-Z2-7]{26}: a record was changed\.\n$/),
  });
  expect((await latchkey('audit', 'verify', 'demo', '--anchor', '1:short')).code).toBe(2);
  expect((await latchkey('audit', 'verify', 'nobody')).code).toBe(1);
});

test('passkeys verify: each as it was registered, until somebody exchanges a key', async () => {
  expect(await latchkey('passkeys', 'verify', 'demo')).toEqual({
    code: 0,
    out: expect.stringMatching(/^Whole: \d+ passkeys as they were registered\.\n$/),
    err: '',
  });
  await asOwner(`insert into operators (tenant_id, id, name, role, handle, created_by, updated_by)
      values ('demo', 'EVE', 'Eve', 'administrator', sha256('eve'), 'nobody', 'nobody');
    insert into operator_credentials (tenant_id, id, operator_id, rp_id, credential_id, public_key, algorithm, sign_count,
      backup_eligible, backed_up, aaguid, name, mac)
    values ('demo', 'KEY', 'EVE', 'localhost', 'key', 'key', -7, 0, false, false,
      '00000000-0000-0000-0000-000000000000', 'Key', sha256('no key at hand'))`);
  expect(await latchkey('passkeys', 'verify', 'demo')).toMatchObject({
    code: 1,
    err: '1 of 1 are not as they were registered: operator-passkey KEY.\n',
  });
  expect((await latchkey('passkeys', 'verify', 'nobody')).code).toBe(1);
});

/** Does what only the owner of the tables can do. */
async function asOwner(text: string): Promise<void> {
  const url = new URL(runningPostgres(server.dataDir) ?? '');
  url.username = 'latchkey';
  url.password = readFileSync(join(server.dataDir, 'postgres-password'), 'utf8').trim();
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`begin; set local latchkey.way = 'migration'; ${text}; commit`);
  await client.end();
}
