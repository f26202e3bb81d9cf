import { hash } from 'node:crypto';
import { ensure, ensured } from '../fault.ts';
import { readAttestationCertificates } from './attestation-certificates.ts';
import type { AttestationFormat } from './attestation-format.ts';
import { attestedData } from './attested-data.ts';
import { ensureCertifiedKey } from './certified-key.ts';
import { statementMembers } from './statement-members.ts';

/** Apple's extension that holds the nonce. */
const nonceExtension = '1.2.840.113635.100.8.2';

/** SEQUENCE { [1] { OCTET STRING of 32 bytes } }. */
const noncePrefix = Buffer.from('3024a1220420', 'hex');

/** Apple's anonymous attestation (WebAuthn L3 section 8.8): a certificate for the credential key itself. */
export const apple: AttestationFormat = {
  id: 'apple',
  verify: (input) => {
    // Older systems name the algorithm too; nothing is judged by it.
    const statement = statementMembers(input.statement, ['x5c'], ['alg']);
    const path = readAttestationCertificates(statement.get('x5c'));
    const extension = ensured(path[0].extensions.get(nonceExtension), 'The certificate has no nonce.');
    const expected = Buffer.concat([noncePrefix, hash('sha256', attestedData(input), 'buffer')]);
    ensure(
      expected.equals(extension.value),
      'The nonce of the certificate is not that of this registration.',
    );
    ensureCertifiedKey(path[0], input);
    return { kind: 'certified', type: 'anonca', path, modelProof: 'maker' };
  },
};
