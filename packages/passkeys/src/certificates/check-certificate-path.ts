import { ensure, ensured } from '../fault.ts';
import type { Certificate } from './read-certificate.ts';

/**
 * Judges a path of certificates, the attestation certificate first: each valid at `now` (milliseconds), issued and
 * signed by the next, and every issuer a CA that may sign and whose path length suffices (RFC 5280 section 6.1).
 * Throws a Fault.
 */
export function checkCertificatePath(path: readonly Certificate[], now: number): void {
  for (const [index, certificate] of path.entries()) {
    ensureValidAt(certificate, now);
    const issuer = path[index + 1];
    if (issuer) ensureIssued(certificate, issuer, index);
  }
}

function ensureValidAt(certificate: Certificate, now: number): void {
  ensure(now >= certificate.validFrom, 'A certificate is not valid yet.');
  ensure(now <= certificate.validTo, 'A certificate has expired.');
}

/** `below` counts the CA certificates between the issuer and the attestation certificate. */
function ensureIssued(certificate: Certificate, issuer: Certificate, below: number): void {
  ensure(hasIssued(issuer, certificate), 'A certificate was not issued by the next one.');
  const { isCa, pathLength } = ensured(issuer.basicConstraints, 'An issuer is not a certificate authority.');
  ensure(isCa, 'An issuer is not a certificate authority.');
  ensure(
    pathLength === undefined || below <= pathLength,
    'The path of certificates is longer than an issuer allows.',
  );
  ensure(issuer.maySignCertificates !== false, 'An issuer may not sign certificates.');
}

/** Whether the names agree and the signature is the issuer's. */
export function hasIssued(issuer: Certificate, certificate: Certificate): boolean {
  if (Buffer.compare(certificate.issuerName, issuer.subjectName) !== 0) return false;
  try {
    return certificate.x509.verify(issuer.publicKey);
  } catch {
    return false;
  }
}
