/** The algorithms that the server verifies, with their names (COSE registry), as the policy form offers them. */
export const algorithmNames: ReadonlyMap<number, string> = new Map([
  [-8, 'EdDSA'],
  [-7, 'ES256'],
  [-257, 'RS256'],
  [-35, 'ES384'],
  [-36, 'ES512'],
  [-258, 'RS384'],
  [-259, 'RS512'],
  [-37, 'PS256'],
  [-38, 'PS384'],
  [-39, 'PS512'],
  [-9, 'ESP256'],
  [-51, 'ESP384'],
  [-52, 'ESP512'],
  [-19, 'Ed25519'],
  [-53, 'Ed448'],
  [-47, 'ES256K'],
  [-48, 'ML-DSA-44'],
  [-49, 'ML-DSA-65'],
  [-50, 'ML-DSA-87'],
  [-43, 'ES256K (draft)'],
  [-65535, 'RS1'],
]);

/** `ES256 (-7)`. */
export const algorithmLabel = (id: number): string => `${algorithmNames.get(id) ?? 'Unknown'} (${id})`;
