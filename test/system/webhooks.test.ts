import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Cluster, startCluster } from '../support/cluster.ts';
import { rest } from '../support/rest.ts';

let cluster: Cluster;
let receiver: Server;
let isSilent = true;
const begun: string[] = [];
const accepted = new Map<string, string>();

beforeAll(async () => {
  receiver = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const { id, subject } = JSON.parse(String(Buffer.concat(parts)));
      begun.push(id);
      if (isSilent) return;
      accepted.set(id, subject);
      response.writeHead(204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  cluster = await startCluster(2, { LATCHKEY_EGRESS_ALLOW: '127.0.0.1' });
});

afterAll(async () => {
  receiver?.closeAllConnections();
  receiver?.close();
  await cluster?.stop();
});

describe('two servers, of which one dies', () => {
  test('lose no event: neither those nobody has handed over, nor those it was delivering', async () => {
    const [first] = cluster.servers;
    const api = rest(cluster.bases[0] ?? '', first?.accessToken ?? '');
    const { port } = receiver.address() as AddressInfo;
    const made = await api.post('/api/webhooks/endpoints', {
      name: 'Mail',
      url: `http://127.0.0.1:${port}/`,
      events: ['user.created'],
    });
    expect(made.status).toBe(201);
    const add = async (externalId: string) => {
      const { status, body } = await api.post('/api/identity-store/stores/demoStore/users', { externalId });
      expect(status).toBe(201);
      return `user/${body.id}`;
    };
    const early: string[] = [];
    for (let number = 0; number < 12; number += 1) early.push(await add(`early-${number}`));
    await vi.waitFor(() => expect(begun.length).toBeGreaterThan(0), { timeout: 60_000, interval: 50 });
    const late = await Promise.all(Array.from({ length: 12 }, (_, number) => add(`late-${number}`)));
    await first?.kill();
    isSilent = false;
    receiver.closeAllConnections();
    await vi.waitFor(() => expect([...accepted.values()].sort()).toEqual([...early, ...late].sort()), {
      timeout: 170_000,
      interval: 500,
    });
  }, 240_000);
});
