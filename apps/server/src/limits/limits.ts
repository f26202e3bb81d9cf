import type { Actor } from '../access/actor.ts';
import { type LimitCode, limitProblems } from './limit-problems.ts';
import type { Counted, CountRequest, Standing } from './limiter.ts';
import { isPrivateNetwork, networkOf } from './network-address.ts';
import type { Rate, RateKind, Rates } from './rate.ts';
import { retryAfter, standingHeaders } from './standing-headers.ts';
import type { TenantRates } from './tenant-rates.sql.ts';

/** What counts requests, each against the buckets of whoever sends it. All throw `limit.reached`, and nothing else. */
export type Limits = {
  /** A request of the API: its tenant's and its actor's. Answers the headers that tell how they stand. */
  readonly ofActor: (actor: Actor) => Promise<Readonly<Record<string, string>>>;
  /** What anybody may send, by network address. */
  readonly ofAddress: (kind: 'address' | 'link' | 'sign-in' | 'token', address: string) => Promise<void>;
  /** A request of a browser in a journey. */
  readonly ofVisitor: (tenant: string, secret: string) => Promise<void>;
  /** A registration that an actor starts for a user. Others, and the user, are not affected. Throws `limit.target-reached`. */
  readonly ofTarget: (actor: Actor, user: string) => Promise<void>;
};

type Needs = {
  readonly count: CountRequest;
  readonly rates: Rates;
  readonly tenantRates: (tenant: string) => Promise<TenantRates | undefined>;
  /** A proxy stands in front and is named: private addresses are people's. */
  readonly isBehindKnownProxy: boolean;
};

/** Puts the limits together from their parts. */
export function limits({ count, rates, tenantRates, isBehindKnownProxy }: Needs): Limits {
  const ofActor: Limits['ofActor'] = async ({ tenant, kind, id }) => {
    const own = await tenantRates(tenant);
    const whole = own?.requestsPerMinute ?? undefined;
    const each =
      kind === 'operator'
        ? overridden(rates.operator, own?.operatorRequestsPerMinute)
        : overridden(rates.client, own?.clientRequestsPerMinute);
    const standings = [
      await counted(count, { kind: kind === 'operator' ? 'operator' : 'client', tenant, by: id }, each),
      ...(whole === undefined
        ? []
        : [await counted(count, { kind: 'tenant', tenant, by: '' }, { most: whole, seconds: 60 })]),
    ];
    return standingHeaders(standings);
  };
  return Object.freeze<Limits>({
    ofActor,
    ofAddress: async (kind, address) => {
      const network = networkOf(address);
      // A proxy that is not named hides everybody behind its own address.
      if (kind !== 'sign-in' && !isBehindKnownProxy && isPrivateNetwork(network)) return;
      await counted(count, { kind, by: network }, rates[kind]);
    },
    ofVisitor: async (tenant, secret) => {
      const rate = overridden(rates.visitor, (await tenantRates(tenant))?.visitorRequestsPerMinute);
      await counted(count, { kind: 'visitor', tenant, by: secret }, rate);
    },
    ofTarget: async ({ tenant, kind, id }, user) => {
      const rate = overridden(rates.target, (await tenantRates(tenant))?.registrationsPerUserAndHour);
      await counted(count, { kind: 'target', tenant, by: `${kind} ${id} ${user}` }, rate);
    },
  });
}

const overridden = (usual: Rate, own: number | null | undefined): Rate =>
  own === null || own === undefined ? usual : { ...usual, most: own };

async function counted(
  count: CountRequest,
  whose: Counted & { readonly kind: RateKind | 'tenant' },
  rate: Rate,
): Promise<Standing> {
  const standing = await count(whose, rate);
  if (!standing.isRefused) return standing;
  throw limitProblems.create(codes[whose.kind], {
    retryAfterSeconds: retryAfter(standing),
    facts: { headers: standingHeaders([standing]) },
  });
}

const codes = Object.freeze({
  tenant: 'tenant.too-many-requests',
  client: 'limit.reached',
  operator: 'limit.reached',
  visitor: 'limit.reached',
  address: 'limit.reached',
  link: 'limit.reached',
  token: 'limit.reached',
  'sign-in': 'operator.too-many-attempts',
  target: 'limit.target-reached',
} as const satisfies Readonly<Record<RateKind | 'tenant', LimitCode>>);
