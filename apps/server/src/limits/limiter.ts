import { hash } from 'node:crypto';
import type { Clock } from '@latchkey/kernel';
import { recentlyKnown } from '../access/recently-known.ts';
import type { Rate } from './rate.ts';
import type { Leased } from './request-buckets.sql.ts';

/** Whose bucket: what is counted, in which tenant (none: before one is known), by whom. */
export type Counted = { readonly kind: string; readonly tenant?: string; readonly by: string };

/** How a bucket stands after a request, as this process knows it. */
export type Standing = Rate & { readonly kind: string; readonly left: number; readonly isRefused: boolean };

/** Counts one request against a bucket. */
export type CountRequest = (counted: Counted, rate: Rate) => Promise<Standing>;

type Lease = (
  key: Uint8Array,
  asked: Rate & { readonly owed: number; readonly wanted: number },
) => Promise<Leased>;

type Bucket = {
  readonly rate: Rate;
  /** What this process may still hand out without asking. */
  held: number;
  /** How much of that was used and not paid in the database yet. */
  owed: number;
  isOnCredit: boolean;
  /** What the database had left at the last look. */
  beyond: number;
  readonly endsAtMs: number;
  refusedUntilMs: number;
  leasing: Promise<void> | undefined;
};

/** A process hands out this part of a bucket before it looks at the database, and takes as much at each look. */
const share = 1 / 20;

/**
 * Buckets that all processes share through the database. A process hands out a twentieth on credit, then pays for it
 * and takes the next twentieth in one statement, so that most requests need none; small buckets are counted one by
 * one. What is held lapses after a third of the rate's span.
 */
export function limiter({ lease, now }: { readonly lease: Lease; readonly now: Clock }): CountRequest {
  const buckets = recentlyKnown<Bucket>(20_000);
  return async (counted, rate) => {
    const { kind } = counted;
    if (rate.most < 1) return { ...rate, kind, left: 0, isRefused: true };
    const key = keyOf(counted);
    const name = Buffer.from(key).toString('base64');
    const bucket = current(buckets.get(name), rate, now());
    buckets.set(name, bucket);
    while (bucket.held < 1 && now() >= bucket.refusedUntilMs) {
      bucket.leasing ??= renew({ lease, now }, key, bucket).finally(() => {
        bucket.leasing = undefined;
      });
      await bucket.leasing;
    }
    if (bucket.held < 1) return { ...rate, kind, left: 0, isRefused: true };
    bucket.held -= 1;
    if (bucket.isOnCredit) bucket.owed += 1;
    return { ...rate, kind, left: Math.max(0, Math.floor(bucket.held + bucket.beyond)), isRefused: false };
  };
}

/** The bucket as it is held, or one on credit for whoever has not used up a credit lately. */
function current(known: Bucket | undefined, rate: Rate, moment: number): Bucket {
  const isSame =
    known === undefined || (known.rate.most === rate.most && known.rate.seconds === rate.seconds);
  if (known !== undefined && isSame && moment < known.endsAtMs) return known;
  const isTrusted = isSame && (known?.isOnCredit ?? true);
  const credit = isTrusted ? Math.floor(rate.most * share) : 0;
  return {
    rate,
    held: credit,
    owed: 0,
    isOnCredit: isTrusted,
    beyond: rate.most - credit,
    endsAtMs: moment + (rate.seconds * 1000) / 3,
    refusedUntilMs: 0,
    leasing: undefined,
  };
}

async function renew(
  { lease, now }: { readonly lease: Lease; readonly now: Clock },
  key: Uint8Array,
  bucket: Bucket,
): Promise<void> {
  const { rate, owed } = bucket;
  const wanted = Math.max(1, Math.floor(rate.most * share));
  const { tokens, granted } = await lease(key, { ...rate, owed, wanted });
  bucket.owed -= owed;
  bucket.isOnCredit = false;
  bucket.held += granted;
  bucket.beyond = Math.max(0, tokens);
  if (granted === 0) bucket.refusedUntilMs = now() + Math.min(waitMs(rate, tokens), longestBlindnessMs);
}

/** A limit that was raised acts within so long. */
const longestBlindnessMs = 5_000;

const waitMs = ({ most, seconds }: Rate, tokens: number): number =>
  Math.ceil(((1 - tokens) * seconds * 1000) / most);

/** Only a hash is stored: a dump of the database names nobody. */
const keyOf = ({ kind, tenant = '', by }: Counted): Uint8Array =>
  hash('sha256', [kind, tenant, by].join('\0'), 'buffer');
