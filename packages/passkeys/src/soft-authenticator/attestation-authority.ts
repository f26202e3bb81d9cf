import { issueCertificate } from './issue-certificate.ts';
import { type KeyPair, makeKeyPair } from './key-pair.ts';
import type { RandomSource } from './random-source.ts';

/** What signs the attestations of one model: a key, its certificates (its own first), and the root that they end at. */
export type AttestationAuthority = {
  readonly keys: KeyPair;
  /** DER. */
  readonly certificates: readonly Uint8Array[];
  readonly root: Uint8Array;
};

const aaguidExtension = '1.3.6.1.4.1.45724.1.1.4';
const validFrom = new Date('2020-01-01T00:00:00Z');
const validTo = new Date('2049-12-31T00:00:00Z');

const subjectOf = (unit: string, name: string) =>
  [
    ['2.5.4.6', 'IE'],
    ['2.5.4.10', 'Latchkey'],
    ['2.5.4.11', unit],
    ['2.5.4.3', name],
  ] as const;

/** Makes an authority for one AAGUID, as WebAuthn L3 section 8.2.1 demands of packed attestation. */
export function makeAttestationAuthority(aaguid: Uint8Array, random: RandomSource): AttestationAuthority {
  const rootKeys = makeKeyPair(-7, random);
  const keys = makeKeyPair(-7, random);
  const rootName = subjectOf('Software Authenticator', 'Latchkey Software Authenticator Root');
  const issued = { issuer: rootName, signingKey: rootKeys.privateKey, validFrom, validTo };
  return {
    keys,
    root: issueCertificate({
      ...issued,
      subject: rootName,
      publicKey: rootKeys.publicKey,
      serialNumber: serialNumberFrom(random),
      basicConstraints: { isCa: true },
      maySignCertificates: true,
    }),
    certificates: [
      issueCertificate({
        ...issued,
        subject: subjectOf('Authenticator Attestation', 'Latchkey Software Authenticator'),
        publicKey: keys.publicKey,
        serialNumber: serialNumberFrom(random),
        basicConstraints: { isCa: false },
        extensions: [{ id: aaguidExtension, value: Buffer.concat([Buffer.from([0x04, 0x10]), aaguid]) }],
      }),
    ],
  };
}

/** Eight bytes, positive and without a leading zero. */
function serialNumberFrom(random: RandomSource): Uint8Array {
  const bytes = random(8);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes;
}
