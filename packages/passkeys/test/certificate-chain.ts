import { type Certificate, readCertificate } from '../src/certificates/read-certificate.ts';
import {
  type CertificateRequest,
  type DistinguishedName,
  issueCertificate,
} from '../src/soft-authenticator/issue-certificate.ts';
import { makeKeyPair } from '../src/soft-authenticator/key-pair.ts';
import { randomSource } from '../src/soft-authenticator/random-source.ts';
import { now } from './started-registration.ts';

const random = randomSource('chain');

/** A key for every place in a chain. */
export const chainKeys = Array.from({ length: 8 }, () => makeKeyPair(-7, random));

/** What differs at one place from an ordinary certificate there; `issuedBy` is another place's key. */
export type Link = Partial<CertificateRequest> & { readonly key?: number; readonly signedBy?: number };

export const commonName = (name: string): DistinguishedName => [['2.5.4.3', name]];

/** A chain of certificates, the attestation certificate first, the root last, each issued by the next. */
export function chainOf(...links: readonly Link[]): readonly Certificate[] {
  return links.map((_link, index) => readCertificate(linkAt(links, index)));
}

function linkAt(links: readonly Link[], index: number): Uint8Array {
  const { key = index, signedBy, ...changes } = links[index] ?? {};
  const issuerIndex = Math.min(index + 1, links.length - 1);
  const signer = chainKeys[signedBy ?? links[issuerIndex]?.key ?? issuerIndex];
  const own = chainKeys[key];
  if (!signer || !own) throw new RangeError('The chain is too long.');
  return issueCertificate({
    subject: commonName(`Link ${index}`),
    issuer: links[issuerIndex]?.subject ?? commonName(`Link ${issuerIndex}`),
    publicKey: own.publicKey,
    signingKey: signer.privateKey,
    serialNumber: new Uint8Array([index + 1]),
    validFrom: new Date(now - 60_000),
    validTo: new Date(now + 60_000),
    basicConstraints: { isCa: index > 0 },
    ...(index > 0 && { maySignCertificates: true }),
    ...changes,
  });
}
