import { ensure, Fault } from '../fault.ts';
import { checkCertificatePath, ensureEachOnce, notIssued } from './check-certificate-path.ts';
import { completeCertificatePaths, linkedPath } from './complete-certificate-paths.ts';
import type { Certificate } from './read-certificate.ts';
import type { TrustAnchor } from './trust-anchor.ts';

/**
 * The path to a trust anchor that holds. Where there are anchors, certificates that do not belong together are refused;
 * without any they vouch for nothing, so that only those that do belong together are judged.
 * `undefined`: the path ends at no anchor. Throws a Fault.
 */
export function anchoredPath(
  path: readonly Certificate[],
  anchors: readonly TrustAnchor[],
  now: number,
): readonly Certificate[] | undefined {
  ensureEachOnce(path);
  const linked = linkedPath(path);
  ensure(linked.length === path.length || anchors.length === 0, notIssued);
  const candidates = completeCertificatePaths(path, anchors);
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

/** The path to one of the anchors, or `undefined` when there is none that holds. */
export function pathThatHolds(
  path: readonly Certificate[],
  anchors: readonly TrustAnchor[],
  now: number,
): readonly Certificate[] | undefined {
  try {
    return anchoredPath(path, anchors, now);
  } catch (cause) {
    if (cause instanceof Fault) return undefined;
    throw cause;
  }
}
