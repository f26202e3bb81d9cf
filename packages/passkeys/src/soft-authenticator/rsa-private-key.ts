import { checkPrimeSync, createPrivateKey, type KeyObject } from 'node:crypto';
import { toBase64url } from '@latchkey/kernel';
import type { RandomSource } from './random-source.ts';

const exponent = 65_537n;
const primeBytes = 128;

/** An RSA key of 2048 bits from random bytes. Takes some tenths of a second. For tests only: not in constant time. */
export function rsaPrivateKey(random: RandomSource): KeyObject {
  const p = primeFrom(random);
  const q = primeFrom(random);
  const d = inverse(exponent, (p - 1n) * (q - 1n));
  return createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'RSA',
      n: text(p * q),
      e: text(exponent),
      d: text(d),
      p: text(p),
      q: text(q),
      dp: text(d % (p - 1n)),
      dq: text(d % (q - 1n)),
      qi: text(inverse(q, p)),
    },
  });
}

function primeFrom(random: RandomSource): bigint {
  const bytes = random(primeBytes);
  // Both top bits set, so that the product has all its bits; odd.
  bytes[0] = (bytes[0] ?? 0) | 0xc0;
  let candidate = BigInt(`0x${Buffer.from(bytes).toString('hex')}`) | 1n;
  while ((candidate - 1n) % exponent === 0n || !checkPrimeSync(candidate)) candidate += 2n;
  return candidate;
}

/** The inverse of `value` modulo `modulus`, by the extended algorithm of Euclid. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [remainder, next] = [modulus, value % modulus];
  let [factor, nextFactor] = [0n, 1n];
  while (next !== 0n) {
    const quotient = remainder / next;
    [remainder, next] = [next, remainder - quotient * next];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  return ((factor % modulus) + modulus) % modulus;
}

function text(number: bigint): string {
  const hex = number.toString(16);
  return toBase64url(Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex'));
}
