import { fromBase64url } from '@latchkey/kernel';
import { keyForAlgorithm } from '../certificates/key-for-algorithm.ts';
import { type Certificate, readCertificate } from '../certificates/read-certificate.ts';
import { parseStrictJson } from '../client-data/parse-strict-json.ts';
import { algorithms } from '../cose/algorithms.ts';
import { isSignedBy } from '../cose/is-signed-by.ts';
import { ensure, ensured, orFault } from '../fault.ts';
import { derSignature } from './der-signature.ts';

/** A signed JSON document with the certificates of its signer (RFC 7515, compact). Not judged. */
export type Jws = {
  readonly algorithm: string;
  /** The signer's first. */
  readonly certificates: readonly [Certificate, ...Certificate[]];
  readonly payload: Readonly<Record<string, unknown>>;
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
};

/** COSE identifiers of the algorithms of JSON Web Algorithms that sign here. */
const coseAlgorithms: ReadonlyMap<unknown, number> = new Map([
  ['RS256', -257],
  ['RS384', -258],
  ['RS512', -259],
  ['PS256', -37],
  ['PS384', -38],
  ['PS512', -39],
  ['ES256', -7],
  ['ES384', -35],
  ['ES512', -36],
]);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads a compact JWS whose header holds its certificates (`x5c`), at most `maxCertificates`. Throws a Fault. */
export function readJws(text: string, maxCertificates: number): Jws {
  const [header, payload, signature, more] = text.split('.', 4);
  ensure(signature !== undefined && more === undefined, 'The signed document does not have three parts.');
  const { alg, x5c, crit } = jsonOf(header);
  ensure(crit === undefined, 'The signed document has critical header members.');
  ensure(typeof alg === 'string' && coseAlgorithms.has(alg), 'The signed document names no known algorithm.');
  return {
    algorithm: alg,
    certificates: certificatesOf(x5c, maxCertificates),
    payload: jsonOf(payload),
    signed: Buffer.from(`${header}.${payload}`, 'latin1'),
    signature: bytesOf(signature),
  };
}

/** Throws a Fault unless the first certificate's key signed the document. */
export function ensureJwsSigned({ algorithm: name, certificates, signed, signature }: Jws): void {
  const id = ensured(coseAlgorithms.get(name), 'The signed document names no known algorithm.');
  const algorithm = ensured(algorithms.get(id), 'The signed document names no known algorithm.');
  const key = keyForAlgorithm(certificates[0], algorithm);
  const der = algorithm.curve ? derSignature(signature, algorithm.curve.size) : signature;
  ensure(
    isSignedBy({ algorithm, key: () => key }, signed, der),
    'The signature of the signed document is not valid.',
  );
}

function bytesOf(part: string | undefined): Uint8Array {
  return ensured(fromBase64url(part ?? ''), 'A part of the signed document is not canonical base64url.');
}

function jsonOf(part: string | undefined): Readonly<Record<string, unknown>> {
  const bytes = bytesOf(part);
  return parseStrictJson(orFault('The signed document is not UTF-8.', () => utf8.decode(bytes)));
}

function certificatesOf(x5c: unknown, max: number): readonly [Certificate, ...Certificate[]] {
  ensure(
    Array.isArray(x5c) && x5c.length <= max,
    'The certificates of the signed document are no short list.',
  );
  const [first, ...others] = x5c.map(certificateOf);
  ensure(first !== undefined, 'The signed document has no certificate.');
  return [first, ...others];
}

/** RFC 7515 section 4.1.6: standard base64 with padding. */
function certificateOf(text: unknown): Certificate {
  ensure(typeof text === 'string', 'A certificate of the signed document is not a text.');
  const der = Buffer.from(text, 'base64');
  ensure(der.toString('base64') === text, 'A certificate of the signed document is not base64.');
  return readCertificate(der);
}
