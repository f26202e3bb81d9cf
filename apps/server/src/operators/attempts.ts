import type { Clock } from '@latchkey/kernel';
import { recentlyKnown } from '../access/recently-known.ts';
import { operatorProblems } from './operator.ts';

type Bucket = { tokens: number; filledAtMs: number };

/** Attempts that an address has at once, and how many it gets back in a minute. */
const capacity = 30;
const perMinute = 30;

/** Takes one attempt of an address. Throws `operator.too-many-attempts`. */
export type TakeAttempt = (address: string) => void;

/**
 * Counts attempts by address, in this process alone: every process has buckets of its own, and people behind one
 * proxy share one.
 */
export function attempts(now: Clock): TakeAttempt {
  const buckets = recentlyKnown<Bucket>(10_000);
  return (address) => {
    const nowMs = now();
    const bucket = buckets.get(address) ?? { tokens: capacity, filledAtMs: nowMs };
    const gained = (Math.max(0, nowMs - bucket.filledAtMs) * perMinute) / 60_000;
    const tokens = Math.min(capacity, bucket.tokens + gained);
    const isEmpty = tokens < 1;
    buckets.set(address, { tokens: isEmpty ? tokens : tokens - 1, filledAtMs: nowMs });
    if (isEmpty) throw operatorProblems.create('operator.too-many-attempts', { retryAfterSeconds: 2 });
  };
}
