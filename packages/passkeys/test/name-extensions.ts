import { AsnConvert } from '@peculiar/asn1-schema';
import {
  AttributeTypeAndValue,
  AttributeValue,
  CertificatePolicies,
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  Name,
  NameConstraints,
  PolicyInformation,
  PolicyQualifierInfo,
  RelativeDistinguishedName,
  SubjectAlternativeName,
} from '@peculiar/asn1-x509';

type Extension = { readonly id: string; readonly isCritical: boolean; readonly value: Uint8Array };

const extension = (id: string, value: unknown, isCritical = true): Extension => ({
  id,
  isCritical,
  value: new Uint8Array(AsnConvert.serialize(value)),
});

/** A name of a directory, of object identifiers and texts. */
export const directory = (...attributes: (readonly [string, string])[]): GeneralName =>
  new GeneralName({
    directoryName: new Name(
      attributes.map(
        ([type, utf8String]) =>
          new RelativeDistinguishedName([
            new AttributeTypeAndValue({ type, value: new AttributeValue({ utf8String }) }),
          ]),
      ),
    ),
  });
export const dns = (dNSName: string): GeneralName => new GeneralName({ dNSName });
export const mail = (rfc822Name: string): GeneralName => new GeneralName({ rfc822Name });

export const alternativeNames = (...names: GeneralName[]): Extension =>
  extension('2.5.29.17', new SubjectAlternativeName(names), false);

const subtrees = (names: readonly GeneralName[]): GeneralSubtrees =>
  new GeneralSubtrees(names.map((base) => new GeneralSubtree({ base })));

export const nameConstraints = ({
  permitted,
  excluded,
}: {
  readonly permitted?: readonly GeneralName[];
  readonly excluded?: readonly GeneralName[];
}): Extension =>
  extension(
    '2.5.29.30',
    new NameConstraints({
      ...(permitted && { permittedSubtrees: subtrees(permitted) }),
      ...(excluded && { excludedSubtrees: subtrees(excluded) }),
    }),
  );

/** Critical certificate policies with one policy that has that qualifier. */
export const policy = (policyQualifierId: string): Extension =>
  extension(
    '2.5.29.32',
    new CertificatePolicies([
      new PolicyInformation({
        policyIdentifier: '1.2.3',
        policyQualifiers: [
          new PolicyQualifierInfo({ policyQualifierId, qualifier: new Uint8Array([5, 0]).buffer }),
        ],
      }),
    ]),
  );
