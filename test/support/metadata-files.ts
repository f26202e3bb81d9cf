import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSoftAuthenticator, createSoftMetadataService } from '@latchkey/passkeys/soft-authenticator';

/** A model that FIDO has revoked, in the metadata of these files. */
export const revokedModel = 'a1b2c3d4-0000-0000-0000-000000000001';
const aaguid = Buffer.from(revokedModel.replaceAll('-', ''), 'hex');
const service = createSoftMetadataService({ seed: 'service' });

/** An authenticator of the revoked model. */
export const revokedAuthenticator = () =>
  createSoftAuthenticator({ attestation: 'packed-certified', aaguid, seed: 'revoked' });

/**
 * Writes metadata that are signed by a service of the test's own, and answers the environment by which a server reads
 * them, with a list of revoked certificates that is not there.
 */
export function metadataFiles(folder: string, number = 42): Readonly<Record<string, string>> {
  const blob = join(folder, 'blob.jwt');
  const root = join(folder, 'metadata-root.der');
  const anchor = Buffer.from(revokedAuthenticator().attestationRoot()).toString('base64');
  const entry = {
    aaguid: revokedModel,
    metadataStatement: { description: 'Northwind Key 2', attestationRootCertificates: [anchor] },
    statusReports: ['FIDO_CERTIFIED_L2', 'REVOKED'].map((status) => ({
      status,
      effectiveDate: '2024-01-01',
    })),
  };
  writeFileSync(blob, service.sign({ no: number, nextUpdate: '2049-01-01', entries: [entry] }));
  writeFileSync(root, service.root);
  return {
    LATCHKEY_METADATA: blob,
    LATCHKEY_METADATA_ROOT: root,
    LATCHKEY_REVOCATION_LISTS: join(folder, 'revoked.json'),
  };
}
