import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noAllowance, readAllowance } from '../egress/address-ranges.ts';
import { egressReader } from '../egress/egress-client.fetch.ts';
import { sourceReader } from './read-source.fetch.ts';

const allowance = readAllowance('localhost') ?? noAllowance;
const readSource = (source: string, most?: number) =>
  sourceReader(egressReader({ allowance, timeoutMs: 1_000 }), most)(source);

let folder: string;
let server: Server;
let base: string;

const answers: Readonly<Record<string, RequestListener>> = {
  '/text': (_, response) => response.end('a.b.c'),
  '/der': (_, response) => response.end(Buffer.of(0x30, 0x82, 0xff)),
  '/long': (_, response) => {
    response.write('x'.repeat(60));
    response.end('x'.repeat(60));
  },
  '/absent': (_, response) => response.writeHead(404).end(),
  '/moved': (_, response) => response.writeHead(302, { location: '/text' }).end(),
  '/round': (_, response) => response.writeHead(302, { location: '/round' }).end(),
  '/away': (_, response) => response.writeHead(302, { location: 'http://192.0.2.1/x' }).end(),
  '/inside': (_, response) => response.writeHead(302, { location: 'https://10.0.0.1/x' }).end(),
  '/metadata': (_, response) =>
    response.writeHead(302, { location: 'https://169.254.169.254/latest/meta-data/' }).end(),
  '/silent': () => undefined,
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-source-'));
  server = createServer((request, response) => answers[request.url ?? '']?.(request, response));
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  base = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

describe('readSource', () => {
  test.each([
    ['/text', 'a.b.c'],
    ['/moved', 'a.b.c'],
    ['/der', 'MIL/'],
  ])('reads the address %s', async (path, text) => {
    expect(await readSource(base + path)).toBe(text);
  });

  test.each([
    ['/long', 'egress.too-large: The answer is larger than what is read of it.'],
    ['/absent', 'It answered 404.'],
    ['/round', 'It leads from one address to the next.'],
    ['/away', 'It leads to http://192.0.2.1/x, not by HTTPS.'],
    ['/inside', 'egress.address-refused'],
    ['/metadata', 'egress.address-refused'],
    ['/silent', 'egress.too-slow'],
  ])('refuses the address %s', async (path, sentence) => {
    await expect(readSource(base + path, 100)).rejects.toThrow(sentence);
  });

  test('reads nothing of this machine that is not allowed', async () => {
    const read = sourceReader(egressReader({ allowance: noAllowance }));
    await expect(read(`${base}/text`)).rejects.toThrow('egress.address-refused');
  });

  test('reads a file up to its limit', async () => {
    const file = join(folder, 'list');
    await writeFile(file, Buffer.of(0x30, 0x82, 0xff));
    expect(await readSource(file, 3)).toBe('MIL/');
    await expect(readSource(file, 2)).rejects.toThrow('It is larger than 2 bytes.');
    await expect(readSource(join(folder, 'none'))).rejects.toMatchObject({
      code: 'trust-source.file-missing',
      message: 'The file is not there.',
    });
    await expect(readSource(folder)).rejects.toMatchObject({ code: 'trust-source.file-unreadable' });
  });
});
