import { toBase64url } from '@latchkey/kernel';
import type { CborMap } from '../cbor/cbor-value.ts';
import type { PasskeyProblemCode } from '../problems.ts';
import type { Alterations, SoftCeremony } from './soft-authenticator-options.ts';

type Fault = {
  /** How a registration with it ends. */
  readonly problem: PasskeyProblemCode;
  readonly alter?: Alterations;
  readonly place?: Partial<SoftCeremony>;
};

const json =
  (change: Readonly<Record<string, unknown>>) =>
  (text: string): string =>
    JSON.stringify({ ...JSON.parse(text), ...change });

const flags =
  (change: (flags: number) => number) =>
  (bytes: Uint8Array): Uint8Array =>
    bytes.map((byte, index) => (index === 32 ? change(byte) : byte));

const flipped =
  (at: number) =>
  (bytes: Uint8Array): Uint8Array =>
    bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));

const brokenSignature = (statement: CborMap): CborMap =>
  new Map(
    [...statement].map(([name, value]) => [
      name,
      name === 'sig' && value instanceof Uint8Array ? flipped(value.length - 1)(value) : value,
    ]),
  );

/** What can go wrong at an authenticator or a browser, by name. Those of certificates need an attestation with some. */
export const softFaults = {
  'wrong-challenge': {
    problem: 'passkey.challenge-mismatch',
    alter: { clientData: json({ challenge: toBase64url(new Uint8Array(32)) }) },
  },
  'wrong-origin': { problem: 'passkey.origin-not-allowed', place: { origin: 'https://evil.test' } },
  'foreign-frame': {
    problem: 'passkey.cross-origin-not-allowed',
    place: { topOrigin: 'https://evil.test' },
  },
  'wrong-type': { problem: 'passkey.type-mismatch', alter: { clientData: json({ type: 'payment.get' }) } },
  'wrong-relying-party': {
    problem: 'passkey.relying-party-mismatch',
    alter: { authenticatorData: flipped(0) },
  },
  'user-not-present': {
    problem: 'passkey.user-not-present',
    alter: { authenticatorData: flags((byte) => byte & ~0x01) },
  },
  'user-not-verified': {
    problem: 'passkey.user-not-verified',
    alter: { authenticatorData: flags((byte) => byte & ~0x04) },
  },
  'backed-up-but-not-eligible': {
    problem: 'passkey.backup-state-invalid',
    alter: { authenticatorData: flags((byte) => (byte & ~0x08) | 0x10) },
  },
  'broken-client-data': {
    problem: 'passkey.client-data-malformed',
    alter: { clientData: (text) => text.slice(1) },
  },
  'broken-attestation-object': {
    problem: 'passkey.attestation-malformed',
    alter: { attestationObject: (bytes) => bytes.slice(0, -1) },
  },
  'broken-key': {
    problem: 'passkey.key-invalid',
    alter: { coseKey: (key) => new Map([...key, [1, 4]]) },
  },
  'unknown-algorithm': {
    problem: 'passkey.algorithm-not-allowed',
    alter: { coseKey: (key) => new Map([...key, [3, -65000]]) },
  },
  'broken-signature': { problem: 'passkey.attestation-invalid', alter: { statement: brokenSignature } },
  'expired-certificate': {
    problem: 'passkey.attestation-invalid',
    alter: { certificate: (request) => ({ ...request, validTo: new Date('2020-01-02T00:00:00Z') }) },
  },
  'future-certificate': {
    problem: 'passkey.attestation-invalid',
    alter: { certificate: (request) => ({ ...request, validFrom: new Date('2049-12-30T00:00:00Z') }) },
  },
  'unknown-critical-extension': {
    problem: 'passkey.attestation-invalid',
    alter: {
      certificate: (request) => ({
        ...request,
        extensions: [
          ...(request.extensions ?? []),
          { id: '1.2.3.4', isCritical: true, value: new Uint8Array([5, 0]) },
        ],
      }),
    },
  },
  'issuer-is-no-authority': {
    problem: 'passkey.attestation-invalid',
    alter: { issuer: (request) => ({ ...request, basicConstraints: { isCa: false } }) },
  },
} as const satisfies Readonly<Record<string, Fault>>;

/** The name of a deliberate fault. */
export type SoftFault = keyof typeof softFaults;

/** A ceremony with the fault that it names put in. */
export function withFault({ fault, alter, ...ceremony }: SoftCeremony): SoftCeremony {
  const { alter: faulty, place }: Partial<Fault> = fault ? softFaults[fault] : {};
  return { ...ceremony, ...place, alter: { ...faulty, ...alter } };
}
