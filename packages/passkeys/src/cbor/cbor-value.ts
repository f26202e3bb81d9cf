/** A decoded CBOR item. Integers beyond 2^53 are bigint; maps keep their keys' types. */
export type CborValue =
  | number
  | bigint
  | string
  | boolean
  | null
  | Uint8Array
  | readonly CborValue[]
  | CborMap;

/** Keys are integers or texts: nothing else is used by WebAuthn. */
export type CborMap = ReadonlyMap<CborKey, CborValue>;
export type CborKey = number | bigint | string;

export const isCborMap = (value: CborValue | undefined): value is CborMap => value instanceof Map;
export const isCborArray = (value: CborValue | undefined): value is readonly CborValue[] =>
  Array.isArray(value);
export const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;
