import { type KeyObject, sign } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  BasicConstraints,
  Certificate,
  Extension,
  Extensions,
  id_ce_basicConstraints,
  id_ce_keyUsage,
  KeyUsage,
  KeyUsageFlags,
  Name,
  RelativeDistinguishedName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';

/** What a certificate says. Every part can be wrong, for tests. */
export type CertificateRequest = {
  readonly subject: DistinguishedName;
  readonly issuer: DistinguishedName;
  /** The subject's key. */
  readonly publicKey: KeyObject;
  /** The issuer's P-256 key. */
  readonly signingKey: KeyObject;
  readonly serialNumber: Uint8Array;
  readonly validFrom: Date;
  readonly validTo: Date;
  /** Absent leaves the extension out. */
  readonly basicConstraints?: { readonly isCa: boolean; readonly pathLength?: number };
  readonly maySignCertificates?: boolean;
  /** 1 or 3; default 3. */
  readonly version?: 1 | 3;
  readonly extensions?: readonly {
    readonly id: string;
    readonly isCritical?: boolean;
    readonly value: Uint8Array;
  }[];
};

/** Object identifiers and values, in order. */
export type DistinguishedName = readonly (readonly [type: string, value: string])[];

const ecdsaWithSha256 = '1.2.840.10045.4.3.2';
const countryName = '2.5.4.6';

/** Issues a DER certificate signed with ECDSA and SHA-256 (RFC 5280 section 4.1). */
export function issueCertificate(request: CertificateRequest): Uint8Array {
  const signatureAlgorithm = new AlgorithmIdentifier({ algorithm: ecdsaWithSha256 });
  const tbsCertificate = new TBSCertificate({
    version: request.version === 1 ? Version.v1 : Version.v3,
    serialNumber: bufferOf(request.serialNumber),
    signature: signatureAlgorithm,
    issuer: nameOf(request.issuer),
    validity: new Validity({ notBefore: request.validFrom, notAfter: request.validTo }),
    subject: nameOf(request.subject),
    subjectPublicKeyInfo: keyInfoOf(request.publicKey),
    ...(request.version !== 1 && { extensions: new Extensions(extensionsOf(request)) }),
  });
  const signed = Buffer.from(AsnConvert.serialize(tbsCertificate));
  const signatureValue = bufferOf(sign('sha256', signed, request.signingKey));
  return new Uint8Array(
    AsnConvert.serialize(new Certificate({ tbsCertificate, signatureAlgorithm, signatureValue })),
  );
}

function keyInfoOf(publicKey: KeyObject): SubjectPublicKeyInfo {
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  return AsnConvert.parse(spki, SubjectPublicKeyInfo);
}

function nameOf(name: DistinguishedName): Name {
  return new Name(
    name.map(([type, text]) => {
      const value = type === countryName ? { printableString: text } : { utf8String: text };
      return new RelativeDistinguishedName([
        new AttributeTypeAndValue({ type, value: new AttributeValue(value) }),
      ]);
    }),
  );
}

function extensionsOf({
  basicConstraints,
  maySignCertificates,
  extensions,
}: CertificateRequest): Extension[] {
  const constraints = basicConstraints && {
    cA: basicConstraints.isCa,
    ...(basicConstraints.pathLength !== undefined && { pathLenConstraint: basicConstraints.pathLength }),
  };
  const usage = maySignCertificates ? KeyUsageFlags.keyCertSign : KeyUsageFlags.digitalSignature;
  return [
    ...(constraints
      ? [extension(id_ce_basicConstraints, true, serialized(new BasicConstraints(constraints)))]
      : []),
    extension(id_ce_keyUsage, true, serialized(new KeyUsage(usage))),
    ...(extensions ?? []).map(({ id, isCritical, value }) => extension(id, isCritical ?? false, value)),
  ];
}

const serialized = (value: unknown): Uint8Array => new Uint8Array(AsnConvert.serialize(value));

const extension = (extnID: string, critical: boolean, value: Uint8Array): Extension =>
  new Extension({ extnID, critical, extnValue: new OctetString(bufferOf(value)) });

const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
