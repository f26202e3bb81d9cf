import { generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  Certificate,
  CertificateList,
  Extension,
  Extensions,
  IssuingDistributionPoint,
  id_ce_cRLReasons,
  id_ce_deltaCRLIndicator,
  id_ce_issuingDistributionPoint,
  id_ce_keyUsage,
  KeyUsage,
  KeyUsageFlags,
  RevokedCertificate,
  TBSCertList,
  Time,
  Version,
} from '@peculiar/asn1-x509';
import { describe, expect, test } from 'vitest';
import { modelName } from '../soft-authenticator/attestation-authority.ts';
import { issueCertificate } from '../soft-authenticator/issue-certificate.ts';
import { readRevocationList } from './read-revocation-list.ts';

const ecdsaWithSha256 = '1.2.840.10045.4.3.2';
const validity = { validFrom: new Date('2020-01-01'), validTo: new Date('2049-01-01') };
const buffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
const keysOf = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const caName = modelName('Test', 'Revoking CA');

type Authority = { readonly der: Uint8Array; readonly privateKey: KeyObject };

/** A CA whose certificate says what its key may be used for; silent without flags. */
function authorityWith(flags?: number, name = caName): Authority {
  const { publicKey, privateKey } = keysOf();
  const der = issueCertificate({
    subject: name,
    issuer: name,
    publicKey,
    signingKey: privateKey,
    serialNumber: Uint8Array.of(1),
    ...validity,
    basicConstraints: { isCa: true },
  });
  const read = AsnConvert.parse(der, Certificate);
  const others = (read.tbsCertificate.extensions ?? []).filter(({ extnID }) => extnID !== id_ce_keyUsage);
  const usage = flags === undefined ? [] : [extension(id_ce_keyUsage, new KeyUsage(flags))];
  read.tbsCertificate.extensions = new Extensions([...others, ...usage]);
  read.signatureValue = buffer(
    sign('sha256', Buffer.from(AsnConvert.serialize(read.tbsCertificate)), privateKey),
  );
  return { der: new Uint8Array(AsnConvert.serialize(read)), privateKey };
}

const extension = (extnID: string, value: unknown, critical = true): Extension =>
  new Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) });

const leafOf = ({ privateKey }: Authority, serial: number): Uint8Array =>
  issueCertificate({
    subject: modelName('Authenticator Attestation', 'Key'),
    issuer: caName,
    publicKey: keysOf().publicKey,
    signingKey: privateKey,
    serialNumber: Uint8Array.of(serial),
    ...validity,
  });

type Changes = {
  readonly extensions?: readonly Extension[];
  readonly entryExtensions?: readonly Extension[];
  readonly innerAlgorithm?: string;
  readonly isWithoutEnd?: boolean;
};

/** A CRL of a CA that revokes serial number 7, in PEM. */
function crlOf({ der, privateKey }: Authority, changes: Changes = {}): string {
  const list = new TBSCertList({
    version: Version.v2,
    signature: new AlgorithmIdentifier({ algorithm: changes.innerAlgorithm ?? ecdsaWithSha256 }),
    issuer: AsnConvert.parse(der, Certificate).tbsCertificate.subject,
    thisUpdate: new Time(new Date('2026-01-01')),
    ...(!changes.isWithoutEnd && { nextUpdate: new Time(new Date('2049-01-01')) }),
    revokedCertificates: [
      new RevokedCertificate({
        userCertificate: buffer(Uint8Array.of(7)),
        revocationDate: new Time(new Date('2025-01-01')),
        ...(changes.entryExtensions && { crlEntryExtensions: [...changes.entryExtensions] }),
      }),
    ],
    ...(changes.extensions && { crlExtensions: new Extensions([...changes.extensions]) }),
  });
  const signed = Buffer.from(AsnConvert.serialize(list));
  const crl = new CertificateList({
    tbsCertList: list,
    signatureAlgorithm: new AlgorithmIdentifier({ algorithm: ecdsaWithSha256 }),
    signature: buffer(sign('sha256', signed, privateKey)),
  });
  const base64 = Buffer.from(AsnConvert.serialize(crl)).toString('base64');
  return `-----BEGIN X509 CRL-----\n${base64}\n-----END X509 CRL-----\n`;
}

const revocable = (der: Uint8Array, issuer?: Uint8Array) => ({
  serialNumber: new X509Certificate(der).serialNumber.toLowerCase().replace(/^0+/, ''),
  fingerprint: '',
  der,
  ...(issuer && { issuer }),
});

const crlSigner = KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign;

describe('a CRL', () => {
  test('revokes what its issuer lists, and nothing else', () => {
    const ca = authorityWith(crlSigner);
    const list = readRevocationList(crlOf(ca));
    expect(list?.size).toBe(1);
    expect(list?.revokes(revocable(leafOf(ca, 7), ca.der))).toBe(true);
    expect(list?.revokes(revocable(leafOf(ca, 8), ca.der))).toBe(false);
    expect(list?.revokes(revocable(leafOf(ca, 7)))).toBe(false);
  });

  test.each([
    ['may sign revocations', crlSigner, true],
    ['says nothing of its use', undefined, true],
    ['may sign certificates alone', KeyUsageFlags.keyCertSign, false],
  ])('counts of an issuer that %s: %s', (_name, flags, isRevoked) => {
    const ca = authorityWith(flags);
    expect(readRevocationList(crlOf(ca))?.revokes(revocable(leafOf(ca, 7), ca.der))).toBe(isRevoked);
  });

  test('of another CA, or signed by another key of the same name, revokes nothing', () => {
    const ca = authorityWith(crlSigner);
    const impostor = authorityWith(crlSigner);
    const stranger = authorityWith(crlSigner, modelName('Test', 'Another CA'));
    for (const other of [impostor, stranger])
      expect(readRevocationList(crlOf(other))?.revokes(revocable(leafOf(ca, 7), ca.der))).toBe(false);
  });

  test('of a part of the certificates counts; a delta, one for other issuers, or a malformed one does not', () => {
    const ca = authorityWith(crlSigner);
    const point = (indirectCRL: boolean) =>
      extension(id_ce_issuingDistributionPoint, new IssuingDistributionPoint({ indirectCRL }));
    const part = readRevocationList(crlOf(ca, { extensions: [point(false)] }));
    expect(part?.revokes(revocable(leafOf(ca, 7), ca.der))).toBe(true);
    const reason = extension(id_ce_cRLReasons, new OctetString(buffer(Uint8Array.of(1))), false);
    expect(readRevocationList(crlOf(ca, { entryExtensions: [reason] }))?.size).toBe(1);
    const delta = extension(id_ce_deltaCRLIndicator, new OctetString(buffer(Uint8Array.of(1))));
    for (const changes of [
      { extensions: [delta] },
      { extensions: [point(true)] },
      { entryExtensions: [delta] },
      { innerAlgorithm: '1.2.840.10045.4.3.3' },
      { isWithoutEnd: true },
    ])
      expect(readRevocationList(crlOf(ca, changes))).toBeUndefined();
  });

  test('is known by its form', () => {
    for (const text of ['', 'hello', '{', '{"entries":1}', 'AAAA', crlOf(authorityWith()).slice(0, 300)])
      expect(readRevocationList(text)).toBeUndefined();
  });
});
