import { connect } from 'node:net';
import { setTimeout as soon } from 'node:timers/promises';
import { Closed, defineRoute } from '@latchkey/contract';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessProblems } from '../access/access-problems.ts';
import type { Actor } from '../access/actor.ts';
import { databaseProblems } from '../db/database-problems.ts';
import { limitProblems } from '../limits/limit-problems.ts';
import { bind } from './bind.ts';
import { httpServer } from './http-server.ts';
import { openLog } from './log.ts';
import { requestProblems } from './request-problems.ts';

const body = Closed({ name: Type.String({ maxLength: 70_000 }), more: Type.Optional(Type.Unknown()) });
const output = Closed({ id: Type.String(), size: Type.Integer() });
const common = { tag: 'Things', summary: 'A thing', status: 200, problems: [] } as const;
const readThing = defineRoute({
  ...common,
  id: 'readThing',
  method: 'GET',
  path: '/things/{thingId}',
  permission: 'Things:readThing',
  params: Closed({ thingId: Type.String() }),
  query: Closed({ size: Type.Optional(Type.Integer({ default: 10 })) }),
  output,
});
const writeThing = defineRoute({
  ...common,
  id: 'writeThing',
  method: 'POST',
  path: '/things',
  permission: 'public',
  body,
});
const failThing = defineRoute({
  ...common,
  id: 'failThing',
  method: 'DELETE',
  path: '/things',
  permission: 'public',
});

const actor: Actor = {
  kind: 'client',
  tenant: 'demo',
  id: 'c1',
  name: 'API Key: demo',
  permissions: new Set(['TNT#demo#Things:readThing']),
};
const lines: string[] = [];
let isDown = false;
const app = httpServer({
  routes: [
    bind(readThing, async ({ params, query }) => ({ id: params.thingId, size: query.size ?? 0, secret: 1 })),
    bind(writeThing, async ({ body: { name } }) => {
      if (name === 'endless') await new Promise(() => undefined);
      return undefined;
    }),
    bind(failThing, async () => {
      throw new Error('the password is 1234');
    }),
  ],
  authenticate: async ({ authorization }) => {
    if (authorization === 'Bearer good') return actor;
    if (authorization === 'Bearer poor') return { ...actor, permissions: new Set() };
    throw accessProblems.create('access.unauthenticated');
  },
  log: openLog('info', { write: (line) => void lines.push(line) }),
  ready: async () => {
    if (isDown) throw new Error('no database');
  },
  publicUrl: () => 'http://localhost:3000',
  version: '0.1.0',
  failures: {
    ...requestProblems.kinds,
    ...accessProblems.kinds,
    ...databaseProblems.kinds,
    ...limitProblems.kinds,
  },
  handlerTimeoutMs: 3_500,
  requestTimeoutMs: 1000,
});
afterAll(() => app.close());

const good = { authorization: 'Bearer good' };
const post = (payload: string, type = 'application/json') =>
  app.inject({ method: 'POST', url: '/things', payload, headers: { 'content-type': type } });

describe('a bound route', () => {
  test('gets typed input and answers only what its schema names', async () => {
    const answer = await app.inject({ url: '/things/t1?size=7', headers: good });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ id: 't1', size: 7 });
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('takes an absent body as an empty object', async () => {
    const answer = await app.inject({ method: 'POST', url: '/things' });
    expect(answer.json()).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/name' }] });
  });
});

const deep = (levels: number) => `{"name":"a","more":${'['.repeat(levels)}${']'.repeat(levels)}}`;

describe('a request that cannot be served', () => {
  test.each([
    ['no token', { url: '/things/t1' }, 401, 'access.unauthenticated'],
    [
      'a token without the permission',
      { url: '/things/t1', headers: { authorization: 'Bearer poor' } },
      403,
      'access.forbidden',
    ],
    ['an unknown address', { url: '/nothing' }, 404, 'request.unknown-route'],
    ['a broken address', { url: '/things/%zz', headers: good }, 400, 'request.malformed'],
    ['a NUL in the path', { url: '/things/%00', headers: good }, 400, 'request.invalid'],
    ['a number that is none', { url: '/things/t1?size=x', headers: good }, 400, 'request.invalid'],
    ['an unknown query parameter', { url: '/things/t1?colour=red', headers: good }, 400, 'request.invalid'],
  ])('%s gets a problem', async (_name, request, status, code) => {
    const answer = await app.inject(request);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ code, status, type: `urn:latchkey:problem:${code}` });
  });

  test.each([
    ['broken JSON', '{"name":', 400, 'request.malformed-json'],
    ['a wrong type', '{"name":1}', 400, 'request.invalid'],
    ['an unknown field', '{"name":"a","colour":"red"}', 400, 'request.invalid'],
    ['a __proto__ key', '{"name":"a","__proto__":{}}', 400, 'request.invalid'],
    ['an escaped __proto__ key', '{"name":"a","more":{"\\u005f_proto__":{}}}', 400, 'request.invalid'],
    ['a NUL', '{"name":"\\u0000"}', 400, 'request.invalid'],
    ['half a surrogate pair', '{"name":"\\ud800"}', 400, 'request.invalid'],
    ['33 levels', deep(32), 400, 'request.too-deep'],
    ['thousands of levels', deep(20_000), 400, 'request.too-deep'],
    ['70 KB', JSON.stringify({ name: 'x'.repeat(70_000) }), 413, 'request.too-large'],
  ])('%s in the body gets a problem', async (_name, payload, status, code) => {
    const answer = await post(payload);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  test('names the unknown field by pointer', async () => {
    const answer = await post('{"name":"a","a/b":1}');
    expect(answer.json().errors).toEqual([{ pointer: '/a~1b', detail: 'is not known' }]);
  });

  test('32 levels are taken', async () => {
    expect((await post(deep(31))).statusCode).toBe(200);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    '%s is not taken',
    async (type) => {
      const answer = await post('a=b', type);
      expect([answer.statusCode, answer.json().code]).toEqual([415, 'request.unsupported-media-type']);
    },
  );

  test('another method gets 405 and Allow', async () => {
    const answer = await app.inject({ method: 'PUT', url: '/things', payload: '{"a":' });
    expect([answer.statusCode, answer.json().code]).toEqual([405, 'request.method-not-allowed']);
    expect(answer.headers.allow).toBe('POST, DELETE');
  });

  test('an unlisted error says nothing but an id, which one log line holds too', async () => {
    const answer = await app.inject({ method: 'DELETE', url: '/things', headers: good });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('1234');
    const mine = lines.filter((line) => line.includes(answer.json().traceId));
    expect(mine).toHaveLength(1);
    expect(mine[0]).toContain('1234');
  });

  test('work that does not end gets 503', async () => {
    const answer = await post('{"name":"endless"}');
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'server.unavailable']);
  });

  describe('over a connection', () => {
    beforeAll(() => app.listen({ host: '127.0.0.1', port: 0 }));
    const head = 'POST /things HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';

    /** Sends the parts, a moment between them; answers all that comes until the server hangs up. */
    const sent = (...parts: readonly string[]) =>
      new Promise<string>((resolve, reject) => {
        const { port } = app.addresses()[0] as { port: number };
        let text = '';
        const socket = connect(port, '127.0.0.1', async () => {
          for (const part of parts) {
            if (socket.writable) socket.write(part);
            await soon(20);
          }
        });
        socket.on('data', (part) => {
          text += part;
          if (text.includes('"code"')) socket.end();
        });
        socket.on('close', () => resolve(text));
        socket.on('error', (error) => (text === '' ? reject(error) : resolve(text)));
      });

    test('a body that does not arrive gets 408', async () => {
      const answer = await sent(`${head}content-length: 9\r\n\r\n{`);
      expect(answer).toContain('HTTP/1.1 408');
      expect(answer).toContain('request.timed-out');
    });

    test('a body that comes in drops is over after the time of the whole, not of each drop', async () => {
      const drops = Array.from({ length: 200 }, () => '1\r\n \r\n');
      expect(await sent(`${head}transfer-encoding: chunked\r\n\r\n`, ...drops)).toContain('HTTP/1.1 408');
    });

    test('a head that does not end gets 408', async () => {
      const lines = Array.from({ length: 200 }, (_one, at) => `x-${at}: 1\r\n`);
      expect(await sent('GET /things/t1 HTTP/1.1\r\nhost: x\r\n', ...lines)).toContain('HTTP/1.1 408');
    });

    test('a chunked body is counted while it arrives, and refused without its end', async () => {
      const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
      const answer = await sent(`${head}transfer-encoding: chunked\r\n\r\n`, ...Array(5).fill(chunk));
      expect(answer).toContain('HTTP/1.1 413');
      expect(answer).toContain('request.too-large');
    });

    test('length and chunks together are refused: two servers could read two requests', async () => {
      const both = `${head}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`;
      expect(await sent(both)).toContain('HTTP/1.1 400');
    });
  });
});

test('the log never holds what lets somebody in', () => {
  const written: string[] = [];
  const log = openLog('info', { write: (line) => void written.push(line) });
  log.info({ headers: { authorization: 'Bearer abc', 'x-api-key': 'abc', cookie: 'abc' }, token: 'abc' });
  expect(written.join()).not.toContain('abc');
});

test('the description and its page are served', async () => {
  const document = (await app.inject('/openapi.json')).json();
  expect(document.openapi).toBe('3.1.0');
  expect(document.paths['/things/{thingId}'].get.operationId).toBe('readThing');
  expect((await app.inject('/docs')).body).toContain('/things/{thingId}');
  expect((await app.inject('/health/ready')).json()).toEqual({ status: 'ready' });
});

test('readiness is 503 with Retry-After while something is down, life goes on', async () => {
  isDown = true;
  const ready = await app.inject('/health/ready');
  expect([ready.statusCode, ready.json().code, ready.headers['retry-after']]).toEqual([
    503,
    'server.unavailable',
    '1',
  ]);
  expect((await app.inject('/health/live')).statusCode).toBe(200);
  isDown = false;
  expect((await app.inject('/health/ready')).statusCode).toBe(200);
});
