import { ensured } from '../../fault.ts';
import { type ByteReader, byteReader } from './byte-reader.ts';
import { tpmAlgorithm } from './tpm-algorithms.ts';

/** The key of a TPMT_PUBLIC. */
export type TpmKey =
  | { readonly kind: 'rsa'; readonly modulus: Uint8Array; readonly exponent: number }
  | { readonly kind: 'ecc'; readonly curve: number; readonly x: Uint8Array; readonly y: Uint8Array };

/** The parts of a TPMT_PUBLIC that are judged. */
export type PublicArea = { readonly nameAlgorithm: number; readonly key: TpmKey };

const defaultExponent = 65_537;

/** Reads a TPMT_PUBLIC of an RSA or ECC key to the last byte (TPM 2.0 part 2 section 12.2.4). Throws a Fault. */
export function readPublicArea(bytes: Uint8Array): PublicArea {
  const read = byteReader(bytes, 'pubArea');
  const readKey = ensured(keyReaders.get(read.u16()), 'pubArea holds neither an RSA nor an ECC key.');
  const nameAlgorithm = read.u16();
  read.u32(); // objectAttributes
  read.sized(); // authPolicy
  const key = readKey(read);
  read.end();
  return { nameAlgorithm, key };
}

/** By TPM_ALG_ID of the key: TPMU_PUBLIC_PARMS and TPMU_PUBLIC_ID. */
const keyReaders = new Map<number, (read: ByteReader) => TpmKey>([
  [tpmAlgorithm.rsa, readRsaKey],
  [tpmAlgorithm.ecc, readEccKey],
]);

function readRsaKey(read: ByteReader): TpmKey {
  skipSymmetric(read);
  skipScheme(read);
  read.u16(); // keyBits: the modulus itself tells
  const exponent = read.u32() || defaultExponent;
  return { kind: 'rsa', exponent, modulus: read.sized() };
}

function readEccKey(read: ByteReader): TpmKey {
  skipSymmetric(read);
  skipScheme(read);
  const curve = read.u16();
  skipScheme(read); // kdf
  return { kind: 'ecc', curve, x: read.sized(), y: read.sized() };
}

/** TPMT_SYM_DEF_OBJECT: key bits and mode follow a cipher. */
function skipSymmetric(read: ByteReader): void {
  if (read.u16() !== tpmAlgorithm.null) read.bytes(4);
}

/** A scheme and its digest; RSAES has no digest, and ECDAA a count besides. */
function skipScheme(read: ByteReader): void {
  const scheme = read.u16();
  if (scheme === tpmAlgorithm.null || scheme === tpmAlgorithm.rsaEs) return;
  read.u16();
  if (scheme === tpmAlgorithm.ecDaa) read.u16();
}
