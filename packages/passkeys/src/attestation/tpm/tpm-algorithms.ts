/** Identifiers of the TCG Algorithm Registry that credential keys and their names use. */
export const tpmAlgorithm = {
  rsa: 0x0001,
  null: 0x0010,
  rsaEs: 0x0015,
  ecDaa: 0x001a,
  ecc: 0x0023,
} as const;

/** Digests by their TPM_ALG_ID, as node:crypto names them. */
export const tpmDigests: ReadonlyMap<number, string> = new Map([
  [0x0004, 'sha1'],
  [0x000b, 'sha256'],
  [0x000c, 'sha384'],
  [0x000d, 'sha512'],
]);

/** COSE curve identifiers by their TPM_ECC_CURVE. */
export const tpmCurves: ReadonlyMap<number, number> = new Map([
  [0x0003, 1],
  [0x0004, 2],
  [0x0005, 3],
]);
