import { createPublicKey, type KeyObject } from 'node:crypto';
import type { Curve } from './algorithms.ts';

/** The key of a point that was checked, imported at its first use. */
export function pointKey({ derPrefix }: Curve, point: Uint8Array): () => KeyObject {
  let imported: KeyObject | undefined;
  return () => {
    imported ??= createPublicKey({ format: 'der', type: 'spki', key: Buffer.concat([derPrefix, point]) });
    return imported;
  };
}
