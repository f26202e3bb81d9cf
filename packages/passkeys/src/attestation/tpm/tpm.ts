import { hash } from 'node:crypto';
import { isCborMap } from '../../cbor/cbor-value.ts';
import { ensure, ensured } from '../../fault.ts';
import { hasAaguid } from '../aaguid-extension.ts';
import {
  ensureSignedWith,
  readAttestationCertificates,
  statementAlgorithm,
} from '../attestation-certificates.ts';
import type { AttestationFormat, AttestationInput } from '../attestation-format.ts';
import { attestedData } from '../attested-data.ts';
import { bytesMember, statementMembers } from '../statement-members.ts';
import { agreesWithCoseKey } from './agrees-with-cose-key.ts';
import { ensureAikCertificate } from './ensure-aik-certificate.ts';
import { readCertifyInfo } from './read-certify-info.ts';
import { readPublicArea } from './read-public-area.ts';
import { tpmDigests } from './tpm-algorithms.ts';

/** The format of Trusted Platform Modules, version 2.0 (WebAuthn L3 section 8.3). */
export const tpm: AttestationFormat = {
  id: 'tpm',
  verify: (input) => {
    const statement = statementMembers(input.statement, ['ver', 'alg', 'x5c', 'sig', 'certInfo', 'pubArea']);
    ensure(statement.get('ver') === '2.0', 'The statement is not of TPM 2.0.');
    // TPMs in use sign with RS1. It stands for the TPM's word alone, never for a credential that was not offered.
    const algorithm = statementAlgorithm(statement.get('alg'), true);
    const certInfo = bytesMember(statement, 'certInfo');
    ensureCertified(input, bytesMember(statement, 'pubArea'), certInfo, algorithm.digest);
    const path = readAttestationCertificates(statement.get('x5c'));
    ensureSignedWith(path[0], algorithm, certInfo, bytesMember(statement, 'sig'));
    ensureAikCertificate(path[0], input.attested.aaguid);
    const modelProof = hasAaguid(path[0]) ? 'maker' : 'platform';
    return { kind: 'certified', type: 'attca', path, modelProof };
  },
};

/** The TPM certifies this very key, for this very registration. */
function ensureCertified(
  input: AttestationInput,
  pubArea: Uint8Array,
  certInfo: Uint8Array,
  digest: string | undefined,
): void {
  const { nameAlgorithm, key } = readPublicArea(pubArea);
  const { coseKey } = input.attested;
  ensure(isCborMap(coseKey) && agreesWithCoseKey(key, coseKey), "pubArea is not the credential's key.");
  const { extraData, name } = readCertifyInfo(certInfo);
  const signedDigest = ensured(digest, 'The algorithm of the statement has no digest.');
  ensure(
    hash(signedDigest, attestedData(input), 'buffer').equals(extraData),
    'extraData is not the hash of this registration.',
  );
  ensure(nameOf(pubArea, nameAlgorithm).equals(name), 'certInfo names another key.');
}

/** TPM 2.0 part 1 section 16: the algorithm and the digest of the public area. */
function nameOf(pubArea: Uint8Array, nameAlgorithm: number): Buffer {
  const digest = ensured(tpmDigests.get(nameAlgorithm), 'The digest of the name is not supported.');
  const id = Buffer.alloc(2);
  id.writeUInt16BE(nameAlgorithm);
  return Buffer.concat([id, hash(digest, pubArea, 'buffer')]);
}
