import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freePort, type Latchkey, newDataDir, removeDataDir, startLatchkey } from '../support/latchkey.ts';
import { metadataFiles } from '../support/metadata-files.ts';
import { rest } from '../support/rest.ts';

const folder = newDataDir();
const environment = metadataFiles(folder);
let server: Latchkey | undefined;
afterAll(async () => {
  await server?.stop();
  removeDataDir(folder);
});

const started = async () =>
  startLatchkey({ ...environment, LATCHKEY_DATA_DIR: folder, PORT: String(await freePort()) });

/** What the server knows of its metadata, once it has looked at them and read what they hold. */
async function known({ baseUrl, accessToken }: Latchkey): Promise<Record<string, unknown>> {
  const api = rest(baseUrl, accessToken);
  for (let tried = 0; tried < 60; tried += 1) {
    const { content } = (await api.get('/api/identity-store/trustSources')).body;
    const metadata = content.find(({ kind }: { kind: string }) => kind === 'metadata');
    if (content.length === 2 && metadata?.entries > 0) return metadata;
    await new Promise((done) => setTimeout(done, 500));
  }
  throw new Error('The server has not looked at its sources within 30 s.');
}

test('a server that is configured with metadata reads them, and knows them when it starts without their file', async () => {
  server = await started();
  expect(await known(server)).toMatchObject({ source: 'blob.jwt', number: 42, entries: 1 });
  await server.stop();
  rmSync(environment.LATCHKEY_METADATA ?? '');
  server = await started();
  expect(await known(server)).toMatchObject({ number: 42, entries: 1 });
});

test('a root of the metadata that is none keeps the server from starting, with a sentence', async () => {
  await server?.stop();
  const root = join(folder, 'none.der');
  writeFileSync(root, 'hello');
  const start = startLatchkey({ ...environment, LATCHKEY_METADATA_ROOT: root, LATCHKEY_DATA_DIR: folder });
  await expect(start).rejects.toThrow(/LATCHKEY_METADATA_ROOT names a file that holds no certificate/);
});
