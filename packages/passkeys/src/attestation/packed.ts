import { type CborValue, isBytes, isCborArray } from '../cbor/cbor-value.ts';
import { keyForAlgorithm } from '../certificates/key-for-algorithm.ts';
import { type Certificate, readCertificate } from '../certificates/read-certificate.ts';
import { algorithms } from '../cose/algorithms.ts';
import { isSignedBy } from '../cose/is-signed-by.ts';
import { ensure, ensured } from '../fault.ts';
import type { AttestationFormat, AttestationInput, AttestationVerdict } from './attestation-format.ts';
import { ensurePackedCertificate } from './packed-certificate.ts';

/** Longest chain that is looked at. */
const maxCertificates = 8;

/** The format of WebAuthn L3 section 8.2: signed by the credential's own key, or by a key with certificates. */
export const packed: AttestationFormat = {
  id: 'packed',
  verify: (input) => {
    const { statement } = input;
    const alg = statement.get('alg');
    const sig = statement.get('sig');
    const x5c = statement.get('x5c');
    ensure(typeof alg === 'number', 'The statement names no algorithm.');
    ensure(isBytes(sig), 'The statement has no signature.');
    ensure(statement.size === (x5c === undefined ? 2 : 3), 'The statement has unknown members.');
    const signature = {
      alg,
      sig,
      data: Buffer.concat([input.authenticatorData.bytes, input.clientDataHash]),
    };
    return x5c === undefined ? verifySelf(input, signature) : verifyCertified(input, signature, x5c);
  },
};

type Signature = { readonly alg: number; readonly sig: Uint8Array; readonly data: Uint8Array };

function verifySelf({ publicKey }: AttestationInput, { alg, sig, data }: Signature): AttestationVerdict {
  ensure(alg === publicKey.algorithm.id, "The statement's algorithm is not the credential's.");
  ensure(isSignedBy(publicKey, data, sig), 'The signature of the statement is not valid.');
  return { kind: 'self' };
}

function verifyCertified(
  { attested }: AttestationInput,
  { alg, sig, data }: Signature,
  x5c: CborValue,
): AttestationVerdict {
  const algorithm = ensured(algorithms.get(alg), `The statement's algorithm ${alg} is not supported.`);
  ensure(!algorithm.isLegacy, `The statement is signed with ${algorithm.name}.`);
  const [certificate, ...issuers] = readCertificates(x5c);
  ensure(certificate !== undefined, 'The statement has an empty list of certificates.');
  const key = keyForAlgorithm(certificate, algorithm);
  ensure(
    isSignedBy({ algorithm, key: () => key }, data, sig),
    'The signature of the statement is not valid.',
  );
  ensurePackedCertificate(certificate, attested.aaguid);
  return { kind: 'certified', path: [certificate, ...issuers] };
}

function readCertificates(x5c: CborValue): readonly Certificate[] {
  ensure(isCborArray(x5c) && x5c.length <= maxCertificates, 'x5c is not a short list.');
  return x5c.map((der) => {
    ensure(isBytes(der), 'x5c holds something else than byte strings.');
    return readCertificate(der);
  });
}
