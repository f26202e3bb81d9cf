import { createPublicKey, type KeyObject } from 'node:crypto';
import { Fault, orFault } from '../fault.ts';
import { type Certificate, readCertificate } from './read-certificate.ts';

/** What is trusted without being proved: a certificate, or nothing but a key. */
export type TrustAnchor =
  | { readonly kind: 'certificate'; readonly certificate: Certificate }
  | { readonly kind: 'key'; readonly publicKey: KeyObject };

/** Anchors are many and given again and again, so each is read once while its bytes live. */
const known = new WeakMap<Uint8Array, TrustAnchor>();

/** Reads an anchor: a DER certificate, or a DER SubjectPublicKeyInfo; its bytes must not change. Throws a Fault. */
export function readTrustAnchor(der: Uint8Array): TrustAnchor {
  const anchor = known.get(der) ?? readCertificateAnchor(der) ?? readKeyAnchor(der);
  known.set(der, anchor);
  return anchor;
}

function readCertificateAnchor(der: Uint8Array): TrustAnchor | undefined {
  try {
    return { kind: 'certificate', certificate: readCertificate(der) };
  } catch (cause) {
    if (cause instanceof Fault) return undefined;
    throw cause;
  }
}

function readKeyAnchor(der: Uint8Array): TrustAnchor {
  const key = Buffer.from(der);
  return orFault('A trust anchor is neither a certificate nor a key.', () => ({
    kind: 'key',
    publicKey: createPublicKey({ key, format: 'der', type: 'spki' }),
  }));
}
