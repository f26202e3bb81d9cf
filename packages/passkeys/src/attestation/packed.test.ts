import { describe, expect, test } from 'vitest';
import {
  aaguid,
  aaguidExtension,
  type Changes,
  leaf,
  leafKeys,
  leafName,
  leafWith,
  middle,
  middleKeys,
  middleWith,
  nameOf,
  random,
  root,
  rootKeys,
  rootName,
  rootWith,
} from '../../test/attestation-certificates.ts';
import { having, without } from '../../test/changed-statement.ts';
import { describeProblem, now, origin, startedRegistration } from '../../test/started-registration.ts';
import type { CborMap } from '../cbor/cbor-value.ts';
import { verifyRegistration } from '../index.ts';
import { createSoftAuthenticator } from '../soft-authenticator/index.ts';
import { makeKeyPair } from '../soft-authenticator/key-pair.ts';

type Attested = {
  readonly x5c?: readonly Uint8Array[];
  readonly statement?: (statement: CborMap) => CborMap;
  readonly anchors?: readonly Uint8Array[];
  readonly at?: number;
};

/** Registers with an attestation by the leaf's key: how much it proves, or the problem. */
function outcomeOf({ x5c = [leaf, middle], statement, anchors = [], at = now }: Attested): string {
  const { clientRequest, expectations } = startedRegistration();
  const response = createSoftAuthenticator({
    attestation: 'packed-certified',
    authority: { keys: leafKeys, certificates: x5c, root },
    aaguid,
  }).createCredential(clientRequest, { origin, ...(statement && { alter: { statement } }) });
  try {
    return verifyRegistration(expectations, response, { now: at, anchors }).attestationType;
  } catch (error) {
    return `${describeProblem(error)}: ${(error as Error).message}`;
  }
}

const notCorrect = 'passkey.attestation-invalid at 7.1 step 22';
const notOnePath = 'passkey.attestation-invalid at 7.1 step 23';
const gap = 'A certificate was not issued by the next one.';

describe('packed attestation with certificates', () => {
  test('is unanchored without the anchor that it ends at', () => {
    expect(outcomeOf({})).toBe('basic-unanchored');
    expect(outcomeOf({ x5c: [leaf] })).toBe('basic-unanchored');
    expect(outcomeOf({ anchors: [rootWith({ publicKey: leafKeys.publicKey })] })).toBe('basic-unanchored');
  });

  test.each([
    ['the root that issued the last certificate', [leaf, middle], root],
    ['the last certificate', [leaf, middle, root], root],
    ['an issuer in the middle', [leaf], middle],
    ['an issuer in the middle that was followed by its own', [leaf, middle, root], middle],
    ['the attestation certificate itself', [leaf], leaf],
  ])('is anchored by %s', (_what, x5c, anchor) => {
    expect(outcomeOf({ x5c, anchors: [anchor] })).toBe('basic');
  });

  test.each<[string, string, Changes]>([
    ['of version 1', 'The attestation certificate is not of version 3.', { version: 1 }],
    [
      'without basic constraints',
      'The attestation certificate does not deny being a CA.',
      { basicConstraints: undefined as never },
    ],
    [
      'that is a CA',
      'The attestation certificate does not deny being a CA.',
      { basicConstraints: { isCa: true } },
    ],
    [
      'of another organisational unit',
      'The organisational unit of the subject is not Authenticator Attestation.',
      { subject: nameOf('Authenticator attestation') },
    ],
    [
      'with two organisational units',
      'The organisational unit of the subject is not Authenticator Attestation.',
      { subject: [...leafName, ['2.5.4.11', 'Other']] },
    ],
    ['without a country', 'The subject has no country of two letters.', { subject: leafName.slice(1) }],
    [
      'with a country that is a word',
      'The subject has no country of two letters.',
      { subject: nameOf('Authenticator Attestation', 'Model', 'IRELAND') },
    ],
    [
      'without an organisation',
      'The subject has no organisation.',
      { subject: leafName.filter(([type]) => type !== '2.5.4.10') },
    ],
    ['without a common name', 'The subject has no common name.', { subject: leafName.slice(0, 3) }],
    [
      'of another AAGUID',
      'The AAGUID of the certificate is not that of the authenticator.',
      { extensions: [aaguidExtension(random(16))] },
    ],
    [
      'whose AAGUID is critical',
      'The AAGUID extension is critical.',
      { extensions: [aaguidExtension(aaguid, true)] },
    ],
    [
      'whose AAGUID is not wrapped',
      'The AAGUID of the certificate is not that of the authenticator.',
      { extensions: [{ id: '1.3.6.1.4.1.45724.1.1.4', value: aaguid }] },
    ],
    [
      'with an extension twice',
      'A certificate has an extension twice.',
      { extensions: [aaguidExtension(aaguid), aaguidExtension(aaguid)] },
    ],
    ['of another key', 'The signature of the statement is not valid.', { publicKey: middleKeys.publicKey }],
    [
      'of a key for another algorithm',
      "The certificate's key is not one for ES256.",
      { publicKey: makeKeyPair(-8, random).publicKey },
    ],
  ])('is refused with a certificate %s', (_what, sentence, changes) => {
    expect(outcomeOf({ x5c: [leafWith(changes), middle] })).toBe(`${notCorrect}: ${sentence}`);
  });

  test('needs no AAGUID in the certificate', () => {
    expect(outcomeOf({ x5c: [leafWith({ extensions: [] }), middle] })).toBe('basic-unanchored');
  });

  test.each<[string, string, readonly Uint8Array[]]>([
    [
      'an issuer that is no CA',
      'An issuer is not a certificate authority.',
      [leaf, middleWith({ basicConstraints: { isCa: false } })],
    ],
    [
      'an issuer without basic constraints',
      'An issuer is not a certificate authority.',
      [leaf, middleWith({ basicConstraints: undefined as never })],
    ],
    [
      'an issuer that may not sign certificates',
      'An issuer may not sign certificates.',
      [leaf, middleWith({ maySignCertificates: false })],
    ],
    ['an issuer of another name', gap, [leaf, middleWith({ subject: rootName })]],
    ['an issuer of another key', gap, [leaf, middleWith({ publicKey: rootKeys.publicKey })]],
    ['certificates in another order', gap, [leaf, root, middle]],
    [
      'a path longer than the root allows',
      'The path of certificates is longer than an issuer allows.',
      [leaf, middle, rootWith({ basicConstraints: { isCa: true, pathLength: 0 } })],
    ],
    [
      'an issuer that has expired',
      'A certificate has expired.',
      [leaf, middleWith({ validTo: new Date(now - 1000) })],
    ],
    [
      'an issuer of the future',
      'A certificate is not valid yet.',
      [leaf, middleWith({ validFrom: new Date(now + 1000) })],
    ],
    ['a certificate twice', 'A certificate comes twice.', [leaf, middle, root, root]],
  ])('is refused with %s', (_what, sentence, x5c) => {
    const anchors = sentence === gap ? [root] : [];
    expect(outcomeOf({ x5c, anchors })).toBe(`${notOnePath}: ${sentence}`);
  });

  test('vouches for nothing without anchors, so that certificates after a gap are not judged', () => {
    expect(outcomeOf({ x5c: [leaf, root, middle] })).toBe('basic-unanchored');
    expect(outcomeOf({ x5c: [leafWith({ validTo: new Date(now - 1000) }), root] })).toBe(
      `${notOnePath}: A certificate has expired.`,
    );
  });

  test('is refused before and after the validity of its certificate, to the millisecond', () => {
    expect(outcomeOf({ at: now - 60_001 })).toBe(`${notOnePath}: A certificate is not valid yet.`);
    expect(outcomeOf({ at: now - 60_000 })).toBe('basic-unanchored');
    expect(outcomeOf({ at: now + 60_000 })).toBe('basic-unanchored');
    expect(outcomeOf({ at: now + 60_001 })).toBe(`${notOnePath}: A certificate has expired.`);
  });

  test('is refused when an anchor that it ends at has expired', () => {
    expect(outcomeOf({ anchors: [rootWith({ validTo: new Date(now - 1000) })] })).toBe(
      `${notOnePath}: A certificate has expired.`,
    );
  });

  test.each<[string, string, (statement: CborMap) => CborMap]>([
    ['no algorithm', 'The statement names no algorithm.', without('alg')],
    ['an unknown algorithm', "The statement's algorithm -260 is not supported.", having(['alg', -260])],
    ['an algorithm of the past', 'The statement is signed with RS1.', having(['alg', -65535])],
    ['another algorithm', "The certificate's key is not one for RS256.", having(['alg', -257])],
    ['no signature', 'The statement has no signature.', without('sig')],
    ['a signature that is text', 'The statement has no signature.', having(['sig', 'signed'])],
    [
      'a broken signature',
      'The signature of the statement is not valid.',
      having(['sig', new Uint8Array(70)]),
    ],
    ['no certificate', 'The statement has an empty list of certificates.', having(['x5c', []])],
    [
      'a certificate that is text',
      'x5c holds something else than byte strings.',
      having(['x5c', ['certificate']]),
    ],
    ['a certificate of 9 kB', 'A certificate is larger than 8 KiB.', having(['x5c', [new Uint8Array(9000)]])],
    ['a certificate that is none', 'A certificate cannot be read.', having(['x5c', [new Uint8Array(300)]])],
    [
      'a byte after the certificate',
      'Bytes follow the certificate.',
      having(['x5c', [new Uint8Array([...leaf, 0])]]),
    ],
    ['nine certificates', 'x5c is not a short list.', having(['x5c', Array<Uint8Array>(9).fill(leaf)])],
    ['an unknown member', 'The statement has unknown members.', having(['ver', '2.0'])],
    ['ECDAA', 'The statement has unknown members.', having(['ecdaaKeyId', new Uint8Array(8)])],
    [
      'the certificates left out, so that it looks like self attestation',
      "The statement's algorithm is not the credential's.",
      without('x5c'),
    ],
  ])('is refused with %s', (_what, sentence, statement) => {
    expect(outcomeOf({ statement })).toBe(`${notCorrect}: ${sentence}`);
  });
});
