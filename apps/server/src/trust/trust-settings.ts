import { describeTrustAnchor } from '@latchkey/passkeys';

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

/** No metadata and no revocations. */
export const noMetadata: MetadataSettings = Object.freeze({
  root: new Uint8Array(),
  host: '',
  graceMs: 0,
  revocationLists: [],
});

/** The DER of a root in a file's bytes, PEM or DER; `undefined` when it is none. */
export function rootIn(bytes: Uint8Array): Uint8Array | undefined {
  const text = Buffer.from(bytes).toString('latin1');
  const isPem = text.includes('-----BEGIN');
  const der = isPem ? Buffer.from(text.replace(/-----[^-]+-----/g, ''), 'base64') : bytes;
  return describeTrustAnchor(der) && der;
}
