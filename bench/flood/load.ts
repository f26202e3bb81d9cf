import { setTimeout as sleep } from 'node:timers/promises';
import { answerParent } from '../child.ts';
import { keptAlive } from '../kept-alive.ts';

/** Whom to call with which key, over how many connections, with how much rest between two requests of one. */
export type FloodTask = {
  readonly port: number;
  readonly key: string;
  readonly connections: number;
  readonly everyMs: number;
  readonly measuredMs: number;
};

/** Adds users to the tenant of the key: a write with its audit record each. */
async function load({ port, key, connections, everyMs, measuredMs }: FloodTask) {
  const headers = `authorization: Bearer ${key}\r\ncontent-type: application/json\r\n`;
  const stores = '/api/identity-store/stores';
  const until = performance.now() + measuredMs;
  const times: number[] = [];
  const worker = async () => {
    const { ask, end } = await keptAlive(port);
    await ask({ method: 'POST', path: stores, headers, body: '{"name":"people"}' });
    while (performance.now() < until) {
      const before = performance.now();
      await ask({ method: 'POST', path: `${stores}/people/users`, headers, body: '{}' });
      times.push(performance.now() - before);
      if (everyMs > 0) await sleep(everyMs);
    }
    end();
  };
  await Promise.all(Array.from({ length: connections }, worker));
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { perSecond: times.length / (measuredMs / 1000), p50Ms: at(0.5), p99Ms: at(0.99) };
}

answerParent(load);
