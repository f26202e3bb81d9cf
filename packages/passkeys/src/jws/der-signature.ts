import { ensure } from '../fault.ts';

/** Rewrites an ECDSA signature of JSON Web Signatures (r and s of `size` bytes each) in DER. Throws a Fault. */
export function derSignature(signature: Uint8Array, size: number): Uint8Array {
  ensure(signature.length === 2 * size, 'The signature has the wrong length.');
  const numbers = Buffer.concat([
    derInteger(signature.subarray(0, size)),
    derInteger(signature.subarray(size)),
  ]);
  return Buffer.concat([Buffer.from([0x30, ...lengthOf(numbers.length)]), numbers]);
}

function derInteger(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first < 0 ? Buffer.from([0]) : Buffer.from(bytes.subarray(first));
  const isNegative = ((digits[0] ?? 0) & 0x80) !== 0;
  const body = isNegative ? Buffer.concat([Buffer.from([0]), digits]) : digits;
  return Buffer.concat([Buffer.from([0x02, body.length]), body]);
}

const lengthOf = (length: number): readonly number[] => (length < 0x80 ? [length] : [0x81, length]);
