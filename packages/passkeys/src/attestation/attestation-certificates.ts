import { type CborValue, isBytes, isCborArray } from '../cbor/cbor-value.ts';
import { keyForAlgorithm } from '../certificates/key-for-algorithm.ts';
import { type Certificate, readCertificate } from '../certificates/read-certificate.ts';
import { type Algorithm, algorithms } from '../cose/algorithms.ts';
import { isSignedBy } from '../cose/is-signed-by.ts';
import { ensure, ensured } from '../fault.ts';

/** Longest chain that is looked at. */
export const maxCertificates = 8;

/** The attestation certificate, and the certificates that came with it, itself first. */
export type AttestationCertificates = readonly [Certificate, ...Certificate[]];

/** Reads `x5c`: a list of 1 to 8 DER certificates. Throws a Fault. */
export function readAttestationCertificates(x5c: CborValue | undefined): AttestationCertificates {
  ensure(isCborArray(x5c) && x5c.length <= maxCertificates, 'x5c is not a short list.');
  const [first, ...others] = x5c.map((der) => {
    ensure(isBytes(der), 'x5c holds something else than byte strings.');
    return readCertificate(der);
  });
  ensure(first !== undefined, 'The statement has an empty list of certificates.');
  return [first, ...others];
}

/** The algorithm that a statement names. Throws a Fault when it names none, or one that nobody should sign with. */
export function statementAlgorithm(alg: CborValue | undefined, mayBeLegacy = false): Algorithm {
  ensure(typeof alg === 'number', 'The statement names no algorithm.');
  const algorithm = ensured(algorithms.get(alg), `The statement's algorithm ${alg} is not supported.`);
  ensure(mayBeLegacy || !algorithm.isLegacy, `The statement is signed with ${algorithm.name}.`);
  return algorithm;
}

/** Throws a Fault unless the certificate's key signed the data with that algorithm. */
export function ensureSignedWith(
  certificate: Certificate,
  algorithm: Algorithm,
  data: Uint8Array,
  sig: Uint8Array,
): void {
  const key = keyForAlgorithm(certificate, algorithm);
  ensure(
    isSignedBy({ algorithm, key: () => key }, data, sig),
    'The signature of the statement is not valid.',
  );
}
