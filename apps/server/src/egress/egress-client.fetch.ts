import { lookup } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { Problem } from '@latchkey/kernel';
import type { EgressAllowance } from './address-ranges.ts';
import { egressProblems } from './egress-problems.ts';
import { type EgressTarget, readTarget, requireAddresses } from './egress-target.ts';
import type { ReadAddress, SendRequest } from './send-request.ts';

/** An address of a name. */
export type Address = { readonly address: string; readonly family: number };

type Needs = {
  readonly allowance: EgressAllowance;
  /** Asks for the addresses of a name, once a request. */
  readonly resolve?: (host: string) => Promise<readonly Address[]>;
  /** For the whole: name, connection, answer. Ten seconds unless told. */
  readonly timeoutMs?: number;
};

/** Most of an answer to a request that is read, in bytes. */
const mostOfAnswer = 16 * 1024;

type Sent = Pick<http.RequestOptions, 'method' | 'headers'> & { readonly body?: string };
type Take<Result> = (answer: http.IncomingMessage) => Promise<Result>;

const system = (host: string): Promise<readonly Address[]> => lookup(host, { all: true, verbatim: true });

/** Sends requests to addresses that tenants name; reads the first 16 KiB of an answer. */
export function egressClient(needs: Needs): SendRequest {
  const wayOut = openWayOut(needs);
  return ({ url, headers, body }) =>
    wayOut(
      url,
      { method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body) }, body },
      async (answer) => {
        const { bytes } = await readUpTo(answer, mostOfAnswer);
        return { status: answer.statusCode ?? 0, body: bytes.toString('utf8') };
      },
    );
}

/** Reads what addresses hold that the configuration names; also throws `egress.too-large`. */
export function egressReader(needs: Needs): ReadAddress {
  const wayOut = openWayOut(needs);
  return (url, mostBytes) =>
    wayOut(url, { method: 'GET' }, async (answer) => {
      const { bytes, isWhole } = await readUpTo(answer, mostBytes);
      if (!isWhole) throw egressProblems.create('egress.too-large');
      const { location } = answer.headers;
      return { status: answer.statusCode ?? 0, bytes, ...(location !== undefined && { location }) };
    });
}

/**
 * The only way out of the server. It resolves the name once, judges every address, and connects to what it judged; it
 * follows no redirect, asks no proxy, speaks TLS with a verified certificate, and stops after a time.
 */
function openWayOut({ allowance, resolve = system, timeoutMs = 10_000 }: Needs) {
  return async <Result>(url: string, sent: Sent, take: Take<Result>): Promise<Result> => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const target = readTarget(url, allowance);
      const addresses = await inTime(signal, addressesOf(target.host, resolve));
      requireAddresses(
        target,
        addresses.map(({ address }) => address),
        allowance,
      );
      return await exchange(target, addresses, { ...sent, signal }, take);
    } catch (error) {
      throw error instanceof Problem ? error : failure(error, signal);
    }
  };
}

async function addressesOf(host: string, resolve: NonNullable<Needs['resolve']>) {
  const addresses = await resolve(host).catch(() => []);
  if (addresses.length === 0) throw egressProblems.create('egress.name-unknown');
  return addresses;
}

function exchange<Result>(
  { url, host }: EgressTarget,
  addresses: readonly Address[],
  { method, headers, body, signal }: Sent & { readonly signal: AbortSignal },
  take: Take<Result>,
): Promise<Result> {
  const { request, Agent } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method,
      headers: { ...headers, connection: 'close' },
      // One of our own: the shared one may be told by the environment to go through a proxy.
      agent: new Agent({ keepAlive: false }),
      lookup: pinnedTo(addresses),
      rejectUnauthorized: true,
      ...(url.protocol === 'https:' && !/^[0-9.]+$|:/.test(host) && { servername: host }),
      signal,
    });
    outgoing.on('error', reject);
    outgoing.on('response', (answer) => {
      take(answer)
        .finally(() => outgoing.destroy())
        .then(resolve, reject);
    });
    outgoing.end(body);
  });
}

/** Answers with what was judged, whatever the name says by now. */
const pinnedTo =
  (addresses: readonly Address[]): LookupFunction =>
  (_host, options, found) => {
    const [first] = addresses;
    if (options.all) found(null, [...addresses]);
    else found(null, first?.address ?? '', first?.family);
  };

/** At most so many bytes of an answer, and whether there were no more. */
async function readUpTo(answer: http.IncomingMessage, most: number) {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of answer) {
    parts.push(part as Buffer);
    length += (part as Buffer).length;
    if (length > most) break;
  }
  return { bytes: Buffer.concat(parts).subarray(0, most), isWhole: length <= most };
}

function inTime<Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    }),
  ]);
}

function failure(cause: unknown, signal: AbortSignal): Problem {
  const code = String((cause as NodeJS.ErrnoException).code);
  if (signal.aborted) return egressProblems.create('egress.too-slow', { cause });
  const isCertificate = /CERT|SELF_SIGNED|UNABLE_TO|TLS_CERT|HOSTNAME/.test(code);
  return egressProblems.create(isCertificate ? 'egress.certificate-refused' : 'egress.unreachable', {
    cause,
  });
}
