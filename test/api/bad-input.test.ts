import { permissionsFor, type Route, routes } from '@latchkey/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessProblems } from '../../apps/server/src/access/access-problems.ts';
import { allPermissions } from '../../apps/server/src/access/api-key.ts';
import { requestProblems } from '../../apps/server/src/http/request-problems.ts';
import { bodyOf, namesThings, propertiesOf, type Things, urlOf } from '../support/request-of.ts';
import { type Schema, wrongValues } from '../support/sample.ts';
import { seedOneOfEach } from '../support/seed-one-of-each.ts';
import { type TestClient, type TestServer, testServer } from '../support/server.ts';

let server: TestServer;
let demo: TestClient;
let other: TestClient;
/** One of everything, in tenant `demo`. */
let existing: Things;
let expired: string;

beforeAll(async () => {
  server = await testServer();
  demo = await server.client('demo');
  other = await server.client('other');
  existing = await seedOneOfEach(demo);
  server.clock.now -= 2 * 3600 * 1000;
  expired = await server.access.tokens.issue({ ...demo, tenant: 'demo', name: 'demo', permissions: [] });
  server.clock.now += 2 * 3600 * 1000;
});
afterAll(() => server.close());

type Answer = Awaited<ReturnType<TestClient['call']>>;
const everywhere = new Set<string>([
  ...Object.keys(requestProblems.kinds),
  ...Object.keys(accessProblems.kinds),
]);

/** The documented form of a failure: its status, its media type, a code that the contract names. */
function expectProblem(route: Route, answer: Answer, status: number): void {
  expect(answer.status, JSON.stringify(answer.body)).toBe(status);
  if (route.failures === 'oauth') {
    expect(answer.body.error).toEqual(expect.any(String));
    return;
  }
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.body).toMatchObject({
    status,
    type: `urn:latchkey:problem:${answer.body.code}`,
    title: expect.any(String),
    instance: expect.any(String),
    traceId: expect.any(String),
  });
  const isDocumented = everywhere.has(answer.body.code) || route.problems.includes(answer.body.code);
  expect(isDocumented, `${answer.body.code} in ${route.id}`).toBe(true);
}

const isGuarded = (route: Route) => route.permission !== 'public';
const takesJson = (route: Route) => route.method === 'POST' && route.bodyType !== 'form';
/** Whether the body is a map of anything, as where the reference sends the object itself along. */
const isOpen = ({ body }: Route) => body !== undefined && (body as Schema).properties === undefined;
const named = (chosen: readonly Route[]) =>
  chosen.map((route) => [`${route.method} ${route.path}`, route] as const);
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const json = { 'content-type': 'application/json' };
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

test('every route of the contract is served', () => {
  const missing = routes.filter(
    ({ method, path }) => !server.app.hasRoute({ method, url: path.replace(/\{(\w+)\}/g, ':$1') }),
  );
  expect(missing.map(({ id }) => id)).toEqual([]);
});

describe.each(named(routes.filter(isGuarded)))('%s', (_name, route) => {
  test('without a good token is 401', async () => {
    const good = await server.access.tokens.issue({ ...demo, tenant: 'demo', name: 'demo', permissions: [] });
    const credentials: Record<string, string>[] = [
      {},
      bearer('x'),
      bearer(good.slice(0, -1)),
      bearer(expired),
      bearer(`lk_${'A'.repeat(43)}`),
      { authorization: 'Basic YTpi' },
      { 'x-api-key': 'lk_short' },
    ];
    for (const headers of credentials) {
      const answer = await server.call(route.method, urlOf(route, existing), bodyOf(route), headers);
      expectProblem(route, answer, 401);
      expect(answer.headers['www-authenticate']).toContain('Bearer');
    }
    const head = await server.app.inject({ method: 'HEAD', url: urlOf(route, existing) });
    expect([401, 405]).toContain(head.statusCode);
  });

  test('without its permission is 403, whether the thing exists or not', async () => {
    const enough = permissionsFor('demo', route);
    const held = allPermissions('demo').filter((permission) => !enough.includes(permission));
    const poor = await server.client('demo', held);
    for (const things of [existing, []]) {
      const answer = await poor.call(route.method, urlOf(route, things), bodyOf(route));
      expectProblem(route, answer, 403);
      expect(answer.body.code).toBe('access.forbidden');
    }
  });
});

describe.each(named(routes.filter((route) => isGuarded(route) && namesThings(route))))(
  '%s',
  (_name, route) => {
    test('on what does not exist is 404', async () => {
      expectProblem(route, await demo.call(route.method, urlOf(route), bodyOf(route)), 404);
    });

    test("on another tenant's is the same 404", async () => {
      const plain = ({ body: { traceId: _t, instance: _i, ...rest } }: Answer) => rest;
      const foreign = await other.call(route.method, urlOf(route, existing), bodyOf(route));
      const absent = await other.call(route.method, urlOf(route), bodyOf(route));
      expectProblem(route, foreign, 404);
      expect(plain(foreign)).toEqual(plain(absent));
    });
  },
);

describe.each(named(routes.filter(takesJson)))('%s', (_name, route) => {
  const send = (body: unknown, headers: Record<string, string> = json) =>
    demo.call('POST', urlOf(route, existing), body, headers);

  test('refuses a body that is no object', async () => {
    for (const body of ['[]', '"text"', '12', 'null', 'true']) expectProblem(route, await send(body), 400);
  });

  test('refuses a wrong type of each property, and names it', async () => {
    for (const [name, schema] of propertiesOf(route)) {
      for (const value of wrongValues(schema)) {
        const answer = await send({ ...(bodyOf(route) as object), [name]: value });
        expectProblem(route, answer, 400);
        expect(answer.body.code).toBe('request.invalid');
        expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer).join()).toContain(
          `/${name}`,
        );
      }
    }
  });

  test('refuses an unknown field, broken JSON, bad keys and deep nesting', async () => {
    const rest = JSON.stringify(bodyOf(route) ?? {}).slice(1);
    const withField = (field: string) => `{${field}${rest === '}' ? '' : ','}${rest}`;
    const cases = [
      ...(isOpen(route) ? [] : [[withField('"unexpectedField":1'), 'request.invalid'] as const]),
      [withField('"__proto__":{}'), 'request.invalid'],
      [withField('"nul\\u0000":1'), 'request.invalid'],
      ['{"broken":', 'request.malformed-json'],
      [withField(`"deep":${'['.repeat(40)}${']'.repeat(40)}`), 'request.too-deep'],
    ] as const;
    for (const [body, code] of cases) {
      const answer = await send(body);
      expectProblem(route, answer, 400);
      expect(answer.body.code).toBe(code);
    }
  });

  test('refuses a large body and other content types', async () => {
    const large = Math.max(70_000, (route.bodyLimit ?? 0) + 1);
    expectProblem(route, await send(`{"a":"${'x'.repeat(large)}"}`), 413);
    for (const type of [
      'text/plain',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
    ]) {
      expectProblem(route, await send('a=b', { 'content-type': type }), 415);
    }
  });
});

describe.each(named(routes.filter(({ bodyType }) => bodyType === 'form')))('%s', (_name, route) => {
  test('refuses unknown fields, large bodies and other content types', async () => {
    expectProblem(route, await server.call('POST', route.path, 'unexpected=1', form), 400);
    expectProblem(route, await server.call('POST', route.path, `a=${'x'.repeat(70_000)}`, form), 413);
    expectProblem(route, await server.call('POST', route.path, '{}', json), 415);
  });
});

describe.each(named(routes))('%s', (_name, route) => {
  test('refuses unknown and malformed query parameters', async () => {
    const integers = Object.entries((route.query as Schema | undefined)?.properties ?? {})
      .filter(([, schema]) => schema.type === 'integer')
      .flatMap(([name]) => [`${name}=x`, `${name}=-1`, `${name}=1.5`, `${name}=99999999999`]);
    const [body, headers] = route.bodyType === 'form' ? ['', form] : [bodyOf(route), {}];
    for (const query of ['unexpected=1', ...integers]) {
      expectProblem(route, await demo.call(route.method, urlOf(route, existing, query), body, headers), 400);
    }
  });

  test('refuses another method with 405', async () => {
    const answer = await server.app.inject({ method: 'PATCH', url: urlOf(route, existing) });
    expect([answer.statusCode, answer.json().code]).toEqual([405, 'request.method-not-allowed']);
    expect(answer.headers.allow).toContain(route.method);
  });

  test('never fails on our side, whatever stands in the path and the body', async () => {
    const values = fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' });
    const bodies = fc.record(Object.fromEntries(propertiesOf(route).map(([name]) => [name, values])), {
      requiredKeys: [],
    });
    const segment = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.oneof(bodies, values), segment, async (body, text) => {
        const path = route.path.replace(/\{\w+\}/g, () => encodeURIComponent(text));
        const payload = route.bodyType === 'form' ? asForm(body) : JSON.stringify(body);
        const type = route.bodyType === 'form' ? form : json;
        const [sent, headers] = route.method === 'POST' ? [payload, type] : [undefined, {}];
        const answer = await demo.call(route.method, path + queryOf(route, text), sent, headers);
        expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
      }),
      { numRuns: 40 },
    );
  });
});

/** Every text parameter of the query, with this text. */
const queryOf = (route: Route, text: string): string => {
  const properties = Object.entries((route.query as Schema | undefined)?.properties ?? {});
  const texts = properties.filter(([, { type }]) => type === 'string').map(([name]) => [name, text] as const);
  return texts.length === 0 ? '' : `?${new URLSearchParams(Object.fromEntries(texts))}`;
};

const asForm = (body: unknown): string =>
  new URLSearchParams(
    Object.fromEntries(Object.entries(Object(body)).map(([name, value]) => [name, JSON.stringify(value)])),
  ).toString();

test('nothing of all this was a failure of the server', () => {
  expect(server.log).toEqual([]);
});
