import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { noAllowance, readAllowance } from './address-ranges.ts';
import { type Address, egressClient } from './egress-client.fetch.ts';
import { readTarget } from './egress-target.ts';

const loopback = readAllowance('127.0.0.1') ?? noAllowance;
const servers: (Server | https.Server)[] = [];

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
});

async function serving(answer: RequestListener, server: Server | https.Server = createServer()) {
  servers.push(server.on('request', answer).listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
};
const sent = { headers: {}, body: '{}' };
const named = (...addresses: readonly string[]) =>
  addresses.map((address): Address => ({ address, family: address.includes(':') ? 6 : 4 }));
const outcome = (client: ReturnType<typeof egressClient>, url: string) =>
  client({ url, ...sent }).then(
    ({ status }) => status,
    ({ code }) => code,
  );

describe('a URL is judged before anybody is asked', () => {
  test.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://10.1.2.3/',
    'https://172.16.0.1/',
    'https://192.168.1.1/',
    'https://100.64.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://168.63.129.16/',
    'https://0.0.0.0/',
    'https://255.255.255.255/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:a00:1]/',
    'https://[::127.0.0.1]/',
    'https://[fd00:ec2::254]/',
    'https://[fe80::1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
    'https://localhost/',
    'https://a.localhost./',
    'https://printer.local/',
    'https://metadata.google.internal/',
    'https://１２７.0.0.1/',
  ])('%s is refused', (url) => {
    expect(codeOf(() => readTarget(url, noAllowance))).toBe('egress.address-refused');
  });

  test.each([
    'ftp://example.org/',
    'file:///etc/passwd',
    'https://user:secret@example.org/',
    'https://example.org/#part',
    'https://',
    'https://0300.0.0.400/',
    'nothing',
  ])('%s is no address', (url) => {
    expect(codeOf(() => readTarget(url, noAllowance))).toBe('egress.url-invalid');
  });

  test('http is spoken only with what is allowed', () => {
    expect(codeOf(() => readTarget('http://example.org/', noAllowance))).toBe('egress.not-https');
    const allowance = readAllowance('hooks.internal, 10.1.0.0/16, ::1') ?? noAllowance;
    const urls = ['http://hooks.internal/', 'http://10.1.9.9/', 'http://[::1]:8080/', 'https://example.org/'];
    expect(urls.map((url) => codeOf(() => readTarget(url, allowance)))).toEqual(urls.map(() => 'allowed'));
    expect(codeOf(() => readTarget('https://10.2.0.1/', allowance))).toBe('egress.address-refused');
  });

  test.each(['10.0.0.0/33', 'a b', 'http://x', '10.1', '*'])('%s is no allowance', (text) => {
    expect(readAllowance(text)).toBeUndefined();
  });
});

describe('a name is resolved once, and only what was judged is connected to', () => {
  test('a name that answers otherwise the second time reaches nothing else', async () => {
    const port = await serving((_request, response) => response.writeHead(204).end());
    const resolve = vi.fn(async () => named(resolve.mock.calls.length === 1 ? '127.0.0.1' : '10.0.0.1'));
    const client = egressClient({ allowance: loopback, resolve });
    expect(await outcome(client, `http://rebinding.example:${port}/`)).toBe(204);
    expect(resolve).toHaveBeenCalledOnce();
  });

  test.each([
    ['127.0.0.1'],
    ['8.8.8.8', '10.0.0.1'],
    ['::ffff:192.168.0.1'],
    ['169.254.169.254'],
    ['2001:4860:4860::8888', 'fd00::1'],
  ])('%s %s is refused without a connection', async (...addresses) => {
    const client = egressClient({ allowance: noAllowance, resolve: async () => named(...addresses) });
    expect(await outcome(client, 'https://hooks.example/')).toBe('egress.address-refused');
  });

  test('a range that is allowed does not open http to a public address', async () => {
    const client = egressClient({ allowance: loopback, resolve: async () => named('8.8.8.8') });
    expect(await outcome(client, 'http://hooks.example/')).toBe('egress.not-https');
  });

  test('a name without an address is told as such', async () => {
    const client = egressClient({ allowance: noAllowance, resolve: async () => Promise.reject(new Error()) });
    expect(await outcome(client, 'https://hooks.example/')).toBe('egress.name-unknown');
  });
});

describe('what a receiver can do', () => {
  const client = egressClient({ allowance: loopback, timeoutMs: 1_000 });

  test('a redirect is answered, not followed', async () => {
    let visits = 0;
    const port = await serving((_request, response) => {
      visits += 1;
      response.writeHead(307, { location: `http://127.0.0.1:${port}/other` }).end();
    });
    expect(await outcome(client, `http://127.0.0.1:${port}/`)).toBe(307);
    expect(visits).toBe(1);
  });

  test('of an endless body 16 KiB are read', async () => {
    const port = await serving((_request, response) => {
      const more = () => response.write('a'.repeat(8_192)) && setImmediate(more);
      response.on('drain', more);
      more();
    });
    const { body } = await client({ url: `http://127.0.0.1:${port}/`, ...sent });
    expect(body).toHaveLength(16_384);
  });

  test('silence and a body that never ends are given up', async () => {
    const port = await serving((request, response) => {
      if (request.url === '/drip') response.writeHead(200).write('a');
    });
    const [silent, dripping] = ['/', '/drip'].map((path) =>
      outcome(client, `http://127.0.0.1:${port}${path}`),
    );
    expect([await silent, await dripping]).toEqual(['egress.too-slow', 'egress.too-slow']);
  });

  test('a closed port is unreachable', async () => {
    const port = await serving(() => undefined);
    for (const server of servers.splice(0)) await once(server.close(), 'close');
    expect(await outcome(client, `http://127.0.0.1:${port}/`)).toBe('egress.unreachable');
  });

  test('no proxy of the environment is asked', async () => {
    const proxied = vi.fn();
    const proxy = await serving(proxied);
    const port = await serving((_request, response) => response.writeHead(204).end());
    vi.stubEnv('NODE_USE_ENV_PROXY', '1');
    vi.stubEnv('HTTP_PROXY', `http://127.0.0.1:${proxy}`);
    vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${proxy}`);
    expect(await outcome(client, `http://127.0.0.1:${port}/`)).toBe(204);
    expect(proxied).not.toHaveBeenCalled();
  });

  test('a certificate that nobody vouches for is refused, whatever the environment says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-certificate-'));
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const subject = ['-subj', '/CN=hooks.example', '-addext', 'subjectAltName=DNS:hooks.example'];
    const made = [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '1',
    ];
    execFileSync('openssl', [...made, ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    const server = https.createServer({ key: readFileSync(key), cert: readFileSync(cert) });
    rmSync(folder, { recursive: true });
    const port = await serving((_request, response) => response.writeHead(204).end(), server);
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const resolving = egressClient({ allowance: loopback, resolve: async () => named('127.0.0.1') });
    expect(await outcome(resolving, `https://hooks.example:${port}/`)).toBe('egress.certificate-refused');
  });
});
