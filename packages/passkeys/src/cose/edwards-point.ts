/** A twisted Edwards curve a·x² + y² = 1 + d·x²·y² over the integers modulo p (RFC 8032 sections 5.1 and 5.2). */
type EdwardsCurve = {
  readonly p: bigint;
  readonly a: bigint;
  readonly d: bigint;
  /** Bytes of an encoded point: y, little-endian, and the sign of x in the last bit. */
  readonly size: number;
};

/** By the curve's name in JSON Web Keys. */
const curves = new Map<string, EdwardsCurve>([
  [
    'Ed25519',
    {
      p: 2n ** 255n - 19n,
      a: -1n,
      d: 0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n,
      size: 32,
    },
  ],
  ['Ed448', { p: 2n ** 448n - 2n ** 224n - 1n, a: 1n, d: -39081n, size: 57 }],
]);

/**
 * Whether bytes encode a point of the curve that can be a public key: canonical, on the curve, not of small order.
 * OpenSSL takes any bytes for a key and only fails later, at every signature.
 */
export function isEdwardsPoint(name: string, bytes: Uint8Array): boolean {
  const curve = curves.get(name);
  if (!curve || bytes.length !== curve.size) return false;
  const encoded = BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
  const signBit = BigInt(curve.size * 8 - 1);
  const y = encoded & ((1n << signBit) - 1n);
  return y < curve.p && isOnCurve(curve, y) && !isOfSmallOrder(curve, y);
}

/** x² = (1 - y²) / (a - d·y²) has a root exactly when the product of both is a square. */
function isOnCurve({ p, a, d }: EdwardsCurve, y: bigint): boolean {
  const square = (y * y) % p;
  return isSquare(modulo((1n - square) * modulo(a - d * square, p), p), p);
}

/** Orders 1, 2 and 4 have y of 1, -1 and 0; order 8, on Ed25519 alone, has d·y⁴ + 2·y² = 1. */
function isOfSmallOrder({ p, a, d }: EdwardsCurve, y: bigint): boolean {
  if (y === 0n || y === 1n || y === p - 1n) return true;
  const square = (y * y) % p;
  return a === -1n && modulo(d * square * square + 2n * square - 1n, p) === 0n;
}

const modulo = (value: bigint, modulus: bigint): bigint => ((value % modulus) + modulus) % modulus;

/** Whether the Jacobi symbol of `value` and the prime `modulus` is 0 or 1. */
function isSquare(value: bigint, modulus: bigint): boolean {
  let [top, bottom, isNegative] = [value, modulus, false];
  while (top !== 0n) {
    while ((top & 1n) === 0n) {
      top >>= 1n;
      const rest = bottom & 7n;
      if (rest === 3n || rest === 5n) isNegative = !isNegative;
    }
    [top, bottom] = [bottom, top];
    if ((top & 3n) === 3n && (bottom & 3n) === 3n) isNegative = !isNegative;
    top %= bottom;
  }
  return bottom !== 1n || !isNegative;
}
