import type { AttestationVerdict } from '../attestation/attestation-format.ts';
import { checkCertificatePath } from '../certificates/check-certificate-path.ts';
import { completeCertificatePath } from '../certificates/complete-certificate-path.ts';
import { readCertificate } from '../certificates/read-certificate.ts';
import { ensure } from '../fault.ts';
import type { AttestationConveyance } from '../policy/registration-policy.ts';
import type { AttestationTrust } from './attestation-trust.ts';
import type { AttestationType } from './verified-registration.ts';

/** How much a correct statement proves, given the trust anchors. Throws a Fault when its certificates do not agree. */
export function assessAttestation(verdict: AttestationVerdict, trust: AttestationTrust): AttestationType {
  if (verdict.kind !== 'certified') return verdict.kind;
  const anchors = (trust.anchors ?? []).map(readCertificate);
  checkCertificatePath(verdict.path, trust.now);
  const anchored = completeCertificatePath(verdict.path, anchors);
  if (!anchored) return 'basic-unanchored';
  checkCertificatePath(anchored, trust.now);
  return 'basic';
}

/** Who asks for direct or enterprise attestation wants certificates: none and self tell nothing. Throws a Fault. */
export function ensureAttestationAsked(type: AttestationType, asked: AttestationConveyance): void {
  const isDemanded = asked === 'direct' || asked === 'enterprise';
  ensure(
    !isDemanded || (type !== 'none' && type !== 'self'),
    `The attestation is ${type}, but ${asked} was asked.`,
  );
}
