import type { Standing } from './limiter.ts';

/**
 * `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers-10): each limit that a request counts
 * against, what is left of it, and in how many seconds it is full again.
 */
export function standingHeaders(standings: readonly Standing[]): Readonly<Record<string, string>> {
  if (standings.length === 0) return {};
  const listed = (write: (standing: Standing) => string) => standings.map(write).join(', ');
  return {
    'ratelimit-policy': listed(({ kind, most, seconds }) => `"${kind}";q=${most};w=${seconds}`),
    ratelimit: listed((one) => `"${one.kind}";r=${one.left};t=${fullAgain(one)}`),
  };
}

const fullAgain = ({ most, seconds, left }: Standing): number =>
  most < 1 ? seconds : Math.ceil(((most - left) * seconds) / most);

/** In how many seconds one more is taken. */
export const retryAfter = ({ most, seconds }: Standing): number =>
  most < 1 ? seconds : Math.max(1, Math.ceil(seconds / most));
