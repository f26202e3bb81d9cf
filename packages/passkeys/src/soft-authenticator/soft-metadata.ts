import {
  type CertificateHierarchy,
  type HierarchyChanges,
  makeCertificateHierarchy,
  modelName,
} from './attestation-authority.ts';
import { hostExtension } from './extension-values.ts';
import { type KeyPair, makeKeyPair } from './key-pair.ts';
import { randomSource } from './random-source.ts';
import { signJws } from './sign-jws.ts';

/** A metadata service of one's own, for tests. */
export type SoftMetadataService = {
  /** DER: what a reader must trust. */
  readonly root: Uint8Array;
  /** Signs a payload: the members of a BLOB (FIDO Metadata Service section 3.1.6), of which any may be wrong. */
  readonly sign: (payload: Readonly<Record<string, unknown>>, changes?: HierarchyChanges) => string;
};

/** Makes a metadata service; the same seed makes the same keys. */
export function createSoftMetadataService(
  options: { readonly seed?: string; readonly host?: string; readonly algorithm?: number } = {},
): SoftMetadataService {
  const random = randomSource(options.seed);
  const hierarchy: CertificateHierarchy = makeCertificateHierarchy(random);
  const keys: KeyPair = makeKeyPair(options.algorithm ?? -7, random);
  const host = options.host ?? 'mds.fidoalliance.org';
  const signer = {
    publicKey: keys.publicKey,
    subject: modelName('Metadata', host),
    extensions: [hostExtension(host)],
    isAlone: false,
  };
  return {
    root: hierarchy.root,
    sign: (payload, changes) => signJws(payload, keys, hierarchy.issue(signer, changes)),
  };
}
