/**
 * How keys and signatures of one COSE algorithm look (RFC 9053, RFC 8230, RFC 8812, RFC 9864 and the registry's ML-DSA;
 * which curve goes with which algorithm: WebAuthn L3 section 5.8.5).
 */
export type Algorithm = {
  readonly id: number;
  readonly name: string;
  /** The COSE key type: 1 octet key pair, 2 elliptic curve, 3 RSA, 7 algorithm key pair. */
  readonly keyType: 1 | 2 | 3 | 7;
  /** The name in JSON Web Keys of the one curve that is allowed; undefined without one. */
  readonly curve?: Curve;
  /** The digest's name in node:crypto; undefined where the algorithm has its own. */
  readonly digest?: 'sha1' | 'sha256' | 'sha384' | 'sha512';
  readonly isPss?: boolean;
  /** Only in an explicit legacy profile. */
  readonly isLegacy?: boolean;
};

export type Curve = {
  /** The COSE curve identifier. */
  readonly id: number;
  readonly name: string;
  /** Bytes of one coordinate, or of the whole point of an octet key pair. */
  readonly size: number;
};

const p256: Curve = { id: 1, name: 'P-256', size: 32 };
const p384: Curve = { id: 2, name: 'P-384', size: 48 };
const p521: Curve = { id: 3, name: 'P-521', size: 66 };
const ed25519: Curve = { id: 6, name: 'Ed25519', size: 32 };
const ed448: Curve = { id: 7, name: 'Ed448', size: 57 };
const secp256k1: Curve = { id: 8, name: 'secp256k1', size: 32 };

const table: readonly Algorithm[] = [
  { id: -7, name: 'ES256', keyType: 2, curve: p256, digest: 'sha256' },
  { id: -35, name: 'ES384', keyType: 2, curve: p384, digest: 'sha384' },
  { id: -36, name: 'ES512', keyType: 2, curve: p521, digest: 'sha512' },
  { id: -9, name: 'ESP256', keyType: 2, curve: p256, digest: 'sha256' },
  { id: -51, name: 'ESP384', keyType: 2, curve: p384, digest: 'sha384' },
  { id: -52, name: 'ESP512', keyType: 2, curve: p521, digest: 'sha512' },
  { id: -47, name: 'ES256K', keyType: 2, curve: secp256k1, digest: 'sha256' },
  { id: -43, name: 'ES256K (draft)', keyType: 2, curve: secp256k1, digest: 'sha256', isLegacy: true },
  { id: -8, name: 'EdDSA', keyType: 1, curve: ed25519 },
  { id: -19, name: 'Ed25519', keyType: 1, curve: ed25519 },
  { id: -53, name: 'Ed448', keyType: 1, curve: ed448 },
  { id: -48, name: 'ML-DSA-44', keyType: 7 },
  { id: -49, name: 'ML-DSA-65', keyType: 7 },
  { id: -50, name: 'ML-DSA-87', keyType: 7 },
  { id: -257, name: 'RS256', keyType: 3, digest: 'sha256' },
  { id: -258, name: 'RS384', keyType: 3, digest: 'sha384' },
  { id: -259, name: 'RS512', keyType: 3, digest: 'sha512' },
  { id: -37, name: 'PS256', keyType: 3, digest: 'sha256', isPss: true },
  { id: -38, name: 'PS384', keyType: 3, digest: 'sha384', isPss: true },
  { id: -39, name: 'PS512', keyType: 3, digest: 'sha512', isPss: true },
  { id: -65535, name: 'RS1', keyType: 3, digest: 'sha1', isLegacy: true },
];

/** Every algorithm that can be verified, by its COSE identifier. */
export const algorithms: ReadonlyMap<number, Algorithm> = new Map(table.map((one) => [one.id, one]));
