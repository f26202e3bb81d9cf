import { hash, type KeyObject, X509Certificate } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  BasicConstraints,
  Certificate as CertificateSyntax,
  id_ce_basicConstraints,
  id_ce_keyUsage,
  KeyUsage,
  KeyUsageFlags,
  type Name,
} from '@peculiar/asn1-x509';
import { ensure, orFault } from '../fault.ts';

/** A certificate (RFC 5280 section 4.1), parsed. Not judged. */
export type Certificate = {
  readonly der: Uint8Array;
  /** 1 to 3. */
  readonly version: number;
  /** DER of the names, for comparison. */
  readonly subjectName: Uint8Array;
  readonly issuerName: Uint8Array;
  /** The attributes of the subject by object identifier, each with its values in order. */
  readonly subject: ReadonlyMap<string, readonly string[]>;
  /** Milliseconds since the epoch. */
  readonly validFrom: number;
  readonly validTo: number;
  readonly extensions: ReadonlyMap<string, CertificateExtension>;
  readonly basicConstraints?: { readonly isCa: boolean; readonly pathLength?: number };
  /** Whether the key may sign certificates; undefined when the certificate does not say. */
  readonly maySignCertificates?: boolean;
  readonly publicKey: KeyObject;
  /** node:crypto's view of it, for the signature by an issuer. */
  readonly x509: X509Certificate;
};

export type CertificateExtension = { readonly isCritical: boolean; readonly value: Uint8Array };

const maxCachedCertificates = 256;
const cachedCertificates = new Map<string, Certificate>();

/** Parses a DER certificate. A model's certificates come again and again, so the last ones are kept. Throws a Fault. */
export function readCertificate(der: Uint8Array): Certificate {
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
  const { tbsCertificate: tbs } = AsnConvert.parse(der, CertificateSyntax);
  const x509 = new X509Certificate(der);
  // OpenSSL stops at the end of the certificate; bytes after it are not part of what was signed.
  ensure(x509.raw.length === der.length, 'Bytes follow the certificate.');
  const extensions = new Map(
    (tbs.extensions ?? []).map((one) => [
      one.extnID,
      { isCritical: one.critical, value: new Uint8Array(one.extnValue.buffer) },
    ]),
  );
  ensure(extensions.size === (tbs.extensions?.length ?? 0), 'A certificate has an extension twice.');
  return {
    der,
    version: tbs.version + 1,
    subjectName: new Uint8Array(AsnConvert.serialize(tbs.subject)),
    issuerName: new Uint8Array(AsnConvert.serialize(tbs.issuer)),
    subject: attributesOf(tbs.subject),
    validFrom: tbs.validity.notBefore.getTime().getTime(),
    validTo: tbs.validity.notAfter.getTime().getTime(),
    extensions,
    ...constraintsOf(extensions),
    publicKey: x509.publicKey,
    x509,
  };
}

function attributesOf(name: Name): ReadonlyMap<string, readonly string[]> {
  const attributes = new Map<string, string[]>();
  for (const { type, value } of name.flat()) {
    attributes.set(type, [...(attributes.get(type) ?? []), value.toString()]);
  }
  return attributes;
}

function constraintsOf(
  extensions: ReadonlyMap<string, CertificateExtension>,
): Pick<Certificate, 'basicConstraints' | 'maySignCertificates'> {
  const basic = extensions.get(id_ce_basicConstraints);
  const usage = extensions.get(id_ce_keyUsage);
  return {
    ...(basic && { basicConstraints: basicConstraintsOf(basic.value) }),
    ...(usage && { maySignCertificates: maySignCertificates(usage.value) }),
  };
}

function basicConstraintsOf(value: Uint8Array): { isCa: boolean; pathLength?: number } {
  const { cA, pathLenConstraint } = AsnConvert.parse(value, BasicConstraints);
  return { isCa: cA, ...(pathLenConstraint !== undefined && { pathLength: pathLenConstraint }) };
}

const maySignCertificates = (value: Uint8Array): boolean =>
  (AsnConvert.parse(value, KeyUsage).toNumber() & KeyUsageFlags.keyCertSign) !== 0;
