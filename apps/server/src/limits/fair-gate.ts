import type { Clock } from '@latchkey/kernel';
import { limitProblems } from './limit-problems.ts';

type Bounds = {
  /** Pieces of work at once, of all tenants. */
  readonly most: number;
  /** Of one tenant while no other asks. */
  readonly mostOfOne: number;
  /** Of one tenant while another was seen within the last second. */
  readonly mostBesideOthers: number;
  /** Of one tenant, that wait for their turn. */
  readonly mostWaiting: number;
};

/** Leaves the gate; called again, it does nothing. */
export type Leave = () => void;

/** Lets work in by turns of the tenants. */
export type FairGate = {
  /** Resolves when it is this tenant's turn. Throws `limit.busy` when too much of it waits already. */
  readonly enter: (tenant: string) => Promise<Leave>;
  readonly run: <Result>(tenant: string, work: () => Promise<Result>) => Promise<Result>;
};

/**
 * A gate before the database. One tenant never fills it, beside others it gets fewer places still, since those who are
 * inside share processors too. When somebody leaves, the tenants that wait take turns: however much of one waits,
 * another's next piece of work comes after at most one of each.
 */
export function fairGate({ most, mostOfOne, mostBesideOthers, mostWaiting }: Bounds, now: Clock): FairGate {
  const inside = new Map<string, number>();
  /** By tenant, in the order of their turns. */
  const waiting = new Map<string, (() => void)[]>();
  const seen = lastSeen(now);
  let all = 0;
  const boundOf = (tenant: string) => (seen.isBesideOthers(tenant) ? mostBesideOthers : mostOfOne);
  const hasRoom = (tenant: string) => all < most && (inside.get(tenant) ?? 0) < boundOf(tenant);
  const come = (tenant: string): void => {
    all += 1;
    inside.set(tenant, (inside.get(tenant) ?? 0) + 1);
  };
  const go = (tenant: string): void => {
    all -= 1;
    const left = (inside.get(tenant) ?? 1) - 1;
    if (left === 0) inside.delete(tenant);
    else inside.set(tenant, left);
    next();
  };
  /** As many as there is room for: a tenant whose bound has grown gets more than the one place that came free. */
  const next = (): void => {
    for (;;) {
      const tenant = [...waiting.keys()].find(hasRoom);
      if (tenant === undefined) return;
      const line = waiting.get(tenant) ?? [];
      // Behind the others, for its next turn.
      waiting.delete(tenant);
      const first = line.shift();
      if (line.length > 0) waiting.set(tenant, line);
      first?.();
    }
  };
  const leaving = (tenant: string): Leave => {
    let isInside = true;
    return () => {
      if (isInside) go(tenant);
      isInside = false;
    };
  };
  const enter = async (tenant: string): Promise<Leave> => {
    seen.note(tenant);
    const line = waiting.get(tenant) ?? [];
    if (line.length === 0 && hasRoom(tenant)) {
      come(tenant);
      return leaving(tenant);
    }
    if (line.length >= mostWaiting) throw limitProblems.create('limit.busy', { retryAfterSeconds: 1 });
    waiting.set(tenant, line);
    return new Promise((resolve) => {
      line.push(() => {
        come(tenant);
        resolve(leaving(tenant));
      });
    });
  };
  const run = async <Result>(tenant: string, work: () => Promise<Result>): Promise<Result> => {
    const leave = await enter(tenant);
    try {
      return await work();
    } finally {
      leave();
    }
  };
  return Object.freeze({ enter, run });
}

/** Who asked lately: of whom alone, and of the last before that one. */
function lastSeen(now: Clock) {
  type Seen = { readonly tenant: string; readonly atMs: number };
  let newest: Seen | undefined;
  let before: Seen | undefined;
  return {
    note: (tenant: string): void => {
      if (newest?.tenant !== tenant) before = newest;
      newest = { tenant, atMs: now() };
    },
    isBesideOthers: (tenant: string): boolean => {
      const other = newest?.tenant === tenant ? before : newest;
      return other !== undefined && now() - other.atMs < 1_000;
    },
  };
}

/** The bounds over a pool of so many connections: a fifth, at least one, is never one tenant's; beside others two thirds. */
export const boundsOf = (poolSize: number): Bounds => ({
  most: poolSize,
  mostOfOne: Math.max(1, poolSize - Math.max(1, Math.floor(poolSize / 5))),
  mostBesideOthers: Math.max(1, Math.floor(poolSize / 3)),
  mostWaiting: 2_000,
});
