import { describe, expect, test } from 'vitest';
import { chainKeys, chainOf, commonName, type Link } from '../../test/certificate-chain.ts';
import {
  alternativeNames,
  directory,
  dns,
  mail,
  nameConstraints,
  policy,
} from '../../test/name-extensions.ts';
import { now } from '../../test/started-registration.ts';
import { Fault } from '../fault.ts';
import { checkCertificatePath, ensureEachOnce } from './check-certificate-path.ts';

/** `valid`, or the sentence. */
function verdictOf(links: readonly Link[], at = now): string {
  try {
    checkCertificatePath(chainOf(...links), at);
    return 'valid';
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return error.message;
  }
}

const common = '2.5.4.3';
const organisation = '2.5.4.10';
const inMaker: Link = {
  subject: [
    [organisation, 'Maker'],
    [common, 'Leaf'],
  ],
};
const permitting = (...permitted: Parameters<typeof directory>[]): Link => ({
  extensions: [nameConstraints({ permitted: permitted.map((one) => directory(...one)) })],
});
const notPermitted = 'A certificate has a name that an issuer does not permit.';
const longer = 'The path of certificates is longer than an issuer allows.';
const ca = (pathLength: number): Link => ({ basicConstraints: { isCa: true, pathLength } });
const unknown = (isCritical: boolean): Link => ({
  extensions: [{ id: '1.2.3.4', isCritical, value: new Uint8Array([5, 0]) }],
});
const critical = (id: string): Link => ({
  extensions: [{ id, isCritical: true, value: new Uint8Array([0x30, 0]) }],
});

const paths: readonly (readonly [string, string, readonly Link[]])[] = [
  ['one certificate', 'valid', [{}]],
  ['a certificate and its root', 'valid', [{}, {}]],
  ['five certificates', 'valid', [{}, {}, {}, {}, {}]],
  [
    'an issuer without key usage for certificates',
    'An issuer may not sign certificates.',
    [{}, { maySignCertificates: false }, {}],
  ],
  [
    'an issuer that is no CA',
    'An issuer is not a certificate authority.',
    [{}, { basicConstraints: { isCa: false } }, {}],
  ],
  [
    'a root that is no CA',
    'An issuer is not a certificate authority.',
    [{}, {}, { basicConstraints: { isCa: false } }],
  ],
  ['an issuer of version 1', 'An issuer is not a certificate authority.', [{}, { version: 1 }, {}]],
  ['a signature by another key', 'A certificate was not issued by the next one.', [{ signedBy: 7 }, {}, {}]],
  [
    'a middle signed by another key',
    'A certificate was not issued by the next one.',
    [{}, { signedBy: 7 }, {}],
  ],
  [
    'an issuer of another name',
    'A certificate was not issued by the next one.',
    [{ issuer: commonName('Other') }, {}, {}],
  ],
  ['an issuer in other letters and spaces', 'valid', [{ issuer: commonName('  LINK   1 ') }, {}, {}]],
  [
    'a name that only begins alike',
    'A certificate was not issued by the next one.',
    [{ issuer: [...commonName('Link 1'), [organisation, 'x']] }, {}, {}],
  ],
  [
    'a first certificate that may only sign certificates',
    "The attestation certificate's key may not sign.",
    [{ maySignCertificates: true }, {}],
  ],

  ['a path length of 0 above the first certificate', 'valid', [{}, ca(0), {}]],
  ['a path length of 0 above an authority', longer, [{}, {}, ca(0)]],
  ['a path length of 1 above one authority', 'valid', [{}, {}, ca(1)]],
  ['a path length of 1 above two authorities', longer, [{}, {}, {}, ca(1)]],
  ['a path length of 1 in the middle', longer, [{}, {}, {}, ca(1), {}]],
  [
    'a path length of 0 above an authority that issued itself',
    'valid',
    [
      {},
      { subject: commonName('Self') },
      { subject: commonName('Self'), basicConstraints: { isCa: true, pathLength: 0 } },
    ],
  ],
  [
    'a path length of 0 above an authority that issued itself and one more',
    longer,
    [
      {},
      {},
      { subject: commonName('Self') },
      { subject: commonName('Self'), basicConstraints: { isCa: true, pathLength: 0 } },
    ],
  ],

  ['an expired issuer', 'A certificate has expired.', [{}, { validTo: new Date(now - 1000) }, {}]],
  ['an expired root', 'A certificate has expired.', [{}, {}, { validTo: new Date(now - 1000) }]],
  [
    'an issuer of the future',
    'A certificate is not valid yet.',
    [{}, { validFrom: new Date(now + 1000) }, {}],
  ],

  ['an unknown critical extension', 'The critical extension 1.2.3.4 is not supported.', [unknown(true), {}]],
  [
    'an unknown critical extension of an issuer',
    'The critical extension 1.2.3.4 is not supported.',
    [{}, unknown(true)],
  ],
  ['an unknown extension', 'valid', [unknown(false), unknown(false)]],
  [
    'critical policy constraints',
    'The critical extension 2.5.29.36 is not supported.',
    [{}, critical('2.5.29.36'), {}],
  ],
  [
    'critical policy mappings',
    'The critical extension 2.5.29.33 is not supported.',
    [{}, critical('2.5.29.33'), {}],
  ],
  [
    'a critical ban of any policy',
    'The critical extension 2.5.29.54 is not supported.',
    [{}, critical('2.5.29.54'), {}],
  ],
  ['a critical policy with a statement', 'valid', [{ extensions: [policy('1.3.6.1.5.5.7.2.1')] }, {}]],
  [
    'a critical policy with an unknown qualifier',
    'A critical policy has qualifiers that are not supported.',
    [{ extensions: [policy('1.2.3')] }, {}],
  ],

  ['a subject that an issuer permits', 'valid', [inMaker, permitting([[organisation, 'maker']])]],
  [
    'a subject that an issuer does not permit',
    notPermitted,
    [inMaker, permitting([[organisation, 'Other']])],
  ],
  [
    'a subject that one of two permits',
    'valid',
    [inMaker, permitting([[organisation, 'Other']], [[organisation, 'Maker']])],
  ],
  [
    'a subject that a root does not permit',
    notPermitted,
    [inMaker, { subject: [[organisation, 'Maker']] }, permitting([[organisation, 'Other']])],
  ],
  [
    'an authority that a root does not permit',
    notPermitted,
    [inMaker, {}, permitting([[organisation, 'Maker']])],
  ],
  [
    'a subject that an issuer excludes',
    notPermitted,
    [inMaker, { extensions: [nameConstraints({ excluded: [directory([organisation, 'Maker'])] })] }],
  ],
  [
    'a subject that an issuer permits and excludes',
    notPermitted,
    [
      inMaker,
      {
        extensions: [
          nameConstraints({
            permitted: [directory([organisation, 'Maker'])],
            excluded: [directory([organisation, 'Maker'], [common, 'Leaf'])],
          }),
        ],
      },
    ],
  ],
  [
    'a host that an issuer permits',
    'valid',
    [
      { extensions: [alternativeNames(dns('a.Example.test'))] },
      { extensions: [nameConstraints({ permitted: [dns('example.test')] })] },
    ],
  ],
  [
    'a host that only ends alike',
    notPermitted,
    [
      { extensions: [alternativeNames(dns('evilexample.test'))] },
      { extensions: [nameConstraints({ permitted: [dns('example.test')] })] },
    ],
  ],
  [
    'a host that an issuer excludes',
    notPermitted,
    [
      { extensions: [alternativeNames(dns('a.example.test'))] },
      { extensions: [nameConstraints({ excluded: [dns('.example.test')] })] },
    ],
  ],
  [
    'a constraint of a form that is not judged, and no such name',
    'valid',
    [{}, { extensions: [nameConstraints({ permitted: [mail('example.test')] })] }],
  ],
  [
    'a constraint of a form that is not judged, and such a name',
    'Constraints of the form rfc822Name are not supported.',
    [
      { extensions: [alternativeNames(mail('a@example.test'))] },
      { extensions: [nameConstraints({ permitted: [mail('example.test')] })] },
    ],
  ],
  [
    'a constraint of addresses, and an address in the subject',
    'Constraints of the form rfc822Name are not supported.',
    [
      { subject: [['1.2.840.113549.1.9.1', 'a@example.test']] },
      { extensions: [nameConstraints({ permitted: [mail('example.test')] })] },
    ],
  ],
];

describe('a path of certificates', () => {
  test.each(paths)('with %s: %s', (_what, verdict, links) => {
    expect(verdictOf(links)).toBe(verdict);
  });

  test('is judged at the moment that is named, to the millisecond', () => {
    expect(
      [now - 60_001, now - 60_000, now + 60_000, now + 60_001].map((at) => verdictOf([{}, {}], at)),
    ).toEqual(['A certificate is not valid yet.', 'valid', 'valid', 'A certificate has expired.']);
  });

  test('has at most 128 names', () => {
    const named = (count: number): Link => ({
      extensions: [alternativeNames(...Array.from({ length: count }, () => dns('a.test')))],
    });
    expect(verdictOf([named(128), {}])).toBe('valid');
    expect(verdictOf([named(129), {}])).toBe('A certificate has too many names.');
  });

  test('holds no certificate twice', () => {
    const [leaf, root] = chainOf({}, {});
    if (!leaf || !root) throw new Error('The chain is empty.');
    expect(() => ensureEachOnce([leaf, root])).not.toThrow();
    expect(() => ensureEachOnce([leaf, root, root])).toThrow(new Fault('A certificate comes twice.'));
  });

  test('has keys that differ', () => {
    expect(new Set(chainKeys.map(({ publicKey }) => publicKey.export({ format: 'jwk' }).x)).size).toBe(8);
  });
});
