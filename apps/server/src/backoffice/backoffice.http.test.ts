import { buildBackoffice } from '@latchkey/backoffice';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { httpServer } from '../http/http-server.ts';
import { openLog } from '../http/log.ts';
import { backofficeHttp } from './backoffice.http.ts';

describe('the Backoffice over HTTP', () => {
  let app: FastifyInstance;
  let count = 0;

  beforeAll(async () => {
    const assets = await buildBackoffice();
    app = httpServer({
      routes: [],
      failures: {},
      authenticate: () => Promise.reject(new Error('No route asks.')),
      log: openLog('silent'),
      ready: async () => undefined,
      publicUrl: () => 'http://localhost:3000',
      version: '0',
      parts: [
        backofficeHttp({
          assets,
          contentUrl: () => 'http://127.0.0.1:3001',
          newNonce: () => `nonce-${++count}`,
        }),
      ],
    });
  });
  afterAll(() => app.close());

  const get = (url: string, headers = {}) => app.inject({ method: 'GET', url, headers });
  const scriptOf = (html: string) => /src="(\/backoffice\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '';

  test('answers the page for every address below it, each time with another nonce', async () => {
    const [first, second] = [await get('/backoffice/'), await get('/backoffice/users/demo/ABC?x=1')];
    expect([first.statusCode, second.statusCode]).toEqual([200, 200]);
    expect(first.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(first.body).toContain('nonce="nonce-1"');
    expect(second.body).toContain('nonce="nonce-2"');
    expect(first.body).not.toContain('__NONCE__');
  });

  test('leads from the address without a slash to the one with', async () => {
    const { statusCode, headers } = await get('/backoffice');
    expect([statusCode, headers.location]).toEqual([308, '/backoffice/']);
  });

  test('lets the page run only its own scripts and styles, and nobody frame or keep it', async () => {
    const { headers, body } = await get('/backoffice/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(body).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(body).not.toMatch(/\s(style|on[a-z]+)=/);
  });

  test('serves its files for ever, compressed for whoever takes that', async () => {
    const url = scriptOf((await get('/backoffice/')).body);
    const [plain, small] = [await get(url), await get(url, { 'accept-encoding': 'gzip, br' })];
    expect(plain.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': expect.stringMatching(/javascript/),
      'x-content-type-options': 'nosniff',
    });
    expect(small.headers['content-encoding']).toBe('gzip');
    expect(small.rawPayload.length).toBeLessThan(plain.rawPayload.length / 2);
  });

  test.each([
    '/backoffice/assets/none.js',
    '/backoffice/assets/../index.html',
    '/backoffice/assets/%2e%2e%2fstamp.json',
  ])('knows no file %s', async (url) => {
    const { statusCode, body } = await get(url);
    expect(statusCode === 404 || body.startsWith('<!doctype html>')).toBe(true);
    expect(body).not.toContain('"sources"');
  });
});
