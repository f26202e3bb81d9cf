import { X509Certificate } from 'node:crypto';
import { type CborValue, isCborMap } from '../../src/cbor/cbor-value.ts';
import { leaf as stranger } from '../attestation-certificates.ts';
import { certificatesOf, flip, hasAnchor, type Parts, type RealMutation } from './parts.ts';

type Change = (certificates: readonly Uint8Array[]) => readonly CborValue[] | undefined;

const changed =
  (change: Change, fewest = 1) =>
  (parts: Parts): Parts | undefined => {
    const certificates = certificatesOf(parts);
    const x5c = certificates.length >= fewest ? change(certificates) : undefined;
    if (!x5c || !isCborMap(parts.statement)) return undefined;
    return { ...parts, statement: new Map([...parts.statement, ['x5c', x5c]]) };
  };

const refused = (): RegExp => /^passkey\.attestation-invalid at 7\.1 step 2[23]$/;

/** Refused where an anchor is wanted, if only for missing it; without one, some changes cannot be seen. */
const never = (parts: Parts): RegExp =>
  hasAnchor(parts)
    ? /^passkey\.attestation-(invalid at 7\.1 step 2[23]|not-trusted at 7\.1 step 24)$/
    : /^passkey\.attestation-invalid at 7\.1 step 2[23]$|-unanchored$/;

/** A root that came along is not needed: the anchor stands in its place. */
function neverButRoot(parts: Parts, index: number): RegExp {
  const der = certificatesOf(parts)[index];
  const { subject, issuer } = new X509Certificate(der ?? new Uint8Array());
  return subject === issuer ? /./ : never(parts);
}

/** Places in a certificate, as a part of its length. */
const places = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1];

const flips = [0, 1, 2].flatMap((index) =>
  places.map(
    (place): RealMutation => ({
      name: `certificate ${index}: another byte at ${place * 100} %`,
      change: changed(
        (certificates) =>
          certificates.map((der, at) =>
            at === index ? flip(der, Math.min(der.length - 1, Math.floor(place * der.length))) : der,
          ),
        index + 1,
      ),
      ends: (parts) => neverButRoot(parts, index),
    }),
  ),
);

const others: readonly RealMutation[] = [
  { name: 'the first one taken away', change: changed(([, ...rest]) => rest), ends: refused },
  {
    name: 'the second one taken away',
    change: changed(([first, , ...rest]) => (first ? [first, ...rest] : undefined), 3),
    ends: never,
  },
  { name: 'in reverse', change: changed((all) => [...all].reverse(), 2), ends: refused },
  {
    name: 'the last two exchanged',
    change: changed((all) => [...all.slice(0, -2), ...all.slice(-2).reverse()], 3),
    ends: never,
  },
  { name: 'the last one twice', change: changed((all) => [...all, ...all.slice(-1)]), ends: refused },
  { name: 'a stranger after them', change: changed((all) => [...all, stranger]), ends: never },
  { name: 'a stranger before them', change: changed((all) => [stranger, ...all]), ends: refused },
  {
    name: 'a stranger in place of the first',
    change: changed(([, ...rest]) => [stranger, ...rest]),
    ends: refused,
  },
  {
    name: 'a stranger in place of the second',
    change: changed(([first, , ...rest]) => first && [first, stranger, ...rest], 2),
    ends: never,
  },
  { name: 'none', change: changed(() => []), ends: refused },
  { name: 'nine', change: changed(([first]) => first && Array<Uint8Array>(9).fill(first)), ends: refused },
  {
    name: 'the first one as text',
    change: changed(([first, ...rest]) => first && [Buffer.from(first).toString('base64'), ...rest]),
    ends: refused,
  },
  {
    name: 'a byte after the first one',
    change: changed(([first, ...rest]) => first && [new Uint8Array([...first, 0]), ...rest]),
    ends: refused,
  },
  {
    name: 'a byte short',
    change: changed(([first, ...rest]) => first && [first.slice(0, -1), ...rest]),
    ends: refused,
  },
  { name: 'a list inside', change: changed((all) => [all]), ends: refused },
].map((one) => ({ ...one, name: `certificates: ${one.name}` }));

const moments: readonly RealMutation[] = [
  {
    name: 'certificates: in the year 1960',
    change: (parts) =>
      certificatesOf(parts).length > 0
        ? { ...parts, trust: { ...parts.trust, now: Date.parse('1960-01-01T00:00:00Z') } }
        : undefined,
    ends: refused,
  },
  {
    name: 'certificates: in the year 2200',
    change: (parts) =>
      certificatesOf(parts).length > 0
        ? { ...parts, trust: { ...parts.trust, now: Date.parse('2200-01-01T00:00:00Z') } }
        : undefined,
    ends: (parts) =>
      !hasAnchor(parts) ? /^passkey\.attestation-invalid at 7\.1 step 2[23]$|-unanchored$/ : refused(),
  },
  {
    name: 'certificates: without their anchor',
    change: (parts) =>
      certificatesOf(parts).length > 0 ? { ...parts, trust: { ...parts.trust, anchors: [] } } : undefined,
    ends: (parts) =>
      hasAnchor(parts) ? /^passkey\.attestation-not-trusted at 7\.1 step 24$/ : /-unanchored$/,
  },
];

/** Every change of the certificates. */
export const certificateMutations: readonly RealMutation[] = [...flips, ...others, ...moments];
