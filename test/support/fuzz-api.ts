import { type Route, routes } from '@latchkey/contract';
import { wholeBody } from './fuzz-body.ts';
import { fuzzedValue, oneOf, seededRandom, textOf } from './fuzz-values.ts';
import { type Things, urlOf } from './request-of.ts';
import type { Schema } from './sample.ts';
import { seedOneOfEach } from './seed-one-of-each.ts';
import type { TestClient, TestServer } from './server.ts';

/** What fuzzing found: each fault with the request that shows it, and how often each status was answered. */
export type FuzzReport = {
  readonly faults: readonly string[];
  readonly statuses: Readonly<Record<string, number>>;
};

/** Stands in what the second tenant has, and in nothing that a request says. */
const sentinel = 'SENTINEL-OF-ANOTHER-TENANT';
const longestMs = 15_000;
/** After so many requests a fresh tenant comes: what was there may be deleted, blocked or full. */
const perTenant = 250;
/** So many requests are whole; the others have something odd, or may have. */
const wholeShare = 0.4;

/** Sends random requests to every route, some valid, some not, to things of one's own, of another tenant and to none. */
export async function fuzzApi(server: TestServer, seed: number, count: number): Promise<FuzzReport> {
  const random = seededRandom(seed);
  const foreign = await seedSentinels(server);
  const faults: string[] = [];
  const statuses: Record<string, number> = {};
  const platform = await server.client('demo');
  let [client, own] = await freshTenant(server, platform, 0);
  for (let n = 0; n < count; n += 1) {
    if (n > 0 && n % perTenant === 0) [client, own] = await freshTenant(server, platform, n);
    // Each route in its turn, so that none is left to luck.
    const route = routes[n % routes.length] as Route;
    const isWhole = random() < wholeShare;
    const request = isWhole ? wholeRequest(route, own, n) : requestOf(route, random, [own, foreign, []]);
    const isPlatform = route.path.startsWith('/api/platform') && random() < 0.7;
    const { status, text } = await answered(server, isPlatform ? platform : client, request);
    statuses[status] = (statuses[status] ?? 0) + 1;
    const shown = `${route.id} ${request.url.slice(0, 300)} ${String(request.payload).slice(0, 600)}`;
    if (status >= 500 || status === 0) faults.push(`${status}: ${shown}`);
    if (text.includes(sentinel)) faults.push(`leak: ${shown}`);
  }
  return { faults, statuses };
}

async function freshTenant(
  server: TestServer,
  platform: TestClient,
  n: number,
): Promise<readonly [TestClient, Things]> {
  // Past what the sign-in of operators allows one address in a minute.
  server.clock.now += 60_000;
  const client = await server.client(`fuzz-${n}`);
  const tenantId = `led-${n}`;
  await platform.call('POST', '/api/platform/tenants', { id: tenantId, name: 'Led' });
  return [client, [...(await seedOneOfEach(withoutPlatform(client))), ['/api/platform', { tenantId }]]];
}

/** A request that nothing speaks against, as far as the seed goes: about what there is, and with names of its own. */
function wholeRequest(route: Route, own: Things, n: number): Sent {
  const url = urlOf(route, own);
  if (route.method !== 'POST' || route.bodyType === 'form') return { method: route.method, url };
  const payload = JSON.stringify(route.body ? wholeBody(route.body as Schema, n) : {});
  return { method: 'POST', url, payload, type: 'application/json' };
}

/** The tenant of the fuzz is none that manages others. */
const withoutPlatform = (client: TestClient): TestClient => ({
  ...client,
  call: async (method, url, ...rest) =>
    url.startsWith('/api/platform')
      ? { status: 409, body: {}, headers: {} }
      : client.call(method, url, ...rest),
});

async function seedSentinels(server: TestServer): Promise<Things> {
  const other = await server.client('other');
  const things = await seedOneOfEach(withoutPlatform(other));
  const store = '/api/identity-store/stores';
  const made = await Promise.all([
    other.call('POST', store, { name: sentinel, description: sentinel }),
    other.call('POST', `${store}/customers/users`, {
      externalId: sentinel,
      lastName: sentinel,
      email: 'a@b.example',
    }),
    other.call('POST', '/api/process-manager/customDataForms', {
      name: sentinel,
      description: sentinel,
      resource: '{"title":{"values":{}},"components":[]}',
    }),
    other.call('POST', '/api/arthr/apiKeys', { name: sentinel }),
    other.call('POST', '/api/backoffice/invitations', { name: sentinel, role: 'auditor' }),
    other.call('POST', `${store}/customers`, { description: sentinel }),
  ]);
  const failed = made.filter(({ status }) => status >= 300);
  if (failed.length > 0) throw new Error(JSON.stringify(failed));
  return things;
}

type Random = () => number;
type Sent = {
  readonly method: Route['method'];
  readonly url: string;
  readonly payload?: string;
  readonly type?: string;
};

function requestOf(route: Route, random: Random, things: readonly Things[]): Sent {
  const oddness = random() < 0.5 ? 0 : 0.25;
  const url = withOddPath(
    urlOf(route, oneOf(random, things), queryOf(route, random, oddness)),
    route,
    random,
  );
  if (route.method !== 'POST') return { method: route.method, url };
  const body = route.body ? fuzzedValue(route.body as Schema, random, oddness) : {};
  if (route.bodyType === 'form') {
    const fields = Object.entries(Object(body)).map(
      ([name, value]) => [name, String(value)] as [string, string],
    );
    return {
      method: 'POST',
      url,
      payload: new URLSearchParams(fields).toString(),
      type: 'application/x-www-form-urlencoded',
    };
  }
  const json = JSON.stringify(body) ?? '';
  const payload = random() < 0.04 ? json.slice(0, Math.floor(random() * json.length)) : json;
  return { method: 'POST', url, payload, type: random() < 0.02 ? 'text/plain' : 'application/json' };
}

function queryOf(route: Route, random: Random, oddness: number): string {
  const properties = Object.entries((route.query as Schema | undefined)?.properties ?? {});
  const chosen = properties.filter(() => random() < 0.35);
  return new URLSearchParams(
    chosen.map(([name, schema]): [string, string] => [
      name,
      [fuzzedValue(schema, random, oddness)].flat().map(String).join(',').toWellFormed(),
    ]),
  ).toString();
}

/** Now and then something else stands where the path names a thing. */
function withOddPath(url: string, route: Route, random: Random): string {
  if (!route.path.includes('{') || random() > 0.15) return url;
  return route.path.replace(/\{\w+\}/g, () => encodeURIComponent(textOf(random).toWellFormed()) || '-');
}

/** Status 0 is no answer in time. */
async function answered(server: TestServer, client: TestClient, { method, url, payload, type }: Sent) {
  const headers = { authorization: `Bearer ${client.code}`, ...(type && { 'content-type': type }) };
  const late = Promise.withResolvers<{ status: number; text: string }>();
  const timer = setTimeout(() => late.resolve({ status: 0, text: '' }), longestMs);
  const answer = server.app
    .inject({ method, url, headers, ...(payload !== undefined && { payload }) })
    .then(({ statusCode, body }) => ({ status: statusCode, text: body }));
  return Promise.race([answer, late.promise]).finally(() => clearTimeout(timer));
}
