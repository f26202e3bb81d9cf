import { type CborMap, isBytes } from '../../cbor/cbor-value.ts';
import type { TpmKey } from './read-public-area.ts';
import { tpmCurves } from './tpm-algorithms.ts';

/** Whether a TPM's key is the credential's: the same numbers, whatever zeros stand before them. */
export function agreesWithCoseKey(key: TpmKey, coseKey: CborMap): boolean {
  return parametersOf(key).every(([label, expected]) => {
    const given = coseKey.get(label);
    if (typeof expected === 'number' || !isBytes(given)) return given === expected;
    return withoutZeros(expected).equals(withoutZeros(given));
  });
}

/** The key as labels and values of COSE (RFC 9053 section 7.1, RFC 8230 section 4). */
function parametersOf(key: TpmKey): readonly (readonly [number, number | Uint8Array])[] {
  if (key.kind === 'rsa') {
    return [
      [1, 3],
      [-1, key.modulus],
      [-2, bigEndian(key.exponent)],
    ];
  }
  return [
    [1, 2],
    [-1, tpmCurves.get(key.curve) ?? Number.NaN],
    [-2, key.x],
    [-3, key.y],
  ];
}

function bigEndian(number: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}

function withoutZeros(number: Uint8Array): Buffer {
  const first = number.findIndex((byte) => byte !== 0);
  return Buffer.from(first < 0 ? [] : number.subarray(first));
}
