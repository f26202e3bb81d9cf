import { currentTenant } from '../db/tenant-scope.ts';
import type { FairGate } from '../limits/fair-gate.ts';
import type { Limits } from '../limits/limits.ts';
import type { Visitor } from './visitor.ts';

type Needs = {
  readonly limits: Pick<Limits, 'ofAddress' | 'ofVisitor'>;
  readonly gate: Pick<FairGate, 'run'>;
};
type Asked = { readonly method: string; readonly url: string; readonly ip: string };

/** The addresses by which links are opened and journeys started. */
const isOpening = ({ url }: Asked): boolean => /^\/web\/trustweb(\/start)?(\?|$)/.test(url);

/** Counts a request before anything of it is read. Throws `limit.reached`. */
export async function countRequest({ limits }: Needs, request: Asked): Promise<void> {
  await limits.ofAddress('address', request.ip);
  if (isOpening(request)) await limits.ofAddress('link', request.ip);
}

/** Counts a request of a browser that a journey knows. Throws `limit.reached`. */
export async function countVisitor({ limits }: Needs, tenant: string, visitor?: Visitor): Promise<void> {
  if (visitor) await limits.ofVisitor(tenant, visitor.secret);
}

/** Lets the work of a request in when it is its tenant's turn. Throws `limit.busy`. */
export function inTurn<Result>({ gate }: Needs, work: () => Promise<Result>): Promise<Result> {
  const tenant = currentTenant();
  return tenant === undefined ? work() : gate.run(tenant, work);
}

/** Whether somebody is to come back in a moment, and after how many seconds. */
export function pauseOf(error: unknown): number | undefined {
  const { code, retryAfterSeconds } = (error ?? {}) as {
    readonly code?: unknown;
    readonly retryAfterSeconds?: number;
  };
  const isLimit = typeof code === 'string' && code.startsWith('limit.');
  return isLimit ? (retryAfterSeconds ?? 1) : undefined;
}
