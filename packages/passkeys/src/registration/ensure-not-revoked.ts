import { hash } from 'node:crypto';
import type { Certificate } from '../certificates/read-certificate.ts';
import { ensure } from '../fault.ts';
import type { AttestationTrust } from './attestation-trust.ts';

/** Refuses a path of which any certificate was revoked; an anchor is asked about too. Throws a Fault. */
export function ensureNotRevoked(path: readonly Certificate[], { isRevoked }: AttestationTrust): void {
  if (!isRevoked) return;
  for (const [at, { der, x509 }] of path.entries()) {
    const issuer = path[at + 1]?.der;
    const serialNumber = x509.serialNumber.toLowerCase().replace(/^0+(?=.)/, '');
    ensure(
      !isRevoked({ serialNumber, fingerprint: hash('sha256', der), der, ...(issuer && { issuer }) }),
      'A certificate was revoked.',
    );
  }
}
