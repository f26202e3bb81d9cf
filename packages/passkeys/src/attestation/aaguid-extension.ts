import type { Certificate } from '../certificates/read-certificate.ts';
import { ensure } from '../fault.ts';

/** id-fido-gen-ce-aaguid. */
const aaguidExtension = '1.3.6.1.4.1.45724.1.1.4';

/**
 * The extension is optional; when it is there, it wraps the AAGUID in an octet string and is not critical
 * (WebAuthn L3 section 8.2.1). Throws a Fault.
 */
export function ensureAaguid(certificate: Certificate, aaguid: Uint8Array): void {
  const extension = certificate.extensions.get(aaguidExtension);
  if (!extension) return;
  ensure(!extension.isCritical, 'The AAGUID extension is critical.');
  const expected = Buffer.concat([Buffer.from([0x04, 0x10]), aaguid]);
  ensure(expected.equals(extension.value), 'The AAGUID of the certificate is not that of the authenticator.');
}

/** Whether the certificate names a model. */
export const hasAaguid = ({ extensions }: Certificate): boolean => extensions.has(aaguidExtension);
