import { ensure, ensured } from '../fault.ts';
import { checkNameConstraints } from './check-name-constraints.ts';
import { isSameName } from './distinguished-name.ts';
import { ensureCriticalExtensions } from './ensure-critical-extensions.ts';
import { hasIssued } from './has-issued.ts';
import type { Certificate } from './read-certificate.ts';

/**
 * Judges a path of certificates, the attestation certificate first (RFC 5280 section 6.1): each valid at `now` (milliseconds), without critical extensions that nobody here understands, issued and signed by the
 * next; every issuer a CA that may sign certificates, whose path length suffices and whose name constraints hold; and
 * the first one for signatures. No policy is asked for, so policies restrict nothing. Throws a Fault.
 */
export function checkCertificatePath(path: readonly Certificate[], now: number): void {
  const [first] = path;
  ensure(first?.keyUsage?.maySign !== false, "The attestation certificate's key may not sign.");
  for (const [index, certificate] of path.entries()) {
    ensureValidAt(certificate, now);
    ensureCriticalExtensions(certificate);
    const issuer = path[index + 1];
    if (issuer) ensure(hasIssued(issuer, certificate), notIssued);
    if (index > 0) ensureIssuer(certificate, path.slice(0, index));
  }
}

/** Why certificates make no path. */
export const notIssued = 'A certificate was not issued by the next one.';

function ensureValidAt(certificate: Certificate, now: number): void {
  ensure(now >= certificate.validFrom, 'A certificate is not valid yet.');
  ensure(now <= certificate.validTo, 'A certificate has expired.');
}

/** RFC 5280 section 6.1: a certificate must not appear more than once in a path. Throws a Fault. */
export function ensureEachOnce(path: readonly Certificate[]): void {
  const different = new Set(path.map(({ der }) => Buffer.from(der).toString('latin1')));
  ensure(different.size === path.length, 'A certificate comes twice.');
}

/** `below` are the certificates below the issuer, the attestation certificate first. */
function ensureIssuer(issuer: Certificate, below: readonly Certificate[]): void {
  const { isCa, pathLength } = ensured(issuer.basicConstraints, 'An issuer is not a certificate authority.');
  ensure(isCa, 'An issuer is not a certificate authority.');
  const [, ...authorities] = below;
  ensure(
    pathLength === undefined || authorities.filter((one) => !isSelfIssued(one)).length <= pathLength,
    'The path of certificates is longer than an issuer allows.',
  );
  ensure(issuer.keyUsage?.maySignCertificates !== false, 'An issuer may not sign certificates.');
  for (const [index, certificate] of below.entries()) {
    if (index === 0 || !isSelfIssued(certificate)) checkNameConstraints(certificate, issuer);
  }
}

/** RFC 5280 section 6.1: an authority that issued itself another certificate lengthens no path. */
const isSelfIssued = ({ subjectName, issuerName }: Certificate): boolean =>
  isSameName(subjectName, issuerName);
