import { verify } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  CertificateList,
  type Extension,
  IssuingDistributionPoint,
  id_ce_issuingDistributionPoint,
} from '@peculiar/asn1-x509';
import { fromBER, type Sequence } from 'asn1js';
import { Fault, orFault } from '../fault.ts';
import type { RevocableCertificate } from '../registration/attestation-trust.ts';
import { type DistinguishedName, distinguishedNameOf, isSameName } from './distinguished-name.ts';
import { readCertificate } from './read-certificate.ts';

/** Certificates that were revoked, as somebody lists them. */
export type RevocationList = {
  /** How many there are. */
  readonly size: number;
  readonly revokes: (certificate: RevocableCertificate) => boolean;
};

/**
 * Reads a list of revoked certificates: Android's attestation status as JSON, or a CRL of RFC 5280 section 5 in PEM or
 * base64. A CRL counts only for certificates of its issuer, whose key must have signed it. `undefined` when the text
 * is neither.
 */
export function readRevocationList(text: string): RevocationList | undefined {
  try {
    return text.trimStart().startsWith('{') ? androidList(text) : crl(text);
  } catch (cause) {
    if (cause instanceof Fault) return undefined;
    throw cause;
  }
}

/** https://developer.android.com/privacy-and-security/security-key-attestation: serial numbers, lower-case hex. */
function androidList(text: string): RevocationList {
  const { entries } = orFault('The list is no JSON.', () => JSON.parse(text) as { entries?: unknown });
  if (typeof entries !== 'object' || entries === null) throw new Fault('The list has no entries.');
  const serials = new Set(Object.keys(entries).map((serial) => serial.toLowerCase().replace(/^0+(?=.)/, '')));
  return { size: serials.size, revokes: ({ serialNumber }) => serials.has(serialNumber) };
}

const digests: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};

function crl(text: string): RevocationList {
  const der = Buffer.from(text.replace(/-----[^-]+-----/g, ''), 'base64');
  const { list, issuer } = orFault('The list is no CRL.', () => {
    const read = AsnConvert.parse(der, CertificateList);
    return { list: read, issuer: distinguishedNameOf(read.tbsCertList.issuer) };
  });
  ensureUnderstood(list);
  const serials = new Set(
    (list.tbsCertList.revokedCertificates ?? []).map(({ userCertificate }) =>
      Buffer.from(userCertificate)
        .toString('hex')
        .replace(/^0+(?=.)/, ''),
    ),
  );
  const isSignedBy = signatureOf(der, list);
  return {
    size: serials.size,
    revokes: ({ serialNumber, der: certificate, issuer: issuerDer }) =>
      serials.has(serialNumber) &&
      issuerDer !== undefined &&
      isIssuedBy(certificate, issuer) &&
      isSignedBy(issuerDer),
  };
}

/**
 * A CRL with a critical extension that is not understood decides nothing (RFC 5280 sections 5.2 and 5.3): a delta, or
 * one that speaks for other issuers. Which part of an issuer's certificates it covers does not matter here.
 */
function ensureUnderstood({ tbsCertList, signatureAlgorithm }: CertificateList): void {
  const entries = (tbsCertList.revokedCertificates ?? []).flatMap(
    ({ crlEntryExtensions }) => crlEntryExtensions ?? [],
  );
  const unknown = [...(tbsCertList.crlExtensions ?? []), ...entries].filter(
    (extension) => extension.critical && !isOwnPart(extension),
  );
  if (unknown.length > 0) throw new Fault('The CRL has a critical extension that is not understood.');
  // RFC 5280 section 5.1.2.5; without it the library reads no entries.
  if (tbsCertList.nextUpdate === undefined) throw new Fault('The CRL does not say when the next one comes.');
  if (tbsCertList.signature.algorithm !== signatureAlgorithm.algorithm)
    throw new Fault('The CRL names two ways of signing.');
}

function isOwnPart({ extnID, extnValue }: Extension): boolean {
  if (extnID !== id_ce_issuingDistributionPoint) return false;
  const point = orFault('The CRL cannot be read.', () =>
    AsnConvert.parse(extnValue.buffer, IssuingDistributionPoint),
  );
  return !point.indirectCRL;
}

const isIssuedBy = (certificate: Uint8Array, issuer: DistinguishedName): boolean =>
  isSameName(readCertificate(certificate).issuerName, issuer);

function signatureOf(der: Uint8Array, list: CertificateList): (issuer: Uint8Array) => boolean {
  const digest = digests[list.signatureAlgorithm.algorithm];
  const [signed] = (fromBER(new Uint8Array(der)).result as Sequence).valueBlock.value;
  if (digest === undefined || signed === undefined) throw new Fault('The CRL is signed in an unknown way.');
  const bytes = new Uint8Array(signed.valueBeforeDecodeView);
  const signature = new Uint8Array(list.signature);
  return (issuer) => {
    const { publicKey, keyUsage } = readCertificate(issuer);
    if (keyUsage && !keyUsage.maySignRevocations) return false;
    try {
      return verify(digest, bytes, publicKey, signature);
    } catch {
      return false;
    }
  };
}
