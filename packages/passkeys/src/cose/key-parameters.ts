import { type CborMap, isBytes } from '../cbor/cbor-value.ts';
import { ensure } from '../fault.ts';

/** Refuses every label outside the list: private parts, and what nobody knows. */
export function ensureLabels(key: CborMap, labels: readonly number[]): void {
  ensure(key.size === labels.length, 'The key has private or unknown parameters, or misses some.');
  ensure(
    labels.every((one) => key.has(one)),
    'The key misses a parameter.',
  );
}

/** A byte string among the key's parameters. */
export function bytesOf(key: CborMap, label: number): Uint8Array {
  const value = key.get(label);
  ensure(isBytes(value), 'A parameter of the key is not a byte string.');
  return value;
}
