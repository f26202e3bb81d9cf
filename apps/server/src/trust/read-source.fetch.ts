import { readFile, stat } from 'node:fs/promises';
import { Problem } from '@latchkey/kernel';
import type { EgressFile, ReadAddress } from '../egress/send-request.ts';
import { isSource } from './source-list.ts';
import { trustSourceProblems } from './trust-source-problems.ts';

// The metadata of FIDO have some 10 MB.
const mostBytes = 64 * 1024 * 1024;
const mostRedirects = 3;

/**
 * Reads files of at most so many bytes, and addresses by HTTPS; DER becomes base64. What it answers throws an Error
 * with one sentence.
 */
export const sourceReader =
  (readAddress: ReadAddress, most: number = mostBytes) =>
  async (source: string): Promise<string> => {
    const isAddress = /^https?:\/\//.test(source);
    const bytes = isAddress ? await fetched(source, readAddress, most) : await readWhole(source, most);
    return bytes[0] === derSequence ? bytes.toString('base64') : bytes.toString('utf8');
  };

/** What every DER structure here starts with; no text does. */
const derSequence = 0x30;

async function readWhole(file: string, most: number): Promise<Buffer> {
  const { size } = await stat(file).catch(unread);
  if (size > most) throw new Error(`It is larger than ${most} bytes.`);
  return await readFile(file).catch(unread);
}

const reasons: Readonly<Record<string, Parameters<typeof trustSourceProblems.create>[0]>> = {
  ENOENT: 'trust-source.file-missing',
  ENOTDIR: 'trust-source.file-missing',
  EACCES: 'trust-source.file-forbidden',
  EPERM: 'trust-source.file-forbidden',
};

function unread(cause: NodeJS.ErrnoException): never {
  throw trustSourceProblems.create(reasons[cause.code ?? ''] ?? 'trust-source.file-unreadable', { cause });
}

async function fetched(url: string, readAddress: ReadAddress, most: number): Promise<Buffer> {
  const { status, bytes } = await answerOf(url, (next) => readAddress(next, most));
  if (status < 200 || status > 299) throw new Error(`It answered ${status}.`);
  return bytes;
}

/** Goes where an answer leads, as one that is asked anew: each address on the way is judged like the first. */
async function answerOf(
  url: string,
  read: (url: string) => Promise<EgressFile>,
  redirects = 0,
): Promise<EgressFile> {
  if (!isSource(url)) throw new Error(`It leads to ${url}, not by HTTPS.`);
  if (redirects > mostRedirects) throw new Error('It leads from one address to the next.');
  const answer = await read(url).catch((error: unknown) => {
    throw error instanceof Problem ? new Error(`${error.code}: ${error.title}`, { cause: error }) : error;
  });
  if (answer.status < 300 || answer.status > 399 || answer.location === undefined) return answer;
  return await answerOf(new URL(answer.location, url).href, read, redirects + 1);
}
