import type { VerifiedRegistration } from '../registration/verified-registration.ts';
import { metadataAlgorithms } from './metadata-algorithms.ts';
import type { MetadataEntry, StatusReport } from './metadata-blob.ts';

/** What speaks against an authenticator. Stable codes. */
export type MetadataFindingCode =
  | 'metadata.revoked'
  | 'metadata.user-verification-bypass'
  | 'metadata.attestation-key-compromised'
  | 'metadata.user-key-remotely-compromised'
  | 'metadata.user-key-physically-compromised'
  | 'metadata.model-not-verified'
  | 'metadata.attestation-type-differs'
  | 'metadata.algorithm-differs';

export type MetadataFinding = { readonly code: MetadataFindingCode; readonly sentence: string };

/** What the metadata say about a registration. Whether that is acceptable is for the policy to say. */
export type MetadataAssessment = {
  readonly description?: string;
  /** `L1` to `L5`, with `plus` where it is; absent: not certified by FIDO. */
  readonly certificationLevel?: string;
  readonly isUpdateAvailable: boolean;
  /** Empty: nothing speaks against it. */
  readonly findings: readonly MetadataFinding[];
};

/** The parts of a registration that the metadata speak about. */
export type AssessedRegistration = Pick<
  VerifiedRegistration,
  'aaguidVerified' | 'attestationType' | 'attestationFormat' | 'algorithm' | 'trustPath'
>;

/** Assesses a registration by what is known about its model at a moment (milliseconds since the epoch). Pure. */
export function assessMetadata(
  entry: MetadataEntry,
  verified: AssessedRegistration,
  now: number = Date.now(),
): MetadataAssessment {
  const reports = reportsAt(entry, now);
  const certificationLevel = levelOf(reports);
  return {
    ...(entry.description !== undefined && { description: entry.description }),
    ...(certificationLevel && { certificationLevel }),
    isUpdateAvailable: reports.some(({ status }) => status === 'UPDATE_AVAILABLE'),
    findings: [...statusFindings(reports, verified), ...modelFindings(entry, verified)],
  };
}

const reportsAt = ({ statusReports }: MetadataEntry, now: number): readonly StatusReport[] =>
  statusReports.filter(({ effectiveFrom = 0 }) => effectiveFrom <= now);

/** FIDO's certification of a model at a moment; `undefined`: none. */
export const certificationLevelOf = (entry: MetadataEntry, now: number): string | undefined =>
  levelOf(reportsAt(entry, now));

/** Statuses that speak against a model (FIDO Metadata Service section 3.1.4). Later ones do not mend them. */
const badStatuses: Readonly<Record<string, MetadataFinding>> = {
  REVOKED: { code: 'metadata.revoked', sentence: 'FIDO has revoked this model.' },
  USER_VERIFICATION_BYPASS: {
    code: 'metadata.user-verification-bypass',
    sentence: 'The user verification of this model can be bypassed.',
  },
  ATTESTATION_KEY_COMPROMISE: {
    code: 'metadata.attestation-key-compromised',
    sentence: 'An attestation key of this model is known to others.',
  },
  USER_KEY_REMOTE_COMPROMISE: {
    code: 'metadata.user-key-remotely-compromised',
    sentence: 'Keys of this model can be taken from afar.',
  },
  USER_KEY_PHYSICAL_COMPROMISE: {
    code: 'metadata.user-key-physically-compromised',
    sentence: 'Keys of this model can be taken by whoever holds the device.',
  },
};

function statusFindings(
  reports: readonly StatusReport[],
  { trustPath }: AssessedRegistration,
): readonly MetadataFinding[] {
  const concerning = reports.filter(
    ({ certificate }) => certificate === undefined || holds(trustPath, certificate),
  );
  const findings = concerning.flatMap(({ status }) => badStatuses[status] ?? []);
  return [...new Set(findings)];
}

/** A report about one certificate concerns only attestations whose path holds it; without a path, all. */
const holds = (path: readonly Uint8Array[], certificate: Uint8Array): boolean =>
  path.length === 0 || path.some((der) => Buffer.compare(der, certificate) === 0);

/** The level of the newest certification; `FIDO_CERTIFIED` without a level is the first. */
function levelOf(reports: readonly StatusReport[]): string | undefined {
  const newest = reports.findLast(({ status }) => /^(NOT_)?FIDO_CERTIFIED|^REVOKED$/.test(status));
  const [, isCertified, level] = /^(FIDO_CERTIFIED)(?:_(L\d(?:plus)?))?$/.exec(newest?.status ?? '') ?? [];
  return isCertified ? (level ?? 'L1') : undefined;
}

/** Attestation types of metadata that agree with ours; an anchored packed one may be of an attestation CA. */
const typesOf: Readonly<Record<string, readonly string[]>> = {
  basic: ['basic_full', 'attca', 'anonca'],
  attca: ['attca', 'basic_full'],
  anonca: ['anonca'],
  self: ['basic_surrogate'],
};

type ModelRule = MetadataFinding & {
  readonly isBroken: (entry: MetadataEntry, verified: AssessedRegistration) => boolean;
};

const modelRules: readonly ModelRule[] = [
  {
    code: 'metadata.model-not-verified',
    sentence: 'The model is only claimed: no trust anchor vouches for it.',
    // U2F has no AAGUID: its certificate is the model.
    isBroken: (_entry, { aaguidVerified, attestationFormat, attestationType }) =>
      !aaguidVerified && !(attestationFormat === 'fido-u2f' && attestationType === 'basic'),
  },
  {
    code: 'metadata.attestation-type-differs',
    sentence: 'The model attests otherwise.',
    isBroken: ({ attestationTypes }, { attestationType }) => {
      const expected = typesOf[attestationType] ?? [];
      return (
        attestationTypes.length > 0 &&
        expected.length > 0 &&
        !expected.some((one) => attestationTypes.includes(one))
      );
    },
  },
  {
    code: 'metadata.algorithm-differs',
    sentence: 'The model makes no keys of this algorithm.',
    isBroken: ({ algorithms }, { algorithm }) => {
      const known = algorithms.map((name) => metadataAlgorithms[name]);
      const areAllKnown = known.length > 0 && !known.includes(undefined);
      return areAllKnown && !known.flatMap((ids) => ids ?? []).includes(algorithm);
    },
  },
];

function modelFindings(entry: MetadataEntry, verified: AssessedRegistration): readonly MetadataFinding[] {
  return modelRules
    .filter(({ isBroken }) => isBroken(entry, verified))
    .map(({ code, sentence }) => ({ code, sentence }));
}
