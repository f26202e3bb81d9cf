import { hash, X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';

/** Where metadata and revocations come from, and who must have signed them. */
export type MetadataSettings = {
  /** A file or an address; absent: no metadata. */
  readonly source?: string;
  /** DER of the root of whoever signs the metadata. */
  readonly root: Uint8Array;
  /** Whom the signer's certificate must name. */
  readonly host: string;
  /** How long metadata count after the day of their next update. */
  readonly graceMs: number;
  /** Files or addresses of lists of revoked certificates. */
  readonly revocationLists: readonly string[];
};

/** GlobalSign Root CA - R3, which the FIDO Metadata Service stands under. */
const fidoRoot = 'cbb522d7b7f127ad6a0113865bdf1cd4102e7d0759af635a7cf4720dc963c53b';

/** The root of the FIDO Metadata Service, as this runtime holds it. */
export function fidoMetadataRoot(): Uint8Array {
  const certificates = rootCertificates.map((pem) => new X509Certificate(pem).raw);
  const root = certificates.find((der) => hash('sha256', der) === fidoRoot);
  if (!root) throw new Error('This runtime does not hold the root of the FIDO Metadata Service.');
  return root;
}

/** No metadata and no revocations. */
export const noMetadata = (): MetadataSettings => ({
  root: fidoMetadataRoot(),
  host: 'mds.fidoalliance.org',
  graceMs: 0,
  revocationLists: [],
});
