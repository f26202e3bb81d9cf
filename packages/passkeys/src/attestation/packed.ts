import { isBytes, isCborMap } from '../cbor/cbor-value.ts';
import { isSignedBy } from '../cose/is-signed-by.ts';
import { ensure } from '../fault.ts';
import {
  ensureSignedWith,
  readAttestationCertificates,
  statementAlgorithm,
} from './attestation-certificates.ts';
import type { AttestationFormat, AttestationInput, AttestationVerdict } from './attestation-format.ts';
import { attestedData } from './attested-data.ts';
import { ensurePackedCertificate } from './packed-certificate.ts';
import { readSerialNumber } from './serial-number.ts';

/** The format of WebAuthn L3 section 8.2: signed by the credential's own key, or by a key with certificates. */
export const packed: AttestationFormat = {
  id: 'packed',
  verify: (input) => {
    const { statement } = input;
    ensure(isCborMap(statement), 'attStmt is not a map.');
    const alg = statement.get('alg');
    const sig = statement.get('sig');
    ensure(typeof alg === 'number', 'The statement names no algorithm.');
    ensure(isBytes(sig), 'The statement has no signature.');
    ensure(statement.size === (statement.has('x5c') ? 3 : 2), 'The statement has unknown members.');
    return statement.has('x5c') ? verifyCertified(input, alg, sig) : verifySelf(input, alg, sig);
  },
};

function verifySelf(input: AttestationInput, alg: number, sig: Uint8Array): AttestationVerdict {
  const { publicKey } = input;
  ensure(alg === publicKey.algorithm.id, "The statement's algorithm is not the credential's.");
  ensure(isSignedBy(publicKey, attestedData(input), sig), 'The signature of the statement is not valid.');
  return { kind: 'self' };
}

function verifyCertified(input: AttestationInput, alg: number, sig: Uint8Array): AttestationVerdict {
  const { statement, attested, conveyance } = input;
  const algorithm = statementAlgorithm(alg);
  const path = readAttestationCertificates(isCborMap(statement) ? statement.get('x5c') : undefined);
  ensureSignedWith(path[0], algorithm, attestedData(input), sig);
  ensurePackedCertificate(path[0], attested.aaguid);
  const serialNumber = readSerialNumber(path[0]);
  ensure(
    serialNumber === undefined || conveyance === 'enterprise',
    'The certificate names the device, although no enterprise attestation was asked.',
  );
  return {
    kind: 'certified',
    type: 'basic',
    path,
    modelProof: 'maker',
    ...(serialNumber && { serialNumber }),
  };
}
