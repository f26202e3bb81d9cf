import type { Certificate } from '../certificates/read-certificate.ts';
import { ensure } from '../fault.ts';
import type { AttestationInput } from './attestation-format.ts';

/** Throws a Fault unless the certificate was issued for the credential's own key. */
export function ensureCertifiedKey(certificate: Certificate, { publicKey }: AttestationInput): void {
  ensure(certificate.publicKey.equals(publicKey.key()), "The certificate's key is not the credential's.");
}
