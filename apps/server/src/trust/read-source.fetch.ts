import { readFile } from 'node:fs/promises';

// The metadata of FIDO have some 10 MB.
const maxBytes = 64 * 1024 * 1024;
const timeoutMs = 30_000;

/** Reads a file, or an address by HTTPS; DER becomes base64. Throws an Error with one sentence. */
export async function readSource(source: string): Promise<string> {
  const bytes = /^https?:\/\//.test(source) ? await fetched(source) : await readFile(source);
  if (bytes.length > maxBytes) throw new Error('It is larger than 64 MB.');
  return bytes[0] === derSequence ? bytes.toString('base64') : bytes.toString('utf8');
}

/** What every DER structure here starts with; no text does. */
const derSequence = 0x30;

async function fetched(url: string): Promise<Buffer> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
  if (!answer.ok) throw new Error(`It answered ${answer.status}.`);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) throw new Error('It is larger than 64 MB.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
