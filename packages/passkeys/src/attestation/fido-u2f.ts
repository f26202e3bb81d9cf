import { isCborMap } from '../cbor/cbor-value.ts';
import { algorithms } from '../cose/algorithms.ts';
import { bytesOf } from '../cose/key-parameters.ts';
import { ensure, ensured } from '../fault.ts';
import { ensureSignedWith, readAttestationCertificates } from './attestation-certificates.ts';
import type { AttestationFormat, AttestationInput } from './attestation-format.ts';
import { bytesMember, statementMembers } from './statement-members.ts';

const es256 = -7;

/** The format of U2F authenticators (WebAuthn L3 section 8.6): one certificate, P-256 alone. */
export const fidoU2f: AttestationFormat = {
  id: 'fido-u2f',
  verify: (input) => {
    const statement = statementMembers(input.statement, ['sig', 'x5c']);
    const path = readAttestationCertificates(statement.get('x5c'));
    ensure(path.length === 1, 'x5c does not hold exactly one certificate.');
    ensure(input.publicKey.algorithm.id === es256, 'The credential key of a U2F authenticator is not ES256.');
    const algorithm = ensured(algorithms.get(es256), 'ES256 is not supported.');
    ensureSignedWith(path[0], algorithm, signedData(input), bytesMember(statement, 'sig'));
    return { kind: 'certified', type: 'basic', path, modelProof: 'nobody' };
  },
};

/** FIDO U2F Raw Message Formats section 4.3. */
function signedData({ authenticatorData, attested, clientDataHash }: AttestationInput): Uint8Array {
  const { coseKey } = attested;
  ensure(isCborMap(coseKey), 'The public key is not a CBOR map.');
  const point = [Buffer.from([0x04]), bytesOf(coseKey, -2), bytesOf(coseKey, -3)];
  return Buffer.concat([
    Buffer.from([0x00]),
    authenticatorData.rpIdHash,
    clientDataHash,
    attested.credentialId,
    ...point,
  ]);
}
