import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { attestedOutcome } from '../../test/attested-outcome.ts';
import { chainKeys, chainOf, type Link } from '../../test/certificate-chain.ts';
import { now } from '../../test/started-registration.ts';
import type { ModelProof } from '../attestation/attestation-format.ts';
import { describeTrustAnchor } from '../certificates/describe-trust-anchor.ts';
import type { Certificate } from '../certificates/read-certificate.ts';
import { Fault } from '../fault.ts';
import { assessAttestation } from './assess-attestation.ts';
import type { AttestationTrust, RevocableCertificate } from './attestation-trust.ts';

const chain = chainOf({}, {}, {}, {});
const [leaf, middle, upper, root] = chain.map(({ der }) => der) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const keyOf = (index: number): Uint8Array =>
  new Uint8Array(chainKeys[index]?.publicKey.export({ format: 'der', type: 'spki' }) ?? []);

/** How the certificates are judged: the type and how many certificates the path has, or the sentence. */
function assessed(path: readonly Certificate[], anchors: readonly Uint8Array[], at = now): string {
  try {
    const verdict = { kind: 'certified', type: 'basic', path, modelProof: 'maker' } as const;
    const { type, path: trusted } = assessAttestation(verdict, { now: at, anchors }, aaguid);
    return `${type} ${trusted.length}`;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return error.message;
  }
}

type AnchorsOf = Pick<AttestationTrust, 'anchors' | 'anchorsFor'>;

const aaguid = '01234567-89ab-cdef-0123-456789abcdef';

const ending = (last: number) => chain.slice(0, last);

describe('trust anchors', () => {
  test.each<[string, readonly Certificate[], readonly Uint8Array[], string]>([
    ['no anchor', ending(3), [], 'basic-unanchored 3'],
    ['the root, and the chain without it', ending(3), [root], 'basic 4'],
    ['the root, and the chain with it', ending(4), [root], 'basic 4'],
    ["the root's bare key, and the chain without it", ending(3), [keyOf(3)], 'basic 3'],
    ["the root's bare key, and the chain with it", ending(4), [keyOf(3)], 'basic 3'],
    ['an issuer', ending(4), [upper], 'basic 3'],
    ["an issuer's bare key", ending(4), [keyOf(1)], 'basic 1'],
    ['the attestation certificate', ending(1), [leaf], 'basic 1'],
    ["the attestation certificate's bare key", ending(1), [keyOf(0)], 'basic 1'],
    ['a root that comes too far up', ending(1), [root], 'basic-unanchored 1'],
    ['the issuer, and the certificate alone', ending(1), [middle], 'basic 2'],
    ['another key', ending(4), [keyOf(7)], 'basic-unanchored 4'],
    ['a stranger before the root', ending(3), [keyOf(7), root], 'basic 4'],
    [
      'bytes that are neither',
      ending(4),
      [new Uint8Array([1, 2, 3])],
      'A trust anchor is neither a certificate nor a key.',
    ],
  ])('%s', (_what, path, anchors, expected) => {
    expect(assessed(path, anchors)).toBe(expected);
  });

  test('that were issued again count by the certificate that is still valid', () => {
    const old = chainOf({}, {}, {}, { validTo: new Date(now - 1000) }).map(({ der }) => der)[3] as Uint8Array;
    expect(assessed(ending(3), [old])).toBe('A certificate has expired.');
    expect(assessed(ending(3), [old, root])).toBe('basic 4');
  });

  test('refuse certificates that do not belong together, wherever they stand', () => {
    const [first, second, third, fourth] = chain as [Certificate, Certificate, Certificate, Certificate];
    for (const path of [
      [first, third, second],
      [first, fourth],
      [first, second, fourth, third],
      [second, first],
    ]) {
      expect(assessed(path, [root])).toBe('A certificate was not issued by the next one.');
    }
    expect(assessed([first, second, second], [root])).toBe('A certificate comes twice.');
  });

  test('may be required', () => {
    const asked = { requireTrustAnchor: true };
    expect(attestedOutcome('packed-certified', { asked })).toBe('basic');
    expect(attestedOutcome('packed-certified', { asked, anchors: [] })).toBe(
      'passkey.attestation-not-trusted at 7.1 step 24: The attestation is basic-unanchored: it ends at no trust anchor.',
    );
    expect(attestedOutcome('packed-self', { asked: { ...asked, attestation: 'indirect' } })).toBe(
      'passkey.attestation-not-trusted at 7.1 step 24: The attestation is self: it ends at no trust anchor.',
    );
  });

  test.each<[ModelProof, AnchorsOf, boolean]>([
    ['maker', { anchors: [root] }, true],
    ['maker', {}, false],
    ['platform', { anchors: [root] }, false],
    ['platform', { anchorsFor: () => [root] }, true],
    ['platform', { anchorsFor: (model) => (model === aaguid ? [] : [root]), anchors: [root] }, false],
    ['platform', { anchorsFor: () => [keyOf(7)], anchors: [root] }, false],
    ['nobody', { anchorsFor: () => [root], anchors: [root] }, false],
  ])('and the word of the %s prove the model where they are its own', (modelProof, anchors, isProved) => {
    const verdict = { kind: 'certified', type: 'basic', path: chain, modelProof } as const;
    const assessment = assessAttestation(verdict, { now, ...anchors }, aaguid);
    expect(assessment.isModelProved).toBe(isProved);
    expect(assessment.isAnchored).toBe(Object.keys(anchors).length > 0);
    const zeros = '00000000-0000-0000-0000-000000000000';
    expect(assessAttestation(verdict, { now, ...anchors }, zeros).isModelProved).toBe(false);
  });

  test('that are described are those that can be read', () => {
    expect(describeTrustAnchor(root)).toEqual({
      kind: 'certificate',
      subject: 'CN=Link 3',
      validFrom: now - 60_000,
      validTo: now + 60_000,
    });
    expect(describeTrustAnchor(keyOf(3))).toEqual({ kind: 'key', type: 'ec' });
    expect(describeTrustAnchor(new Uint8Array(3))).toBeUndefined();
  });

  test('do not help against a certificate that was revoked', () => {
    const verdict = { kind: 'certified', type: 'basic', path: chain, modelProof: 'maker' } as const;
    const assess = (revoked: (one: RevocableCertificate) => boolean) => () =>
      assessAttestation(verdict, { now, anchors: [root], isRevoked: revoked }, aaguid).type;
    const fingerprint = hash('sha256', middle);
    expect(assess((one) => one.serialNumber === '9')()).toBe('basic');
    for (const list of [
      (one: RevocableCertificate) => one.serialNumber === '2',
      (one: RevocableCertificate) => one.fingerprint === fingerprint,
      (one: RevocableCertificate) => one.der === root,
    ]) {
      expect(assess(list)).toThrow(new Fault('A certificate was revoked.'));
    }
  });

  test('above an expired certificate do not help', () => {
    const links: readonly Link[] = [{}, { validTo: new Date(now - 1000) }, {}, {}];
    expect(assessed(chainOf(...links), [root])).toBe('A certificate has expired.');
  });
});
