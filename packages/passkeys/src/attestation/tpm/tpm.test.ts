import { describe, expect, test } from 'vitest';
import {
  type Attested,
  attestedOutcome,
  flipped,
  inserted,
  refused,
} from '../../../test/attested-outcome.ts';
import { having, without } from '../../../test/changed-statement.ts';
import type { CertificateChange } from '../../soft-authenticator/attestation-authority.ts';
import { keyPurposeExtension, tpmNameExtension } from '../../soft-authenticator/extension-values.ts';

const aikPurpose = keyPurposeExtension('2.23.133.8.3');
const manufacturer = ['2.23.133.2.1', 'id:FFFFF1D0'] as const;
const model = ['2.23.133.2.2', 'Model'] as const;
const version = ['2.23.133.2.3', 'id:13'] as const;

const extensions =
  (...values: ReturnType<typeof tpmNameExtension>[]): CertificateChange =>
  (request) => ({ ...request, extensions: values });
const named = (...attributes: (readonly [string, string])[]): CertificateChange =>
  extensions(tpmNameExtension(attributes), aikPurpose);

const wrong: readonly (readonly [string, string, NonNullable<Attested['alter']>])[] = [
  ['another version', 'The statement is not of TPM 2.0.', { statement: having(['ver', '1.2']) }],
  ['no version', 'The statement has no ver.', { statement: without('ver') }],
  ['no certificate', 'The statement has no x5c.', { statement: without('x5c') }],
  ['no signature', 'The statement has no sig.', { statement: without('sig') }],
  ['no certInfo', 'The statement has no certInfo.', { statement: without('certInfo') }],
  ['no pubArea', 'The statement has no pubArea.', { statement: without('pubArea') }],
  ['ECDAA', 'The statement has unknown members.', { statement: having(['ecdaaKeyId', new Uint8Array(4)]) }],
  [
    'an unknown algorithm',
    "The statement's algorithm -1 is not supported.",
    { statement: having(['alg', -1]) },
  ],
  [
    'an algorithm without a digest',
    'The algorithm of the statement has no digest.',
    { statement: having(['alg', -8]) },
  ],
  ['certInfo as text', 'certInfo is not a byte string.', { statement: having(['certInfo', 'x']) }],
  ['bytes that no TPM made', 'certInfo was not made by a TPM.', { certInfo: flipped(0) }],
  ['another kind of attestation', 'certInfo does not certify a key.', { certInfo: flipped(5) }],
  ['another extraData', 'extraData is not the hash of this registration.', { certInfo: flipped(45) }],
  ['a longer qualified signer', 'certInfo ends too early.', { certInfo: flipped(6, 0x40) }],
  ['another name', 'certInfo names another key.', { certInfo: flipped(110) }],
  [
    'a byte after certInfo',
    'Bytes follow certInfo.',
    { certInfo: (bytes) => inserted(bytes.length, 0)(bytes) },
  ],
  ['an empty certInfo', 'certInfo ends too early.', { certInfo: () => new Uint8Array() }],
  ['another key', "pubArea is not the credential's key.", { pubArea: flipped(-1) }],
  ['another curve', "pubArea is not the credential's key.", { pubArea: flipped(47, 7) }],
  ['a key of another kind', 'pubArea holds neither an RSA nor an ECC key.', { pubArea: flipped(1, 0x80) }],
  ['an unknown name algorithm', 'The digest of the name is not supported.', { pubArea: flipped(3, 0x80) }],
  ['a byte after pubArea', 'Bytes follow pubArea.', { pubArea: (bytes) => inserted(bytes.length, 0)(bytes) }],
  ['an empty pubArea', 'pubArea ends too early.', { pubArea: () => new Uint8Array() }],
  [
    'a signature of something else',
    'The signature of the statement is not valid.',
    { statement: having(['sig', new Uint8Array(70)]) },
  ],
  [
    'a certificate with a subject',
    'The subject of the attestation certificate is not empty.',
    { certificate: (request) => ({ ...request, subject: [['2.5.4.3', 'TPM']] }) },
  ],
  [
    'a certificate of version 1',
    'The attestation certificate is not of version 3.',
    { certificate: (request) => ({ ...request, version: 1 }) },
  ],
  [
    'a certificate of a CA',
    'The attestation certificate does not deny being a CA.',
    { certificate: (request) => ({ ...request, basicConstraints: { isCa: true } }) },
  ],
  [
    'a certificate for another purpose',
    'The certificate is not for attestation identity keys.',
    {
      certificate: extensions(
        tpmNameExtension([manufacturer, model, version]),
        keyPurposeExtension('2.23.133.8.1'),
      ),
    },
  ],
  [
    'a certificate without a purpose',
    'The certificate is not for attestation identity keys.',
    { certificate: extensions(tpmNameExtension([manufacturer, model, version])) },
  ],
  [
    'no names of the TPM',
    'The certificate does not name the manufacturer of the TPM.',
    { certificate: extensions(aikPurpose) },
  ],
  [
    'no manufacturer',
    'The certificate does not name the manufacturer of the TPM.',
    { certificate: named(model, version) },
  ],
  [
    'a manufacturer in words',
    'The certificate does not name the manufacturer of the TPM.',
    { certificate: named(['2.23.133.2.1', 'Infineon'], model, version) },
  ],
  [
    'two manufacturers',
    'The certificate does not name the manufacturer of the TPM.',
    { certificate: named(manufacturer, ['2.23.133.2.1', 'id:49465800'], model, version) },
  ],
  [
    'no model',
    'The certificate does not name the model of the TPM.',
    { certificate: named(manufacturer, version) },
  ],
  [
    'no TPM version',
    'The certificate does not name the version of the TPM.',
    { certificate: named(manufacturer, model) },
  ],
];

describe('tpm attestation', () => {
  test.each([-7, -35, -36, -257])('is verified for a credential key of %i', (algorithm) => {
    expect(attestedOutcome('tpm', { algorithm })).toBe('attca');
  });

  test.each([-257, -258, -65535])('is verified when the TPM signs with %i', (attestationAlgorithm) => {
    expect(attestedOutcome('tpm', { authenticator: { attestationAlgorithm } })).toBe('attca');
  });

  test('is unanchored without its anchor', () => {
    expect(attestedOutcome('tpm', { anchors: [] })).toBe('attca-unanchored');
  });

  test.each(wrong)('is refused with %s', (_what, sentence, alter) => {
    expect(attestedOutcome('tpm', { alter })).toBe(refused(sentence));
  });

  test('is refused when the certificate is for another AAGUID', () => {
    const alter = {
      authenticatorData: (bytes: Uint8Array) => flipped(37)(bytes),
    };
    expect(attestedOutcome('tpm', { alter })).toBe(
      refused('The AAGUID of the certificate is not that of the authenticator.'),
    );
  });
});
