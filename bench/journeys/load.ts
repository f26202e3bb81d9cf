import { answerParent } from '../child.ts';
import { keptAlive } from '../kept-alive.ts';
import { bareVisit, type JourneyBytes, visit } from './visit.ts';

export type JourneyTask = {
  readonly port: number;
  readonly people: number;
  readonly warmUpMs: number;
  readonly measuredMs: number;
  /** The product's journeys by their link, or the floor's by the sizes of the answers. */
  readonly what: { readonly journeyUrl: string } | { readonly bytes: JourneyBytes };
};

export type JourneyResult = {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly bytes: JourneyBytes;
};

/** So many people at once, each one journey after the other on a connection of its own. */
async function load({ port, people, warmUpMs, measuredMs, what }: JourneyTask): Promise<JourneyResult> {
  const from = performance.now() + warmUpMs;
  const until = from + measuredMs;
  const times: number[] = [];
  let bytes: JourneyBytes = [];
  const one = async () => {
    const { ask, end } = await keptAlive(port);
    for (let before = performance.now(); before <= until; before = performance.now()) {
      bytes = 'bytes' in what ? await bareVisit(ask, what.bytes) : await visit(ask, what.journeyUrl);
      const after = performance.now();
      if (before >= from && after <= until) times.push(after - before);
    }
    end();
  };
  await Promise.all(Array.from({ length: people }, one));
  times.sort((first, second) => first - second);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { perSecond: (times.length * 1000) / measuredMs, p50Ms: at(0.5), p99Ms: at(0.99), bytes };
}

answerParent(load);
