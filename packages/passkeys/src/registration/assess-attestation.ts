import type {
  AttestationVerdict,
  CertifiedType,
  CertifiedVerdict,
  KeyProtection,
} from '../attestation/attestation-format.ts';
import { checkCertificatePath, ensureEachOnce, notIssued } from '../certificates/check-certificate-path.ts';
import { completeCertificatePaths, linkedPath } from '../certificates/complete-certificate-paths.ts';
import type { Certificate } from '../certificates/read-certificate.ts';
import { readTrustAnchor } from '../certificates/trust-anchor.ts';
import { ensure, Fault } from '../fault.ts';
import type { AttestationConveyance } from '../policy/registration-policy.ts';
import type { AttestationTrust } from './attestation-trust.ts';
import type { AttestationType } from './verified-registration.ts';

/** How much an attestation proves. */
export type AttestationAssessment = {
  readonly type: AttestationType;
  /** The attestation certificate first, the trust anchor last when it is a certificate; empty without certificates. */
  readonly path: readonly Certificate[];
  readonly isAnchored: boolean;
  readonly vouchesForModel: boolean;
  readonly keyProtection?: KeyProtection;
  readonly serialNumber?: Uint8Array;
};

/** How much a correct statement proves, given the trust anchors. Throws a Fault when its certificates do not agree. */
export function assessAttestation(
  verdict: AttestationVerdict,
  trust: AttestationTrust,
): AttestationAssessment {
  if (verdict.kind === 'certified') return assessCertified(verdict, trust);
  if (verdict.kind === 'compound')
    return strongest(verdict.parts.map((part) => assessAttestation(part, trust)));
  return { type: verdict.kind, path: [], isAnchored: false, vouchesForModel: false };
}

const unanchored: Readonly<Record<CertifiedType, AttestationType>> = {
  basic: 'basic-unanchored',
  attca: 'attca-unanchored',
  anonca: 'anonca-unanchored',
};

function assessCertified(verdict: CertifiedVerdict, trust: AttestationTrust): AttestationAssessment {
  const { kind: _kind, type, path, ...facts } = verdict;
  const anchored = anchoredPath(path, trust);
  return {
    ...facts,
    type: anchored ? type : unanchored[type],
    path: anchored ?? path,
    isAnchored: anchored !== undefined,
  };
}

/**
 * The path to a trust anchor that holds. Where there are anchors, certificates that do not belong together are refused;
 * without any they vouch for nothing, so that only those that do belong together are judged. Throws a Fault.
 */
function anchoredPath(
  path: readonly Certificate[],
  { anchors = [], now }: AttestationTrust,
): readonly Certificate[] | undefined {
  ensureEachOnce(path);
  const linked = linkedPath(path);
  ensure(linked.length === path.length || anchors.length === 0, notIssued);
  const candidates = completeCertificatePaths(path, anchors.map(readTrustAnchor));
  if (candidates.length > 0) return firstThatHolds(candidates, now);
  checkCertificatePath(linked, now);
  return undefined;
}

/** Anchors are issued again with the same key, so the first one that fits may have expired. */
function firstThatHolds(
  candidates: readonly (readonly Certificate[])[],
  now: number,
): readonly Certificate[] | undefined {
  let firstFault: Fault | undefined;
  for (const path of candidates) {
    try {
      checkCertificatePath(path, now);
      return path;
    } catch (cause) {
      if (!(cause instanceof Fault)) throw cause;
      firstFault ??= cause;
    }
  }
  throw firstFault ?? new Fault(notIssued);
}

/** Of the statements of a compound one, the strongest speaks: anchored before certified before the rest. */
function strongest(parts: readonly AttestationAssessment[]): AttestationAssessment {
  const strength = ({ isAnchored, vouchesForModel, path, type }: AttestationAssessment): number =>
    (isAnchored ? 8 : 0) + (vouchesForModel ? 4 : 0) + (path.length > 0 ? 2 : 0) + (type === 'none' ? 0 : 1);
  const [first] = [...parts].sort((left, right) => strength(right) - strength(left));
  if (!first) throw new Fault('A compound statement is empty.');
  return first;
}

/** Who asks for direct or enterprise attestation wants certificates: none and self tell nothing. Throws a Fault. */
export function ensureAttestationAsked(type: AttestationType, asked: AttestationConveyance): void {
  const isDemanded = asked === 'direct' || asked === 'enterprise';
  ensure(
    !isDemanded || (type !== 'none' && type !== 'self'),
    `The attestation is ${type}, but ${asked} was asked.`,
  );
}
