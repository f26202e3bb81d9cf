import { AsnConvert } from '@peculiar/asn1-schema';
import {
  BasicConstraints,
  CertificatePolicies,
  ExtendedKeyUsage,
  id_ce_basicConstraints,
  id_ce_certificatePolicies,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_nameConstraints,
  id_ce_subjectAltName,
  KeyUsage,
  KeyUsageFlags,
  NameConstraints,
  SubjectAlternativeName,
} from '@peculiar/asn1-x509';
import { type GeneralNames, generalNamesOf, noNames } from './alternative-names.ts';

/** One extension, as it was written. */
export type CertificateExtension = { readonly isCritical: boolean; readonly value: Uint8Array };

export type CertificateExtensions = ReadonlyMap<string, CertificateExtension>;

export type UnderstoodKeyUsage = {
  readonly maySign: boolean;
  readonly maySignCertificates: boolean;
  readonly maySignRevocations: boolean;
};

/** What the extensions say that this package understands (RFC 5280 section 4.2.1). Absent: the certificate is silent. */
export type UnderstoodExtensions = {
  readonly basicConstraints?: { readonly isCa: boolean; readonly pathLength?: number };
  readonly keyUsage?: UnderstoodKeyUsage;
  /** Object identifiers of purposes. */
  readonly extendedKeyUsage?: readonly string[];
  readonly alternativeNames: GeneralNames;
  readonly nameConstraints?: { readonly permitted: GeneralNames; readonly excluded: GeneralNames };
  /** Object identifiers of the qualifiers of its policies. */
  readonly policyQualifiers: readonly string[];
};

/** Reads the extensions that are understood. Throws whatever the library throws on those that it cannot read. */
export function understood(extensions: CertificateExtensions): UnderstoodExtensions {
  const read = <T>(id: string, type: new () => T): T | undefined => {
    const extension = extensions.get(id);
    return extension && AsnConvert.parse(extension.value, type);
  };
  const basic = read(id_ce_basicConstraints, BasicConstraints);
  const usage = read(id_ce_keyUsage, KeyUsage);
  const purposes = read(id_ce_extKeyUsage, ExtendedKeyUsage);
  const names = read(id_ce_subjectAltName, SubjectAlternativeName);
  const constraints = read(id_ce_nameConstraints, NameConstraints);
  const policies = read(id_ce_certificatePolicies, CertificatePolicies);
  return {
    ...(basic && { basicConstraints: basicConstraintsOf(basic) }),
    ...(usage && { keyUsage: keyUsageOf(usage) }),
    ...(purposes && { extendedKeyUsage: [...purposes] }),
    alternativeNames: names ? generalNamesOf(names) : noNames,
    ...(constraints && { nameConstraints: nameConstraintsOf(constraints) }),
    policyQualifiers: (policies ?? []).flatMap(({ policyQualifiers }) =>
      (policyQualifiers ?? []).map(({ policyQualifierId }) => policyQualifierId),
    ),
  };
}

function basicConstraintsOf({ cA, pathLenConstraint }: BasicConstraints): {
  isCa: boolean;
  pathLength?: number;
} {
  return { isCa: cA, ...(pathLenConstraint !== undefined && { pathLength: pathLenConstraint }) };
}

function keyUsageOf(usage: KeyUsage): UnderstoodKeyUsage {
  const bits = usage.toNumber();
  return {
    maySign: (bits & KeyUsageFlags.digitalSignature) !== 0,
    maySignCertificates: (bits & KeyUsageFlags.keyCertSign) !== 0,
    maySignRevocations: (bits & KeyUsageFlags.cRLSign) !== 0,
  };
}

function nameConstraintsOf({ permittedSubtrees, excludedSubtrees }: NameConstraints): {
  permitted: GeneralNames;
  excluded: GeneralNames;
} {
  return {
    permitted: generalNamesOf((permittedSubtrees ?? []).map(({ base }) => base)),
    excluded: generalNamesOf((excludedSubtrees ?? []).map(({ base }) => base)),
  };
}
