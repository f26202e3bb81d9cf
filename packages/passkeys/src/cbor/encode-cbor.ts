import { type CborMap, type CborValue, isBytes, isCborArray, isCborMap } from './cbor-value.ts';

/** Encodes a value as CTAP2 canonical CBOR (CTAP 2.1 section 8); map entries are put in order. */
export function encodeCbor(value: CborValue): Uint8Array {
  return new Uint8Array(encoded(value));
}

function encoded(value: CborValue): Buffer {
  if (typeof value === 'number' || typeof value === 'bigint') return encodedInteger(value);
  if (typeof value === 'string') return withHead(3, Buffer.from(value, 'utf8'));
  if (typeof value === 'boolean') return Buffer.from([value ? 0xf5 : 0xf4]);
  if (value === null) return Buffer.from([0xf6]);
  if (isBytes(value)) return withHead(2, Buffer.from(value));
  if (isCborMap(value)) return encodedMap(value);
  if (isCborArray(value)) return Buffer.concat([head(4, value.length), ...value.map(encoded)]);
  throw new TypeError('Not a CBOR value.');
}

function encodedInteger(value: number | bigint): Buffer {
  if (value >= 0) return head(0, value);
  return head(1, typeof value === 'number' ? -1 - value : -1n - value);
}

function withHead(major: number, content: Buffer): Buffer {
  return Buffer.concat([head(major, content.length), content]);
}

function encodedMap(map: CborMap): Buffer {
  const entries = [...map].map(([key, value]) => ({ key: encoded(key), value: encoded(value) }));
  entries.sort((left, right) => inOrder(left.key, right.key));
  return Buffer.concat([head(5, entries.length), ...entries.flatMap(({ key, value }) => [key, value])]);
}

/** CTAP2's order of keys: by major type, then by encoded length, then bytewise. */
function inOrder(left: Buffer, right: Buffer): number {
  const majors = ((left[0] ?? 0) >> 5) - ((right[0] ?? 0) >> 5);
  return majors || left.length - right.length || Buffer.compare(left, right);
}

function head(major: number, argument: number | bigint): Buffer {
  const type = major << 5;
  if (argument < 24) return Buffer.from([type | Number(argument)]);
  if (argument < 0x100) return Buffer.from([type | 24, Number(argument)]);
  const bytes = Buffer.alloc(argument < 0x10000 ? 3 : argument < 0x1_0000_0000 ? 5 : 9);
  if (bytes.length === 3) bytes.writeUInt16BE(Number(argument), 1);
  else if (bytes.length === 5) bytes.writeUInt32BE(Number(argument), 1);
  else bytes.writeBigUInt64BE(BigInt(argument), 1);
  bytes[0] = type | (bytes.length === 3 ? 25 : bytes.length === 5 ? 26 : 27);
  return bytes;
}
