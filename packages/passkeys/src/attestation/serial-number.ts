import type { Certificate } from '../certificates/read-certificate.ts';
import { ensure } from '../fault.ts';

/** id-fido-gen-ce-sernum. */
const serialNumberExtension = '1.3.6.1.4.1.45724.1.1.2';

const maxLength = 64;

/**
 * The device's serial number, which only enterprise attestation carries (WebAuthn L3 section 8.2.2): an octet string
 * of 1 to 64 bytes, not critical. Throws a Fault when it is written otherwise.
 */
export function readSerialNumber(certificate: Certificate): Uint8Array | undefined {
  const extension = certificate.extensions.get(serialNumberExtension);
  if (!extension) return undefined;
  ensure(!extension.isCritical, 'The serial number extension is critical.');
  const [tag, length, ...bytes] = extension.value;
  ensure(
    tag === 0x04 && length === bytes.length && bytes.length > 0 && bytes.length <= maxLength,
    'The serial number of the device is not a short octet string.',
  );
  return new Uint8Array(bytes);
}
