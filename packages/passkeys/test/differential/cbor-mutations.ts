import type { CborKey, CborMap, CborValue } from '../../src/cbor/cbor-value.ts';
import { type Mutation, show } from './mutation.ts';

export function authenticatorData(): Mutation[] {
  const alter = (name: string, change: (bytes: Uint8Array) => Uint8Array): Mutation => ({
    name: `authenticator data: ${name}`,
    alter: { authenticatorData: change },
  });
  const flip = (at: number, bit: number) => (bytes: Uint8Array) =>
    bytes.map((byte, index) => (index === at ? byte ^ bit : byte));
  const append =
    (...more: number[]) =>
    (bytes: Uint8Array) =>
      new Uint8Array([...bytes, ...more]);
  return [
    ...[1, 2, 4, 8, 16, 32, 64, 128, 24, 5].map((bit) => alter(`flags ^ ${bit}`, flip(32, bit))),
    ...[0, 15, 31].map((at) => alter(`byte ${at} of the RP ID's hash`, flip(at, 1))),
    ...[33, 36, 37, 52].map((at) => alter(`byte ${at} of counter and AAGUID`, flip(at, 0x80))),
    ...[53, 54].flatMap((at) =>
      [1, 4, 0x20].map((bit) => alter(`length of the id, byte ${at} ^ ${bit}`, flip(at, bit))),
    ),
    ...[0, 1, 32, 36, 37, 38, 53, 55, 60, 87, 88, 100].map((length) =>
      alter(`cut to ${length} bytes`, (bytes) => bytes.slice(0, length)),
    ),
    ...[1, 2, 16].map((less) => alter(`${less} bytes short`, (bytes) => bytes.slice(0, -less))),
    alter('a byte after it', append(0)),
    alter('an empty map after it', append(0xa0)),
    alter('extensions', (bytes) => append(0xa1, 0x61, 0x78, 0xf5)(flip(32, 0x80)(bytes))),
    alter('extensions that are a list', (bytes) => append(0x80)(flip(32, 0x80)(bytes))),
    alter('extensions twice', (bytes) => append(0xa0, 0xa0)(flip(32, 0x80)(bytes))),
    alter('extensions with a key twice', (bytes) =>
      append(0xa2, 0x61, 0x78, 0xf5, 0x61, 0x78, 0xf4)(flip(32, 0x80)(bytes)),
    ),
    alter('extensions of indefinite length', (bytes) => append(0xbf, 0xff)(flip(32, 0x80)(bytes))),
    alter('extensions with a float', (bytes) =>
      append(0xa1, 0x61, 0x78, 0xf9, 0x3c, 0)(flip(32, 0x80)(bytes)),
    ),
    alter('extensions with a long length', (bytes) =>
      append(0xa1, 0x78, 1, 0x78, 0xf5)(flip(32, 0x80)(bytes)),
    ),
    alter('extensions of 100 levels', (bytes) =>
      append(0xa1, 0x61, 0x78, ...Array<number>(100).fill(0x81), 0)(flip(32, 0x80)(bytes)),
    ),
  ];
}

/** A map with labels replaced, added, or (undefined) taken away. */
const changed = (map: CborMap, changes: readonly (readonly [CborKey, CborValue | undefined])[]): CborMap => {
  const copy = new Map(map);
  for (const [label, value] of changes) {
    if (value === undefined) copy.delete(label);
    else copy.set(label, value);
  }
  return copy;
};

export function coseKeys(): Mutation[] {
  const bytes = (length: number, fill = 1) => new Uint8Array(length).fill(fill);
  const values: readonly (CborValue | undefined)[] = [
    undefined,
    0,
    1,
    2,
    3,
    6,
    7,
    -7,
    -8,
    -257,
    -65535,
    'x',
    null,
    true,
    bytes(0),
    bytes(31),
    bytes(32),
    bytes(33),
    bytes(32, 0),
  ];
  const labels = [1, 3, -1, -2, -3];
  const byLabel = labels.flatMap((label) =>
    values.map(
      (value): Mutation => ({
        name: `key: ${label} is ${value instanceof Uint8Array ? `${value.length} bytes of ${value[0]}` : show(value)}`,
        alter: { coseKey: (key) => changed(key, [[label, value]]) },
      }),
    ),
  );
  const more: Readonly<Record<string, readonly (readonly [CborKey, CborValue | undefined])[]>> = {
    'an unknown label': [[99, 1]],
    'an unknown text label': [['x', 1]],
    'a private part': [[-4, bytes(32)]],
    'key operations': [[4, [2]]],
    'a key id': [[2, bytes(4)]],
    'nothing but an algorithm': [
      [1, undefined],
      [-1, undefined],
      [-2, undefined],
      [-3, undefined],
    ],
    'the exponent 1': [[-2, new Uint8Array([1])]],
    'a modulus of 512 bits': [[-1, bytes(64, 0xff)]],
  };
  return [
    ...byLabel,
    ...Object.entries(more).map(
      ([name, changes]): Mutation => ({
        name: `key: ${name}`,
        alter: { coseKey: (key) => changed(key, changes) },
      }),
    ),
  ];
}

export function statements(): Mutation[] {
  const values: readonly (CborValue | undefined)[] = [
    undefined,
    null,
    -7,
    -8,
    -257,
    'x',
    new Uint8Array(),
    new Uint8Array(64),
    [],
    [new Uint8Array(10)],
    new Map(),
  ];
  return ['alg', 'sig', 'x5c', 'ver', 'ecdaaKeyId', 'certInfo', 'pubArea', 'response'].flatMap((label) =>
    values.map(
      (value): Mutation => ({
        name: `statement: ${label} is ${value instanceof Uint8Array ? `${value.length} bytes` : show(value)}`,
        alter: { statement: (statement) => changed(statement, [[label, value]]) },
      }),
    ),
  );
}

export function attestationObjects(): Mutation[] {
  const alter = (name: string, change: (bytes: Uint8Array) => Uint8Array): Mutation => ({
    name: `attestation object: ${name}`,
    alter: { attestationObject: change },
  });
  const entry = Buffer.from('6161f5', 'hex');
  return [
    ...[0, 1, 2, 5, 8, 12, 20, 34, 40, 50].map((at) =>
      alter(`byte ${at} ^ 1`, (bytes) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))),
    ),
    ...[0, 1, 10, 100].map((length) => alter(`cut to ${length} bytes`, (bytes) => bytes.slice(0, length))),
    alter('5 kB after it', (bytes) => new Uint8Array([...bytes, ...new Uint8Array(5000)])),
    alter('another object after it', (bytes) => new Uint8Array([...bytes, ...bytes])),
    alter('an unknown member', (bytes) => new Uint8Array([0xa4, ...bytes.slice(1), ...entry])),
    alter(
      'a member twice',
      (bytes) =>
        new Uint8Array([0xa4, ...bytes.slice(1), 0x63, 0x66, 0x6d, 0x74, 0x64, 0x6e, 0x6f, 0x6e, 0x65]),
    ),
    alter('indefinite length', (bytes) => new Uint8Array([0xbf, ...bytes.slice(1), 0xff])),
    alter('a tag before it', (bytes) => new Uint8Array([0xd9, 0xd9, 0xf7, ...bytes])),
    alter('a long length', (bytes) => new Uint8Array([0xb8, 3, ...bytes.slice(1)])),
    ...['tpm', 'fido-u2f', 'android-key', 'apple', 'Packed', 'nonE', ''].map((format) =>
      alter(`the format ${show(format)}`, (bytes) => renamed(bytes, format)),
    ),
  ];
}

function renamed(bytes: Uint8Array, format: string): Uint8Array {
  const length = (bytes[5] ?? 0) & 31;
  return new Uint8Array([
    ...bytes.slice(0, 5),
    0x60 | format.length,
    ...Buffer.from(format),
    ...bytes.slice(6 + length),
  ]);
}
