import type {
  AttestationVerdict,
  CertifiedType,
  CertifiedVerdict,
  KeyProtection,
} from '../attestation/attestation-format.ts';
import { anchoredPath, pathThatHolds } from '../certificates/anchored-path.ts';
import type { Certificate } from '../certificates/read-certificate.ts';
import { readTrustAnchor } from '../certificates/trust-anchor.ts';
import { ensure, Fault } from '../fault.ts';
import type { AttestationConveyance } from '../policy/registration-policy.ts';
import type { AttestationTrust } from './attestation-trust.ts';
import { ensureNotRevoked } from './ensure-not-revoked.ts';
import type { AttestationType } from './verified-registration.ts';

/** How much an attestation proves. */
export type AttestationAssessment = {
  readonly type: AttestationType;
  /** The attestation certificate first, the trust anchor last when it is a certificate; empty without certificates. */
  readonly path: readonly Certificate[];
  readonly isAnchored: boolean;
  /** Whether the attestation proves the model. */
  readonly isModelProved: boolean;
  readonly keyProtection?: KeyProtection;
  readonly serialNumber?: Uint8Array;
};

/**
 * How much a correct statement about an authenticator of that AAGUID (a UUID) proves, given the trust anchors. Throws a
 * Fault when its certificates do not agree.
 */
export function assessAttestation(
  verdict: AttestationVerdict,
  trust: AttestationTrust,
  aaguid: string,
): AttestationAssessment {
  if (verdict.kind === 'certified') return assessCertified(verdict, trust, aaguid);
  if (verdict.kind === 'compound')
    return strongest(verdict.parts.map((part) => assessAttestation(part, trust, aaguid)));
  return { type: verdict.kind, path: [], isAnchored: false, isModelProved: false };
}

const unanchored: Readonly<Record<CertifiedType, AttestationType>> = {
  basic: 'basic-unanchored',
  attca: 'attca-unanchored',
  anonca: 'anonca-unanchored',
};

function assessCertified(
  verdict: CertifiedVerdict,
  trust: AttestationTrust,
  aaguid: string,
): AttestationAssessment {
  const { kind: _kind, type, path, modelProof, ...facts } = verdict;
  const ofModel = (trust.anchorsFor?.(aaguid) ?? []).map(readTrustAnchor);
  const byModel = ofModel.length > 0 ? pathThatHolds(path, ofModel, trust.now) : undefined;
  const anchors = [...ofModel, ...(trust.anchors ?? []).map(readTrustAnchor)];
  const anchored = byModel ?? anchoredPath(path, anchors, trust.now);
  ensureNotRevoked(anchored ?? path, trust);
  return {
    ...facts,
    type: anchored ? type : unanchored[type],
    path: anchored ?? path,
    isAnchored: anchored !== undefined,
    isModelProved:
      anchored !== undefined &&
      aaguid !== noAaguid &&
      (modelProof === 'maker' || (modelProof === 'platform' && byModel !== undefined)),
  };
}

/** Zeros name no model. */
const noAaguid = '00000000-0000-0000-0000-000000000000';

/** Of the statements of a compound one, the strongest speaks: anchored before certified before the rest. */
function strongest(parts: readonly AttestationAssessment[]): AttestationAssessment {
  const strength = ({ isAnchored, isModelProved, path, type }: AttestationAssessment): number =>
    (isAnchored ? 8 : 0) + (isModelProved ? 4 : 0) + (path.length > 0 ? 2 : 0) + (type === 'none' ? 0 : 1);
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
