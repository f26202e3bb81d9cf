import { createHash, randomBytes } from 'node:crypto';

/** Gives that many bytes. */
export type RandomSource = (length: number) => Uint8Array;

/** Bytes that depend on the seed alone (SHA-256 in counter mode), or real random bytes without one. For tests only. */
export function randomSource(seed?: string): RandomSource {
  if (seed === undefined) return (length) => new Uint8Array(randomBytes(length));
  let counter = 0;
  const block = (): Buffer => createHash('sha256').update(`${seed}/${counter++}`).digest();
  return (length) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, block);
    return new Uint8Array(Buffer.concat(blocks).subarray(0, length));
  };
}
