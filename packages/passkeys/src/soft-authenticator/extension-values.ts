import { AsnConvert } from '@peculiar/asn1-schema';
import {
  AttributeTypeAndValue,
  AttributeValue,
  ExtendedKeyUsage,
  GeneralName,
  Name,
  RelativeDistinguishedName,
  SubjectAlternativeName,
} from '@peculiar/asn1-x509';
import { Set as AsnSet, Constructed, Enumerated, Integer, Null, OctetString, Sequence } from 'asn1js';
import type { CertificateRequest } from './issue-certificate.ts';

type Extension = NonNullable<CertificateRequest['extensions']>[number];

const serialized = (value: unknown): Uint8Array => new Uint8Array(AsnConvert.serialize(value));
const octets = (bytes: Uint8Array): Uint8Array => Buffer.concat([Buffer.from([0x04, bytes.length]), bytes]);

/** id-fido-gen-ce-aaguid (WebAuthn L3 section 8.2.1). */
export const aaguidExtension = (aaguid: Uint8Array): Extension => ({
  id: '1.3.6.1.4.1.45724.1.1.4',
  value: octets(aaguid),
});

/** id-fido-gen-ce-sernum (WebAuthn L3 section 8.2.2). */
export const serialNumberExtension = (serialNumber: Uint8Array): Extension => ({
  id: '1.3.6.1.4.1.45724.1.1.2',
  value: octets(serialNumber),
});

/** Purposes of the key (RFC 5280 section 4.2.1.12). */
export const keyPurposeExtension = (...purposes: string[]): Extension => ({
  id: '2.5.29.37',
  value: serialized(new ExtendedKeyUsage(purposes)),
});

/** Hosts (RFC 5280 section 4.2.1.6). */
export const hostExtension = (host: string): Extension => ({
  id: '2.5.29.17',
  value: serialized(new SubjectAlternativeName([new GeneralName({ dNSName: host })])),
});

/** The TPM's manufacturer, model and version as a directory name (TPMv2-EK-Profile section 3.1.2). */
export function tpmNameExtension(attributes: readonly (readonly [type: string, value: string])[]): Extension {
  const name = attributes.map(
    ([type, utf8String]) => new AttributeTypeAndValue({ type, value: new AttributeValue({ utf8String }) }),
  );
  const directoryName = new Name([new RelativeDistinguishedName(name)]);
  return {
    id: '2.5.29.17',
    isCritical: true,
    value: serialized(new SubjectAlternativeName([new GeneralName({ directoryName })])),
  };
}

/** Apple's nonce (WebAuthn L3 section 8.8). */
export const appleNonceExtension = (nonce: Uint8Array): Extension => ({
  id: '1.2.840.113635.100.8.2',
  value: Buffer.concat([Buffer.from('3024a1220420', 'hex'), nonce]),
});

/** What an Android key description says. */
export type SoftKeyDescription = {
  readonly challenge: Uint8Array;
  /** 0 software, 1 trusted environment, 2 StrongBox: where the key lives. */
  readonly securityLevel: number;
  /** Who says so; default the same. */
  readonly attestationLevel?: number;
  readonly softwareEnforced: SoftAuthorizations;
  readonly hardwareEnforced: SoftAuthorizations;
};

export type SoftAuthorizations = {
  readonly purposes?: readonly number[];
  readonly origin?: number;
  readonly allApplications?: boolean;
};

/** Android's description of a key, KeyMint 3 (source.android.com, "Key and ID attestation"). */
export function keyDescriptionExtension(description: SoftKeyDescription): Extension {
  const { challenge, securityLevel, attestationLevel = securityLevel } = description;
  const value = new Sequence({
    value: [
      new Integer({ value: 300 }),
      new Enumerated({ value: attestationLevel }),
      new Integer({ value: 300 }),
      new Enumerated({ value: securityLevel }),
      new OctetString({ valueHex: new Uint8Array(challenge).buffer }),
      new OctetString(),
      authorizationList(description.softwareEnforced),
      authorizationList(description.hardwareEnforced),
    ],
  });
  return { id: '1.3.6.1.4.1.11129.2.1.17', value: new Uint8Array(value.toBER()) };
}

function authorizationList({ purposes, origin, allApplications }: SoftAuthorizations): Sequence {
  const tagged = (tagNumber: number, value: Integer | AsnSet | Null): Constructed =>
    new Constructed({ idBlock: { tagClass: 3, tagNumber }, value: [value] });
  const purposeSet = new AsnSet({ value: (purposes ?? []).map((value) => new Integer({ value })) });
  return new Sequence({
    value: [
      ...(purposes ? [tagged(1, purposeSet)] : []),
      ...(allApplications ? [tagged(600, new Null())] : []),
      ...(origin === undefined ? [] : [tagged(702, new Integer({ value: origin }))]),
    ],
  });
}
