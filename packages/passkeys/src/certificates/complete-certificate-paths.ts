import { hasIssued, hasSigned } from './has-issued.ts';
import type { Certificate } from './read-certificate.ts';
import type { TrustAnchor } from './trust-anchor.ts';

/**
 * Every path up to a trust anchor, shortest first: a certificate of the path is the anchor (or holds its bare key), or
 * the anchor has issued it. Not judged.
 */
export function completeCertificatePaths(
  path: readonly Certificate[],
  anchors: readonly TrustAnchor[],
): readonly (readonly Certificate[])[] {
  return path.flatMap((certificate, index) => {
    const upToHere = path.slice(0, index + 1);
    return anchors.flatMap((anchor) => {
      const above = ends[anchor.kind](certificate, anchor as never);
      return above ? [[...upToHere, ...above]] : [];
    });
  });
}

type Ends = {
  readonly [Kind in TrustAnchor['kind']]: (
    certificate: Certificate,
    anchor: Extract<TrustAnchor, { kind: Kind }>,
  ) => readonly Certificate[] | undefined;
};

/** What stands above a certificate when its path ends at the anchor; undefined when it does not. */
const ends: Ends = {
  certificate: (certificate, anchor) => {
    if (Buffer.compare(anchor.certificate.der, certificate.der) === 0) return [];
    return hasIssued(anchor.certificate, certificate) ? [anchor.certificate] : undefined;
  },
  key: (certificate, { publicKey }) =>
    certificate.publicKey.equals(publicKey) || hasSigned(publicKey, certificate) ? [] : undefined,
};

/** The certificates as far as each was issued by the next. */
export function linkedPath(path: readonly Certificate[]): readonly Certificate[] {
  const end = path.findIndex((certificate, index) => {
    const issuer = path[index + 1];
    return issuer === undefined || !hasIssued(issuer, certificate);
  });
  return path.slice(0, end + 1);
}
