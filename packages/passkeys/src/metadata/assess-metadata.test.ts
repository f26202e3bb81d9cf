import { hash, X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { now, origin, startedRegistration } from '../../test/started-registration.ts';
import { type VerifiedRegistration, verifyRegistration } from '../index.ts';
import { createSoftAuthenticator, type SoftAttestation } from '../soft-authenticator/index.ts';
import { assessMetadata } from './assess-metadata.ts';
import { findMetadataEntry } from './find-metadata-entry.ts';
import type { MetadataBlob, MetadataEntry, StatusReport } from './metadata-blob.ts';

function registered(attestation: SoftAttestation, isAnchored = true): VerifiedRegistration {
  const { clientRequest, expectations } = startedRegistration({ attestation: 'direct', algorithms: [-7] });
  const soft = createSoftAuthenticator({ seed: 'metadata', attestation });
  const answer = soft.createCredential(clientRequest, { origin });
  return verifyRegistration({ ...expectations, attestation: 'indirect' }, answer, {
    now,
    anchors: isAnchored ? [soft.attestationRoot()] : [],
  });
}

const packed = registered('packed-certified');
const u2f = registered('fido-u2f');

/** SHA-1 of the attestation key without what stands around it, as OpenSSL writes P-256: 26 bytes. */
function identifierOf({ trustPath: [leaf] }: VerifiedRegistration): string {
  const { publicKey } = new X509Certificate(leaf ?? new Uint8Array());
  return hash('sha1', publicKey.export({ format: 'der', type: 'spki' }).subarray(26));
}

const entryOf = (changes: Partial<MetadataEntry> = {}): MetadataEntry => ({
  aaguid: packed.aaguid,
  keyIdentifiers: [],
  statusReports: [],
  anchors: [],
  attestationTypes: ['basic_full'],
  algorithms: ['secp256r1_ecdsa_sha256_raw'],
  keyProtection: [],
  userVerificationMethods: [],
  ...changes,
});
const report = (status: string, changes: Partial<StatusReport> = {}): StatusReport => ({
  status,
  ...changes,
});
const codesOf = (entry: Partial<MetadataEntry>, verified = packed): readonly string[] =>
  assessMetadata(entryOf(entry), verified, now).findings.map(({ code }) => code);
const levelOf = (...statuses: string[]): string | undefined =>
  assessMetadata(entryOf({ statusReports: statuses.map((one) => report(one)) }), packed, now)
    .certificationLevel;

describe('looking up the metadata of a registration', () => {
  const blob = (...entries: MetadataEntry[]): MetadataBlob => ({ number: 1, nextUpdate: now, entries });

  test('goes by the AAGUID', () => {
    const [other, own] = [entryOf({ aaguid: '11111111-1111-1111-1111-111111111111' }), entryOf()];
    expect(findMetadataEntry(blob(other, own), packed)).toBe(own);
    expect(findMetadataEntry(blob(other), packed)).toBeUndefined();
  });

  test('goes by the key identifier of the certificate without an AAGUID', () => {
    const { aaguid: _aaguid, ...nameless } = entryOf();
    const own = { ...nameless, keyIdentifiers: ['00', identifierOf(u2f)] };
    const other = { ...nameless, keyIdentifiers: ['00'] };
    expect(findMetadataEntry(blob(other, own), u2f)).toBe(own);
    expect(findMetadataEntry(blob(other, own), packed)).toBeUndefined();
  });
});

describe('assessing a registration by metadata', () => {
  test('finds nothing against an ordinary one', () => {
    expect(assessMetadata(entryOf({ description: 'A key' }), packed, now)).toEqual({
      description: 'A key',
      isUpdateAvailable: false,
      findings: [],
    });
  });

  test.each([
    ['REVOKED', 'metadata.revoked'],
    ['USER_VERIFICATION_BYPASS', 'metadata.user-verification-bypass'],
    ['ATTESTATION_KEY_COMPROMISE', 'metadata.attestation-key-compromised'],
    ['USER_KEY_REMOTE_COMPROMISE', 'metadata.user-key-remotely-compromised'],
    ['USER_KEY_PHYSICAL_COMPROMISE', 'metadata.user-key-physically-compromised'],
  ])('finds %s, whatever came before or after', (status, code) => {
    const statusReports = [
      report('FIDO_CERTIFIED_L1'),
      report(status),
      report(status),
      report('FIDO_CERTIFIED_L2'),
    ];
    expect(codesOf({ statusReports })).toEqual([code]);
  });

  test('counts a status from its day on', () => {
    expect(codesOf({ statusReports: [report('REVOKED', { effectiveFrom: now })] })).toEqual([
      'metadata.revoked',
    ]);
    expect(codesOf({ statusReports: [report('REVOKED', { effectiveFrom: now + 1 })] })).toEqual([]);
  });

  test('counts a compromised certificate only for those whose path holds it', () => {
    const [leaf] = packed.trustPath;
    const status = 'ATTESTATION_KEY_COMPROMISE';
    const code = 'metadata.attestation-key-compromised';
    expect(codesOf({ statusReports: [report(status, leaf && { certificate: leaf })] })).toEqual([code]);
    expect(codesOf({ statusReports: [report(status, { certificate: new Uint8Array(3) })] })).toEqual([]);
  });

  test.each<[string | undefined, readonly string[]]>([
    [undefined, []],
    [undefined, ['NOT_FIDO_CERTIFIED']],
    ['L1', ['FIDO_CERTIFIED']],
    ['L1', ['NOT_FIDO_CERTIFIED', 'FIDO_CERTIFIED_L1']],
    ['L2plus', ['FIDO_CERTIFIED_L1', 'FIDO_CERTIFIED_L2plus', 'UPDATE_AVAILABLE']],
    ['L1', ['FIDO_CERTIFIED_L3', 'FIDO_CERTIFIED_L1']],
    [undefined, ['FIDO_CERTIFIED_L3', 'REVOKED']],
  ])('tells the level %s of %j', (level, statuses) => {
    expect(levelOf(...statuses)).toBe(level);
  });

  test('tells that there is an update', () => {
    const statusReports = [report('UPDATE_AVAILABLE')];
    expect(assessMetadata(entryOf({ statusReports }), packed, now).isUpdateAvailable).toBe(true);
  });

  test('finds a model that is only claimed', () => {
    expect(codesOf({}, registered('packed-certified', false))).toEqual(['metadata.model-not-verified']);
    expect(codesOf({ attestationTypes: ['basic_surrogate'] }, registered('packed-self'))).toEqual([
      'metadata.model-not-verified',
    ]);
    expect(codesOf({}, u2f)).toEqual([]);
    expect(codesOf({}, registered('fido-u2f', false))).toEqual(['metadata.model-not-verified']);
  });

  test('finds another attestation than the model makes', () => {
    expect(codesOf({ attestationTypes: ['anonca'] }, registered('tpm'))).toEqual([
      'metadata.attestation-type-differs',
    ]);
    expect(codesOf({ attestationTypes: ['basic_surrogate'] })).toEqual(['metadata.attestation-type-differs']);
    expect(codesOf({ attestationTypes: ['attca'] }, registered('tpm'))).toEqual([]);
    expect(codesOf({ attestationTypes: ['anonca'] }, registered('apple'))).toEqual([]);
    expect(codesOf({ attestationTypes: [] })).toEqual([]);
  });

  test('finds a key of an algorithm that the model does not have, where every name is known', () => {
    expect(codesOf({ algorithms: ['ed25519_eddsa_sha512_raw'] })).toEqual(['metadata.algorithm-differs']);
    expect(codesOf({ algorithms: ['ed25519_eddsa_sha512_raw', 'new_algorithm'] })).toEqual([]);
    expect(codesOf({ algorithms: [] })).toEqual([]);
  });
});
