import { readFile, stat } from 'node:fs/promises';
import { isSource } from './source-list.ts';

// The metadata of FIDO have some 10 MB.
const mostBytes = 64 * 1024 * 1024;
const timeoutMs = 30_000;
const mostRedirects = 3;

/**
 * Reads a file of at most so many bytes, or an address by HTTPS; DER becomes base64. Throws an Error with one sentence.
 */
export async function readSource(source: string, most: number = mostBytes): Promise<string> {
  const bytes = /^https?:\/\//.test(source) ? await fetched(source, most) : await readWhole(source, most);
  return bytes[0] === derSequence ? bytes.toString('base64') : bytes.toString('utf8');
}

/** What every DER structure here starts with; no text does. */
const derSequence = 0x30;

async function readWhole(file: string, most: number): Promise<Buffer> {
  if ((await stat(file)).size > most) throw tooLarge(most);
  return await readFile(file);
}

async function fetched(url: string, most: number): Promise<Buffer> {
  const answer = await answerOf(url, AbortSignal.timeout(timeoutMs));
  if (!answer.ok) throw new Error(`It answered ${answer.status}.`);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body ?? []) {
    length += chunk.length;
    if (length > most) throw tooLarge(most);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Follows redirects itself: each address on the way must be one that nobody else can answer at. */
async function answerOf(url: string, signal: AbortSignal, redirects = 0): Promise<Response> {
  if (!isSource(url)) throw new Error(`It leads to ${url}, not by HTTPS.`);
  if (redirects > mostRedirects) throw new Error('It leads from one address to the next.');
  const answer = await fetch(url, { signal, redirect: 'manual' });
  const next = answer.headers.get('location');
  if (answer.status < 300 || answer.status > 399 || next === null) return answer;
  await answer.body?.cancel();
  return await answerOf(new URL(next, url).href, signal, redirects + 1);
}

const tooLarge = (most: number) => new Error(`It is larger than ${most} bytes.`);
