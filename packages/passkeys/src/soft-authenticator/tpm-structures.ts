import { hash } from 'node:crypto';
import type { CborMap } from '../cbor/cbor-value.ts';
import { isBytes } from '../cbor/cbor-value.ts';

const u16 = (number: number): Buffer => Buffer.from([(number >> 8) & 0xff, number & 0xff]);
const sized = (bytes: Uint8Array): Buffer => Buffer.concat([u16(bytes.length), bytes]);
const none = u16(0x0010);
const sha256 = u16(0x000b);

/** fixedTPM, fixedParent, sensitiveDataOrigin, userWithAuth, noDA, sign. */
const objectAttributes = Buffer.from('00040472', 'hex');

/** TPM_ECC_CURVE by COSE curve. */
const curves: Readonly<Record<number, number>> = { 1: 0x0003, 2: 0x0004, 3: 0x0005 };

/** Writes a COSE key of RSA or of a NIST curve as a TPMT_PUBLIC (TPM 2.0 part 2 section 12.2.4). */
export function writePublicArea(coseKey: CborMap): Uint8Array {
  const isRsa = coseKey.get(1) === 3;
  const head = Buffer.concat([
    u16(isRsa ? 0x0001 : 0x0023),
    sha256,
    objectAttributes,
    sized(Buffer.alloc(32)),
  ]);
  return Buffer.concat([head, ...(isRsa ? rsaParts(coseKey) : eccParts(coseKey))]);
}

function rsaParts(coseKey: CborMap): readonly Uint8Array[] {
  const modulus = bytesOf(coseKey, -1);
  return [none, none, u16(modulus.length * 8), Buffer.alloc(4), sized(modulus)];
}

function eccParts(coseKey: CborMap): readonly Uint8Array[] {
  const curve = u16(curves[Number(coseKey.get(-1))] ?? 0);
  return [none, none, curve, none, sized(bytesOf(coseKey, -2)), sized(bytesOf(coseKey, -3))];
}

function bytesOf(coseKey: CborMap, label: number): Uint8Array {
  const value = coseKey.get(label);
  return isBytes(value) ? value : new Uint8Array();
}

/** Writes the TPMS_ATTEST of type certify about that public area (TPM 2.0 part 2 section 10.12.12). */
export function writeCertifyInfo(pubArea: Uint8Array, extraData: Uint8Array): Uint8Array {
  const name = Buffer.concat([sha256, hash('sha256', pubArea, 'buffer')]);
  return Buffer.concat([
    Buffer.from('ff5443478017', 'hex'),
    sized(name),
    sized(extraData),
    Buffer.alloc(17),
    Buffer.alloc(8),
    sized(name),
    sized(name),
  ]);
}
