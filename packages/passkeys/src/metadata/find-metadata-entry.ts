import { readCertificate } from '../certificates/read-certificate.ts';
import type { VerifiedRegistration } from '../registration/verified-registration.ts';
import type { MetadataBlob, MetadataEntry } from './metadata-blob.ts';

const noAaguid = '00000000-0000-0000-0000-000000000000';

/**
 * What the metadata say about the model of a registration: by its AAGUID, or without one by the key identifier of a
 * certificate of its attestation, as for U2F. Whether the AAGUID is verified is another question. `undefined`: nothing.
 */
export function findMetadataEntry(
  { entries }: MetadataBlob,
  { aaguid, trustPath }: Pick<VerifiedRegistration, 'aaguid' | 'trustPath'>,
): MetadataEntry | undefined {
  if (aaguid !== noAaguid) return entries.find((entry) => entry.aaguid === aaguid);
  const identifiers = new Set(trustPath.map((der) => readCertificate(der).keyIdentifier));
  return entries.find(({ keyIdentifiers }) => keyIdentifiers.some((one) => identifiers.has(one)));
}
