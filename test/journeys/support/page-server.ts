import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  buildClient,
  type Frame,
  isLanguage,
  renderMain,
  renderPage,
  type SubmissionAnswer,
  securityHeaders,
} from '@latchkey/journey';
import { sampleThemes } from './sample-themes.ts';
import { sampleViews, twoHundred } from './sample-views.ts';

/** What a test answers to what the page sends; `undefined` leaves it without an answer. */
export type Answer = (path: string, body: Record<string, unknown>) => unknown;

/** The pages without the platform behind them: `/{view}?lang=…&theme=…` shows a sample, posts are answered by the test. */
export async function startPageServer() {
  const assets = await buildClient();
  let answer: Answer = () => undefined;
  const received: Record<string, unknown>[] = [];

  const frame = (lang: string | null, theme: string | null = null): Frame => ({
    language: lang !== null && isLanguage(lang) ? lang : 'en',
    nonce: randomBytes(16).toString('base64url'),
    organisation: 'Northwind Traders',
    assets,
    now: Date.now(),
    ...(theme !== null && sampleThemes[theme] && { theme: sampleThemes[theme] }),
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'POST') return respondToPost(url.pathname, request, response);
    if (request.headers.accept === 'application/json') return ask(url.pathname, { kind: 'look' }, response);
    if (url.pathname.startsWith('/web/trustweb/assets/')) {
      const file = await readFile(join(assets.directory, url.pathname.split('/').at(-1) ?? ''));
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(file);
      return;
    }
    const name = url.pathname.slice(1);
    const view = name === 'two-hundred' ? twoHundred : sampleViews(Date.now())[name];
    if (view === undefined) {
      response.writeHead(404).end();
      return;
    }
    const around = frame(url.searchParams.get('lang'), url.searchParams.get('theme'));
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...securityHeaders(around.nonce) });
    response.end(renderPage(view, around));
  }

  async function respondToPost(
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    await ask(path, JSON.parse(Buffer.concat(chunks).toString()), response);
  }

  async function ask(path: string, body: Record<string, unknown>, response: ServerResponse): Promise<void> {
    received.push(body);
    const value = await answer(path, body);
    if (value === undefined) return;
    const status = typeof value === 'number' ? value : 200;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(status === 200 ? value : { status, traceId: 'trace-7' }));
  }

  const server = createServer((request, response) => {
    respond(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    origin: `http://localhost:${port}`,
    received,
    answerWith: (next: Answer) => {
      answer = next;
      received.length = 0;
    },
    /** The answer of a server whose journey stands at this sample now. */
    view: (name: string): SubmissionAnswer => {
      const view = sampleViews(Date.now())[name];
      if (view === undefined) throw new Error(`No sample is named ${name}.`);
      return { kind: 'view', ...renderMain(view, frame('en')) };
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
