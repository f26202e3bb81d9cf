/** COSE identifiers by the names of the FIDO Registry of Predefined Values section 3.6.1. */
export const metadataAlgorithms: Readonly<Record<string, readonly number[]>> = {
  secp256r1_ecdsa_sha256_raw: [-7, -9],
  secp256r1_ecdsa_sha256_der: [-7, -9],
  secp384r1_ecdsa_sha384_raw: [-35, -51],
  secp521r1_ecdsa_sha512_raw: [-36, -52],
  secp256k1_ecdsa_sha256_raw: [-47, -43],
  secp256k1_ecdsa_sha256_der: [-47, -43],
  ed25519_eddsa_sha512_raw: [-8, -19],
  ed448_eddsa_sha512_raw: [-53],
  rsassa_pss_sha256_raw: [-37],
  rsassa_pss_sha256_der: [-37],
  rsassa_pss_sha384_raw: [-38],
  rsassa_pss_sha512_raw: [-39],
  rsassa_pkcsv15_sha256_raw: [-257],
  rsassa_pkcsv15_sha384_raw: [-258],
  rsassa_pkcsv15_sha512_raw: [-259],
  rsassa_pkcsv15_sha1_raw: [-65535],
};
