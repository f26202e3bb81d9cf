import { describe, expect, test } from 'vitest';
import { createSoftAuthenticator, createSoftMetadataService } from '../soft-authenticator/index.ts';
import type { MetadataBlob } from './metadata-blob.ts';
import { metadataProblems } from './metadata-problems.ts';
import { type MetadataTrust, readMetadataBlob } from './read-metadata-blob.ts';

const now = Date.parse('2026-01-01T12:00:00Z');
const service = createSoftMetadataService({ seed: 'metadata' });
const root = createSoftAuthenticator({ seed: 'model', attestation: 'packed-certified' }).attestationRoot();
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const entry = {
  aaguid: 'EE882879-721C-4913-9775-3DFCCE97072A',
  metadataStatement: {
    description: 'A key',
    attestationRootCertificates: [base64(root).replace(/(.{64})/g, '$1\n'), 'AAAA'],
    attestationTypes: ['basic_full'],
    authenticationAlgorithms: ['secp256r1_ecdsa_sha256_raw'],
    keyProtection: ['hardware', 'secure_element'],
    userVerificationDetails: [
      [{ userVerificationMethod: 'presence_internal' }],
      [{ userVerificationMethod: 'presence_internal' }, { userVerificationMethod: 'passcode_external' }],
    ],
  },
  statusReports: [{ status: 'FIDO_CERTIFIED_L2', effectiveDate: '2025-01-01', certificateNumber: 'x' }],
  timeOfLastStatusChange: '2025-01-01',
};
const payload = { legalHeader: 'Terms', no: 7, nextUpdate: '2026-01-01', entries: [entry] };

const read = (blob: string, trust: Partial<MetadataTrust> = {}): MetadataBlob =>
  readMetadataBlob(blob, { now, root: service.root, ...trust });

/** `read`, or the code, the step and the sentence. */
function endOf(blob: string, trust?: Partial<MetadataTrust>): string {
  try {
    read(blob, trust);
    return 'read';
  } catch (error) {
    const { code, facts, message } = error as { code?: string; facts?: { step?: unknown }; message: string };
    if (!code || !(code in metadataProblems.kinds)) throw error;
    return `${code} at ${String(facts?.step).replace('FIDO Metadata Service ', '')}: ${message}`;
  }
}

const good = service.sign(payload);

describe('a BLOB of the metadata service', () => {
  test('is read', () => {
    expect(read(`${good}\n`)).toEqual({
      number: 7,
      nextUpdate: Date.parse('2026-01-02T00:00:00Z'),
      legalHeader: 'Terms',
      entries: [
        {
          aaguid: 'ee882879-721c-4913-9775-3dfcce97072a',
          keyIdentifiers: [],
          description: 'A key',
          anchors: [root],
          attestationTypes: ['basic_full'],
          algorithms: ['secp256r1_ecdsa_sha256_raw'],
          keyProtection: ['hardware', 'secure_element'],
          userVerificationMethods: ['presence_internal', 'passcode_external'],
          statusReports: [{ status: 'FIDO_CERTIFIED_L2', effectiveFrom: Date.parse('2025-01-01T00:00:00Z') }],
        },
      ],
    });
  });

  test('leaves out the models of UAF and keeps those of U2F', () => {
    const entries = [
      { aaid: '1234#5678', statusReports: [] },
      { attestationCertificateKeyIdentifiers: ['ABCDEF'], statusReports: [] },
    ];
    expect(
      read(service.sign({ ...payload, entries })).entries.map(({ keyIdentifiers }) => keyIdentifiers),
    ).toEqual([['abcdef']]);
  });

  test('may be signed with RSA', () => {
    const other = createSoftMetadataService({ seed: 'rsa', algorithm: -257 });
    expect(endOf(other.sign(payload), { root: other.root })).toBe('read');
  });

  test('counts until the end of its day, and for the grace that is given', () => {
    const end = Date.parse('2026-01-02T00:00:00Z');
    const expired = 'metadata.expired at 3.2 step 3: The day of the next update is over.';
    expect(endOf(good, { now: end })).toBe('read');
    expect(endOf(good, { now: end + 1 })).toBe(expired);
    expect(endOf(good, { now: end + 1000, graceMs: 1000 })).toBe('read');
    expect(endOf(good, { now: end + 1001, graceMs: 1000 })).toBe(expired);
  });

  test('may be read again, but no older one', () => {
    expect(endOf(good, { lastNumber: 7 })).toBe('read');
    expect(endOf(good, { lastNumber: 8 })).toBe(
      'metadata.rolled-back at 3.2 step 6: The metadata have number 7, but 8 is known.',
    );
  });

  const [header = '', body = '', signature = ''] = good.split('.');
  const other = createSoftMetadataService({ seed: 'other' });
  const [, otherBody = ''] = service.sign({ ...payload, no: 8 }).split('.');
  const malformed = 'metadata.blob-malformed at 3.2 step';
  const expired = { validTo: new Date('2020-01-02T00:00:00Z') };

  test.each<[string, string, string, Partial<MetadataTrust>]>([
    ['nothing', '', `${malformed} 5: The signed document does not have three parts.`, {}],
    ['JSON', '{}', `${malformed} 5: The signed document does not have three parts.`, {}],
    [
      'no signature',
      `${header}.${body}.`,
      'metadata.signature-invalid at 3.2 step 6: The signature has the wrong length.',
      {},
    ],
    [
      'a body of another BLOB',
      `${header}.${otherBody}.${signature}`,
      'metadata.signature-invalid at 3.2 step 6: The signature of the signed document is not valid.',
      {},
    ],
    [
      'another root',
      good,
      'metadata.certificate-invalid at 3.2 step 5: The path of certificates does not end at the root.',
      { root: other.root },
    ],
    [
      'a root that is none',
      good,
      'metadata.certificate-invalid at 3.2 step 5: A trust anchor is neither a certificate nor a key.',
      { root: new Uint8Array(3) },
    ],
    [
      'the certificate of another host',
      good,
      'metadata.certificate-invalid at 3.2 step 5: The certificate is not for mds.example.test.',
      { host: 'mds.example.test' },
    ],
    [
      'a certificate that has expired',
      service.sign(payload, { certificate: (request) => ({ ...request, ...expired }) }),
      'metadata.certificate-invalid at 3.2 step 5: A certificate has expired.',
      {},
    ],
    [
      'an issuer that is no CA',
      service.sign(payload, { issuer: (request) => ({ ...request, basicConstraints: { isCa: false } }) }),
      'metadata.certificate-invalid at 3.2 step 5: An issuer is not a certificate authority.',
      {},
    ],
    ['no number', service.sign({ ...payload, no: 'x' }), `${malformed} 6: The metadata have no number.`, {}],
    [
      'a negative number',
      service.sign({ ...payload, no: -1 }),
      `${malformed} 6: The metadata have no number.`,
      {},
    ],
    [
      'no day',
      service.sign({ ...payload, nextUpdate: undefined }),
      `${malformed} 3: A day is not written YYYY-MM-DD.`,
      {},
    ],
    [
      'a day that does not exist',
      service.sign({ ...payload, nextUpdate: '2026-13-01' }),
      `${malformed} 3: A day does not exist.`,
      {},
    ],
    [
      'no entries',
      service.sign({ ...payload, entries: {} }),
      `${malformed} 8: The metadata have no entries.`,
      {},
    ],
    [
      'an entry that is text',
      service.sign({ ...payload, entries: ['x'] }),
      `${malformed} 8: An entry is not an object.`,
      {},
    ],
    [
      'an AAGUID that is none',
      service.sign({ ...payload, entries: [{ aaguid: 'x' }] }),
      `${malformed} 8: An entry has an AAGUID that is none.`,
      {},
    ],
    [
      'a status that cannot be read',
      service.sign({ ...payload, entries: [{ ...entry, statusReports: [{}] }] }),
      `${malformed} 8: A status report has no status.`,
      {},
    ],
    [
      'statuses that are no list',
      service.sign({ ...payload, entries: [{ ...entry, statusReports: 'REVOKED' }] }),
      `${malformed} 8: A part of an entry is not a list.`,
      {},
    ],
  ])('is refused: %s', (_what, blob, end, trust) => {
    expect(endOf(blob, trust)).toBe(end);
  });
});
