import { hasIssued } from './check-certificate-path.ts';
import type { Certificate } from './read-certificate.ts';

/**
 * The path up to the trust anchor that it ends at: the last certificate is an anchor, or an anchor has issued it.
 * `undefined` when it ends at none.
 */
export function completeCertificatePath(
  path: readonly Certificate[],
  anchors: readonly Certificate[],
): readonly Certificate[] | undefined {
  const last = path.at(-1);
  if (!last) return undefined;
  if (anchors.some(({ der }) => Buffer.compare(der, last.der) === 0)) return path;
  const issuer = anchors.find((anchor) => hasIssued(anchor, last));
  return issuer && [...path, issuer];
}
