import { Fault } from '../fault.ts';
import { readTrustAnchor } from './trust-anchor.ts';

/** What an operator is shown about a trust anchor. */
export type TrustAnchorDescription =
  | {
      readonly kind: 'certificate';
      /** One attribute a line, as OpenSSL writes it. */
      readonly subject: string;
      /** Milliseconds since the epoch. */
      readonly validFrom: number;
      readonly validTo: number;
    }
  | { readonly kind: 'key'; readonly type: string };

/** Describes DER bytes that are to be a trust anchor; `undefined` when they are none, so that they can be refused. */
export function describeTrustAnchor(der: Uint8Array): TrustAnchorDescription | undefined {
  try {
    const anchor = readTrustAnchor(der);
    if (anchor.kind === 'key') return { kind: 'key', type: anchor.publicKey.asymmetricKeyType ?? '' };
    const { x509, validFrom, validTo } = anchor.certificate;
    return { kind: 'certificate', subject: x509.subject ?? '', validFrom, validTo };
  } catch (cause) {
    if (cause instanceof Fault) return undefined;
    throw cause;
  }
}
