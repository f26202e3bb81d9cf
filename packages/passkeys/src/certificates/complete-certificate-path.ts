import { hasIssued } from './check-certificate-path.ts';
import type { Certificate } from './read-certificate.ts';

/**
 * The path up to the first trust anchor: a certificate of the path is an anchor, or an anchor has issued it.
 * `undefined` when there is none.
 */
export function completeCertificatePath(
  path: readonly Certificate[],
  anchors: readonly Certificate[],
): readonly Certificate[] | undefined {
  for (const [index, certificate] of path.entries()) {
    const upToHere = path.slice(0, index + 1);
    if (anchors.some(({ der }) => Buffer.compare(der, certificate.der) === 0)) return upToHere;
    const issuer = anchors.find((anchor) => hasIssued(anchor, certificate));
    if (issuer) return [...upToHere, issuer];
  }
  return undefined;
}
