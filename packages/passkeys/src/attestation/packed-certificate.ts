import type { Certificate } from '../certificates/read-certificate.ts';
import { ensure } from '../fault.ts';
import { ensureAaguid } from './aaguid-extension.ts';

const countryName = '2.5.4.6';
const organizationName = '2.5.4.10';
const organizationalUnitName = '2.5.4.11';
const commonName = '2.5.4.3';

/** Judges an attestation certificate by WebAuthn L3 section 8.2.1. Throws a Fault. */
export function ensurePackedCertificate(certificate: Certificate, aaguid: Uint8Array): void {
  ensure(certificate.version === 3, 'The attestation certificate is not of version 3.');
  const has = (attribute: string, pattern: RegExp): boolean => {
    const values = certificate.subject.get(attribute) ?? [];
    return values.length === 1 && values.every((value) => pattern.test(value));
  };
  ensure(has(countryName, /^[A-Z]{2}$/), 'The subject has no country of two letters.');
  ensure(has(organizationName, /\S/), 'The subject has no organisation.');
  ensure(
    has(organizationalUnitName, /^Authenticator Attestation$/),
    'The organisational unit of the subject is not Authenticator Attestation.',
  );
  ensure(has(commonName, /\S/), 'The subject has no common name.');
  ensure(
    certificate.basicConstraints?.isCa === false,
    'The attestation certificate does not deny being a CA.',
  );
  ensureAaguid(certificate, aaguid);
}
