import {
  type CertificateRequest,
  type DistinguishedName,
  issueCertificate,
} from '../src/soft-authenticator/issue-certificate.ts';
import { makeKeyPair } from '../src/soft-authenticator/key-pair.ts';
import { randomSource } from '../src/soft-authenticator/random-source.ts';
import { now } from './started-registration.ts';

export const random = randomSource('packed');
export const rootKeys = makeKeyPair(-7, random);
export const middleKeys = makeKeyPair(-7, random);
export const leafKeys = makeKeyPair(-7, random);
export const aaguid = random(16);

export const nameOf = (unit: string, name = 'Model', country = 'IE'): DistinguishedName => [
  ['2.5.4.6', country],
  ['2.5.4.10', 'Maker'],
  ['2.5.4.11', unit],
  ['2.5.4.3', name],
];
const validity = {
  validFrom: new Date(now - 60_000),
  validTo: new Date(now + 60_000),
  serialNumber: new Uint8Array([1]),
};
const authority = { ...validity, basicConstraints: { isCa: true }, maySignCertificates: true };
export const rootName = nameOf('CA', 'Root');
const middleName = nameOf('CA', 'Middle');
export const leafName = nameOf('Authenticator Attestation');
export const aaguidExtension = (value: Uint8Array, isCritical = false) => ({
  id: '1.3.6.1.4.1.45724.1.1.4',
  isCritical,
  value: new Uint8Array([0x04, value.length, ...value]),
});

export type Changes = Partial<CertificateRequest>;

export const rootWith = (changes: Changes = {}): Uint8Array =>
  issueCertificate({
    ...authority,
    subject: rootName,
    issuer: rootName,
    publicKey: rootKeys.publicKey,
    signingKey: rootKeys.privateKey,
    ...changes,
  });

export const middleWith = (changes: Changes = {}): Uint8Array =>
  issueCertificate({
    ...authority,
    subject: middleName,
    issuer: rootName,
    publicKey: middleKeys.publicKey,
    signingKey: rootKeys.privateKey,
    ...changes,
  });

export const leafWith = (changes: Changes = {}): Uint8Array =>
  issueCertificate({
    ...validity,
    subject: leafName,
    issuer: middleName,
    publicKey: leafKeys.publicKey,
    signingKey: middleKeys.privateKey,
    basicConstraints: { isCa: false },
    extensions: [aaguidExtension(aaguid)],
    ...changes,
  });

export const [root, middle, leaf] = [rootWith(), middleWith(), leafWith()];
