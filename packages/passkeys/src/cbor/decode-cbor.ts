import { ensure, Fault, orFault } from '../fault.ts';
import type { CborKey, CborMap, CborValue } from './cbor-value.ts';

/** Deepest nesting that is followed. CTAP2 allows 4; certificates of attestation statements need no more. */
const maxDepth = 16;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Canonical CBOR has one order of map keys; `any` still refuses a key that comes twice. */
export type KeyOrder = 'canonical' | 'any';

type Cursor = {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly keyOrder: KeyOrder;
  offset: number;
};

/**
 * Decodes one item of CTAP2 canonical CBOR (CTAP 2.1 section 8) that fills `bytes`: definite lengths, shortest
 * encodings, map keys unique and in order, at most 16 deep, nothing after it. Tags and floating point are refused,
 * as nothing in WebAuthn uses them. Byte strings are views of the input. Throws a Fault.
 */
export function decodeCbor(bytes: Uint8Array, keyOrder: KeyOrder = 'canonical'): CborValue {
  const { value, end } = decodeFirstCbor(bytes, 0, keyOrder);
  ensure(end === bytes.length, 'Bytes follow the CBOR item.');
  return value;
}

/** Decodes the item at `start` and tells where it ends. */
export function decodeFirstCbor(
  bytes: Uint8Array,
  start: number,
  keyOrder: KeyOrder = 'canonical',
): { value: CborValue; end: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const cursor: Cursor = { bytes, view, keyOrder, offset: start };
  const value = readItem(cursor, 0);
  return { value, end: cursor.offset };
}

function readItem(cursor: Cursor, depth: number): CborValue {
  ensure(depth <= maxDepth, 'CBOR is nested too deep.');
  ensure(cursor.offset < cursor.bytes.length, 'CBOR ends too early.');
  const initial = cursor.view.getUint8(cursor.offset++);
  const read = readers[initial >> 5];
  if (!read) throw new Fault('CBOR tags are not allowed.');
  return read(cursor, initial & 31, depth);
}

type Reader = (cursor: Cursor, info: number, depth: number) => CborValue;

/** By major type (RFC 8949 section 3.1); 6, tags, is missing on purpose. */
const readers: readonly (Reader | undefined)[] = [
  readArgument,
  (cursor, info) => negative(readArgument(cursor, info)),
  (cursor, info) => readBytes(cursor, info),
  (cursor, info) => orFault('CBOR text is not UTF-8.', () => utf8.decode(readBytes(cursor, info))),
  readArray,
  readMap,
  undefined,
  (_cursor, info) => readSimple(info),
];

const negative = (argument: number | bigint): number | bigint => {
  if (typeof argument === 'number' && argument < Number.MAX_SAFE_INTEGER) return -1 - argument;
  return -1n - BigInt(argument);
};

function readArgument(cursor: Cursor, info: number): number | bigint {
  if (info < 24) return info;
  ensure(info < 28, 'CBOR lengths must be definite.');
  const size = 1 << (info - 24);
  const at = cursor.offset;
  ensure(at + size <= cursor.bytes.length, 'CBOR ends too early.');
  cursor.offset += size;
  const argument = argumentAt(cursor.view, at, size);
  ensure(argument >= (smallest[info - 24] ?? 0), 'CBOR integers must be encoded as short as possible.');
  return argument;
}

/** The smallest argument that needs 1, 2, 4 or 8 bytes. */
const smallest = [24, 0x100, 0x10000, 0x1_0000_0000];

function argumentAt(view: DataView, at: number, size: number): number | bigint {
  if (size === 1) return view.getUint8(at);
  if (size === 2) return view.getUint16(at);
  if (size === 4) return view.getUint32(at);
  const wide = view.getBigUint64(at);
  return wide <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(wide) : wide;
}

function readCount(cursor: Cursor, info: number): number {
  const count = readArgument(cursor, info);
  // Every item takes at least one byte, so a larger count is a lie and nothing is allocated for it.
  ensure(count <= cursor.bytes.length - cursor.offset, 'CBOR ends too early.');
  return Number(count);
}

function readBytes(cursor: Cursor, info: number): Uint8Array {
  const length = readCount(cursor, info);
  cursor.offset += length;
  return cursor.bytes.subarray(cursor.offset - length, cursor.offset);
}

function readArray(cursor: Cursor, info: number, depth: number): readonly CborValue[] {
  const count = readCount(cursor, info);
  const items: CborValue[] = [];
  for (let index = 0; index < count; index++) items.push(readItem(cursor, depth + 1));
  return items;
}

function readMap(cursor: Cursor, info: number, depth: number): CborMap {
  const count = readCount(cursor, info);
  const entries = new Map<CborKey, CborValue>();
  let previous: Uint8Array | undefined;
  for (let index = 0; index < count; index++) {
    const start = cursor.offset;
    const key = readKey(cursor, depth + 1);
    const encoded = cursor.bytes.subarray(start, cursor.offset);
    ensure(!entries.has(key), 'A CBOR map key comes twice.');
    ensure(
      cursor.keyOrder === 'any' || previous === undefined || isBefore(previous, encoded),
      'CBOR map keys must be in order.',
    );
    previous = encoded;
    entries.set(key, readItem(cursor, depth + 1));
  }
  return entries;
}

function readKey(cursor: Cursor, depth: number): CborKey {
  const key = readItem(cursor, depth);
  if (typeof key === 'number' || typeof key === 'string' || typeof key === 'bigint') return key;
  throw new Fault('CBOR map keys must be integers or texts.');
}

/** CTAP2's order of keys: by major type, then by encoded length, then bytewise. */
function isBefore(left: Uint8Array, right: Uint8Array): boolean {
  const majors = majorOf(left) - majorOf(right);
  if (majors !== 0) return majors < 0;
  if (left.length !== right.length) return left.length < right.length;
  return Buffer.compare(left, right) < 0;
}

const majorOf = (encoded: Uint8Array): number => (encoded[0] ?? 0) >> 5;

const simples = new Map<number, boolean | null>([
  [20, false],
  [21, true],
  [22, null],
]);

function readSimple(info: number): boolean | null {
  const value = simples.get(info);
  if (value === undefined)
    throw new Fault('CBOR holds a simple value or a number that WebAuthn does not use.');
  return value;
}
