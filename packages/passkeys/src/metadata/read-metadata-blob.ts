import { maxCertificates } from '../attestation/attestation-certificates.ts';
import { ceremonySteps } from '../ceremony-steps.ts';
import { anchoredPath } from '../certificates/anchored-path.ts';
import { hasHost } from '../certificates/has-host.ts';
import { readTrustAnchor } from '../certificates/trust-anchor.ts';
import { ensure } from '../fault.ts';
import { ensureJwsSigned, type Jws, readJws } from '../jws/read-jws.ts';
import type { MetadataBlob } from './metadata-blob.ts';
import { metadataProblems } from './metadata-problems.ts';
import { dayOf, readMetadataEntry } from './read-metadata-entry.ts';

/** What a BLOB is judged by. */
export type MetadataTrust = {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The root of the service, DER: a certificate or a bare key. */
  readonly root: Uint8Array;
  /** The number of the newest BLOB that is known; an older one is refused. */
  readonly lastNumber?: number;
  /** Whom the signer's certificate names; the root signs for others too. Default `mds.fidoalliance.org`. */
  readonly host?: string;
  /** How long a BLOB counts after its day, in milliseconds. Default 0. */
  readonly graceMs?: number;
};

const step = ceremonySteps('FIDO Metadata Service 3.2', metadataProblems);

const dayMs = 86_400_000;

/**
 * Reads and verifies a BLOB of the FIDO Metadata Service, version 3, by the rules of its section 3.2: the path of the
 * signer's certificate, the signature, the number, the day of the next update. Never over the network: `x5u` is not
 * followed. Throws a Problem of `metadataProblems` with `facts.step`.
 */
export function readMetadataBlob(blob: string, trust: MetadataTrust): MetadataBlob {
  const jws = step(5, 'metadata.blob-malformed', () => readJws(blob.trim(), maxCertificates));
  step(5, 'metadata.certificate-invalid', () => ensureSigner(jws, trust));
  step(6, 'metadata.signature-invalid', () => ensureJwsSigned(jws));
  const number = step(6, 'metadata.blob-malformed', () => numberOf(jws.payload.no));
  step(6, 'metadata.rolled-back', () =>
    ensure(
      number >= (trust.lastNumber ?? 0),
      `The metadata have number ${number}, but ${trust.lastNumber} is known.`,
    ),
  );
  const nextUpdate = step(3, 'metadata.blob-malformed', () => dayOf(jws.payload.nextUpdate) + dayMs);
  step(3, 'metadata.expired', () =>
    ensure(trust.now <= nextUpdate + (trust.graceMs ?? 0), 'The day of the next update is over.'),
  );
  return step(8, 'metadata.blob-malformed', () => blobOf(jws, number, nextUpdate));
}

function ensureSigner({ certificates }: Jws, { root, now, host }: MetadataTrust): void {
  const path = anchoredPath(certificates, [readTrustAnchor(root)], now);
  ensure(path !== undefined, 'The path of certificates does not end at the root.');
  const name = host ?? 'mds.fidoalliance.org';
  ensure(hasHost(certificates[0], name), `The certificate is not for ${name}.`);
}

function numberOf(value: unknown): number {
  ensure(
    typeof value === 'number' && Number.isSafeInteger(value) && value >= 0,
    'The metadata have no number.',
  );
  return value;
}

function blobOf({ payload }: Jws, number: number, nextUpdate: number): MetadataBlob {
  const { legalHeader, entries } = payload;
  ensure(Array.isArray(entries), 'The metadata have no entries.');
  return {
    number,
    nextUpdate,
    ...(typeof legalHeader === 'string' && { legalHeader }),
    entries: entries.flatMap((entry) => readMetadataEntry(entry) ?? []),
  };
}
