import type { KeyObject } from 'node:crypto';
import { type CertificateRequest, type DistinguishedName, issueCertificate } from './issue-certificate.ts';
import { type KeyPair, makeKeyPair } from './key-pair.ts';
import type { RandomSource } from './random-source.ts';

/** What signs the attestations of one model: a key, its certificates (its own first), and the root that they end at. */
export type AttestationAuthority = {
  readonly keys: KeyPair;
  /** DER. */
  readonly certificates: readonly Uint8Array[];
  readonly root: Uint8Array;
};

/** Changes what a certificate says before it is issued. */
export type CertificateChange = (request: CertificateRequest) => CertificateRequest;

/** A root and an issuer below it. */
export type CertificateHierarchy = {
  readonly root: Uint8Array;
  /**
   * Issues a certificate for a key: the certificate and, where the format sends them, its issuer's. Throws whatever
   * the certificate library throws.
   */
  readonly issue: (leaf: LeafRequest, changes?: HierarchyChanges) => readonly Uint8Array[];
};

export type LeafRequest = {
  readonly publicKey: KeyObject;
  readonly subject: DistinguishedName;
  readonly extensions: NonNullable<CertificateRequest['extensions']>;
  /** Issued by the root itself, so that the certificate comes alone. */
  readonly isAlone: boolean;
};

export type HierarchyChanges = {
  readonly certificate?: CertificateChange;
  readonly issuer?: CertificateChange;
};

/** A subject as WebAuthn L3 section 8.2.1 wants it. */
export const modelName = (unit: string, name: string): DistinguishedName => [
  ['2.5.4.6', 'IE'],
  ['2.5.4.10', 'Latchkey'],
  ['2.5.4.11', unit],
  ['2.5.4.3', name],
];

const rootName = modelName('Software Authenticator', 'Latchkey Software Authenticator Root');
const issuerName = modelName('Software Authenticator', 'Latchkey Software Authenticator Issuer');
const validity = { validFrom: new Date('2020-01-01T00:00:00Z'), validTo: new Date('2049-12-31T00:00:00Z') };

/** Makes a root and an issuer below it; the same random bytes make the same keys. Chains may hold their root. */
export function makeCertificateHierarchy(random: RandomSource, sendsRoot = false): CertificateHierarchy {
  const rootKeys = makeKeyPair(-7, random);
  const issuerKeys = makeKeyPair(-7, random);
  const byRoot = { issuer: rootName, signingKey: rootKeys.privateKey, ...validity };
  const authority = { basicConstraints: { isCa: true }, maySignCertificates: true };
  const root = issueCertificate({
    ...byRoot,
    ...authority,
    subject: rootName,
    publicKey: rootKeys.publicKey,
    serialNumber: serialNumberFrom(random),
  });
  const issuer: CertificateRequest = {
    ...byRoot,
    ...authority,
    subject: issuerName,
    publicKey: issuerKeys.publicKey,
    serialNumber: serialNumberFrom(random),
  };
  const byIssuer = { ...byRoot, issuer: issuerName, signingKey: issuerKeys.privateKey };
  return {
    root,
    issue: ({ isAlone, ...leaf }, { certificate = same, issuer: changeIssuer = same } = {}) => {
      const request: CertificateRequest = {
        ...(isAlone ? byRoot : byIssuer),
        ...leaf,
        basicConstraints: { isCa: false },
        serialNumber: serialNumberFrom(random),
      };
      const issued = issueCertificate(certificate(request));
      if (isAlone) return [issued];
      return [issued, issueCertificate(changeIssuer(issuer)), ...(sendsRoot ? [root] : [])];
    },
  };
}

const same: CertificateChange = (request) => request;

/** Eight bytes, positive and without a leading zero. */
function serialNumberFrom(random: RandomSource): Uint8Array {
  const bytes = random(8);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes;
}
