import type { KeyObject } from 'node:crypto';
import { isSameName } from './distinguished-name.ts';
import type { Certificate } from './read-certificate.ts';

/** Whether the names agree and the signature is the issuer's. */
export function hasIssued(issuer: Certificate, certificate: Certificate): boolean {
  return isSameName(certificate.issuerName, issuer.subjectName) && hasSigned(issuer.publicKey, certificate);
}

/** Certificates and anchors stay for a while, and a model's path comes again and again. */
const known = new WeakMap<Certificate, WeakMap<KeyObject, boolean>>();

/** Whether the signature of a certificate was made with that key. */
export function hasSigned(publicKey: KeyObject, certificate: Certificate): boolean {
  const ofCertificate = known.get(certificate) ?? new WeakMap<KeyObject, boolean>();
  const answer = ofCertificate.get(publicKey) ?? verifies(publicKey, certificate);
  known.set(certificate, ofCertificate.set(publicKey, answer));
  return answer;
}

function verifies(publicKey: KeyObject, { x509 }: Certificate): boolean {
  try {
    return x509.verify(publicKey);
  } catch {
    return false;
  }
}
