import { hash, type KeyObject, X509Certificate } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate as CertificateSyntax } from '@peculiar/asn1-x509';
import { ensure, orFault } from '../fault.ts';
import {
  type CertificateExtensions,
  type UnderstoodExtensions,
  understood,
} from './certificate-extensions.ts';
import { type DistinguishedName, distinguishedNameOf } from './distinguished-name.ts';

/** A certificate (RFC 5280 section 4.1), parsed. Not judged. */
export type Certificate = UnderstoodExtensions & {
  readonly der: Uint8Array;
  /** 1 to 3. */
  readonly version: number;
  readonly subjectName: DistinguishedName;
  readonly issuerName: DistinguishedName;
  /** The attributes of the subject by object identifier, each with its values in order. */
  readonly subject: ReadonlyMap<string, readonly string[]>;
  /** Milliseconds since the epoch. */
  readonly validFrom: number;
  readonly validTo: number;
  readonly extensions: CertificateExtensions;
  readonly publicKey: KeyObject;
  /** SHA-1 of the subject's public key, in hex: its key identifier by RFC 5280 section 4.2.1.2 (1). */
  readonly keyIdentifier: string;
  /** node:crypto's view of it, for the signature by an issuer. */
  readonly x509: X509Certificate;
};

/** Several times what any maker writes. */
const maxBytes = 8192;

const maxCachedCertificates = 256;
const cachedCertificates = new Map<string, Certificate>();

/** Parses a DER certificate of at most 8 KiB. A model's certificates come again and again, so the last ones are kept. Throws a Fault. */
export function readCertificate(der: Uint8Array): Certificate {
  ensure(der.length <= maxBytes, 'A certificate is larger than 8 KiB.');
  const name = hash('sha256', der, 'base64');
  const known = cachedCertificates.get(name);
  if (known) return known;
  const certificate = orFault('A certificate cannot be read.', () => parsed(new Uint8Array(der)));
  const [oldest] = cachedCertificates.keys();
  if (oldest !== undefined && cachedCertificates.size >= maxCachedCertificates)
    cachedCertificates.delete(oldest);
  cachedCertificates.set(name, certificate);
  return certificate;
}

function parsed(der: Uint8Array): Certificate {
  const x509 = new X509Certificate(der);
  // OpenSSL stops at the end of the certificate; bytes after it are not part of what was signed.
  ensure(x509.raw.length === der.length, 'Bytes follow the certificate.');
  const { tbsCertificate: tbs } = AsnConvert.parse(der, CertificateSyntax);
  const extensions = extensionsOf(tbs.extensions ?? []);
  const subjectName = distinguishedNameOf(tbs.subject);
  return {
    der,
    version: tbs.version + 1,
    subjectName,
    issuerName: distinguishedNameOf(tbs.issuer),
    subject: subjectName.attributes,
    validFrom: tbs.validity.notBefore.getTime().getTime(),
    validTo: tbs.validity.notAfter.getTime().getTime(),
    extensions,
    ...understood(extensions),
    publicKey: x509.publicKey,
    keyIdentifier: hash('sha1', new Uint8Array(tbs.subjectPublicKeyInfo.subjectPublicKey)),
    x509,
  };
}

type WrittenExtension = {
  readonly extnID: string;
  readonly critical: boolean;
  readonly extnValue: { readonly buffer: ArrayBuffer };
};

function extensionsOf(written: readonly WrittenExtension[]): CertificateExtensions {
  const extensions = new Map(
    written.map((one) => [
      one.extnID,
      { isCritical: one.critical, value: new Uint8Array(one.extnValue.buffer) },
    ]),
  );
  ensure(extensions.size === written.length, 'A certificate has an extension twice.');
  return extensions;
}
