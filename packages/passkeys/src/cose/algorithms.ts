/**
 * How keys and signatures of one COSE algorithm look (RFC 9053, RFC 8230, RFC 8812, RFC 9864 and the registry's ML-DSA;
 * which curve goes with which algorithm: WebAuthn L3 section 5.8.5).
 */
export type Algorithm = {
  readonly id: number;
  readonly name: string;
  /** The COSE key type: 1 octet key pair, 2 elliptic curve, 3 RSA, 7 algorithm key pair. */
  readonly keyType: 1 | 2 | 3 | 7;
  /** The one curve that is allowed; undefined without one. */
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
  /** Its name in JSON Web Keys. */
  readonly name: string;
  /** Bytes of one coordinate, or of the whole point of an octet key pair. */
  readonly size: number;
  /** Its name in node:crypto. */
  readonly nodeName: string;
  /** What stands before the point in a DER SubjectPublicKeyInfo (RFC 5480, RFC 8410). */
  readonly derPrefix: Uint8Array;
};

const curve = (id: number, name: string, size: number, nodeName: string, derPrefix: string): Curve => ({
  id,
  name,
  size,
  nodeName,
  derPrefix: Buffer.from(derPrefix, 'hex'),
});

const p256 = curve(1, 'P-256', 32, 'prime256v1', '3059301306072a8648ce3d020106082a8648ce3d030107034200');
const p384 = curve(2, 'P-384', 48, 'secp384r1', '3076301006072a8648ce3d020106052b81040022036200');
const p521 = curve(3, 'P-521', 66, 'secp521r1', '30819b301006072a8648ce3d020106052b8104002303818600');
const ed25519 = curve(6, 'Ed25519', 32, 'ed25519', '302a300506032b6570032100');
const ed448 = curve(7, 'Ed448', 57, 'ed448', '3043300506032b6571033a00');
const secp256k1 = curve(8, 'secp256k1', 32, 'secp256k1', '3056301006072a8648ce3d020106052b8104000a034200');

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
