import type { Certificate } from '../certificates/read-certificate.ts';
import { ensure } from '../fault.ts';

const countryName = '2.5.4.6';
const organizationName = '2.5.4.10';
const organizationalUnitName = '2.5.4.11';
const commonName = '2.5.4.3';

/** id-fido-gen-ce-aaguid. */
const aaguidExtension = '1.3.6.1.4.1.45724.1.1.4';

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

/** The extension is optional; when it is there, it wraps the AAGUID in an octet string and is not critical. */
function ensureAaguid(certificate: Certificate, aaguid: Uint8Array): void {
  const extension = certificate.extensions.get(aaguidExtension);
  if (!extension) return;
  ensure(!extension.isCritical, 'The AAGUID extension is critical.');
  const expected = Buffer.concat([Buffer.from([0x04, 0x10]), aaguid]);
  ensure(expected.equals(extension.value), 'The AAGUID of the certificate is not that of the authenticator.');
}
