import { Agent, get } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServedLatchkey, serveLatchkey } from '../support/serve-latchkey.ts';

const kilobyte = 1024;
const codings = ['gzip, deflate, br, zstd', 'gzip'];

/** What the guide's form costs a phone on a slow network: bytes on the wire, headers and all. */
describe('the guide’s form, as the real server sends it', () => {
  let latchkey: ServedLatchkey;

  beforeAll(async () => {
    latchkey = await serveLatchkey();
  });
  afterAll(async () => {
    await latchkey.close();
  });

  test.each(codings)('is 14 KB at most, of which the module 10 KB at most, for %s', async (coding) => {
    const { location, cookie } = await openedForm(latchkey);
    const page = await load(latchkey.baseUrl + location, { 'accept-encoding': coding, cookie });
    expect(page.coding).toBe(coding.includes('br') ? 'br' : 'gzip');
    const address = await moduleOf(latchkey.baseUrl + location, cookie);
    const script = await load(latchkey.baseUrl + address, { 'accept-encoding': coding });
    expect(script.coding).toBe(page.coding);
    expect(script.bytes).toBeLessThanOrEqual(10 * kilobyte);
    expect(page.bytes + script.bytes).toBeLessThanOrEqual(14 * kilobyte);
    // Whoever cannot decompress pays for it, and nobody else.
    const plain = await load(latchkey.baseUrl + location, { cookie });
    expect(plain.coding).toBeUndefined();
    expect(plain.bytes).toBeGreaterThan(page.bytes * 2);
  });
});

/** Opens the seeded link as a browser without JavaScript does; answers the journey's address and the cookie. */
async function openedForm({ baseUrl, journeyUrl }: ServedLatchkey) {
  const pt = new URL(journeyUrl).searchParams.get('pt') ?? '';
  const opened = await fetch(`${baseUrl}/web/trustweb/start`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: baseUrl, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ pt }),
  });
  const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { location: opened.headers.get('location') ?? '', cookie };
}

async function moduleOf(url: string, cookie: string): Promise<string> {
  const html = await (await fetch(url, { headers: { cookie } })).text();
  expect(html).toContain('Submit for Registration');
  return /<script[^>]* src="([^"]+)"/.exec(html)?.[1] ?? '';
}

type Loaded = { readonly bytes: number; readonly coding: string | undefined };

/** Loads an address on a connection of its own and counts what came over it. */
function load(url: string, headers: Readonly<Record<string, string>>): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers, agent: new Agent() }, (response) => {
      const { socket } = response;
      response.resume().on('end', () => {
        resolve({ bytes: socket.bytesRead, coding: response.headers['content-encoding'] });
      });
    });
    request.on('error', reject);
  });
}
