import { type CborMap, type CborValue, isBytes, isCborMap } from '../../src/cbor/cbor-value.ts';
import { flip, type Parts, type RealMutation } from './parts.ts';

const members = ['alg', 'sig', 'x5c', 'ver', 'certInfo', 'pubArea', 'response'] as const;

/** What makes no difference: Apple's algorithm, and the version of SafetyNet, which may be any text. */
const isIndifferent = ({ format }: Parts, member: string): boolean => format === 'apple' && member === 'alg';

const changed =
  (member: string, change: (value: CborValue) => CborValue | undefined) =>
  (parts: Parts): Parts | undefined => {
    const { statement } = parts;
    if (!isCborMap(statement) || isIndifferent(parts, member)) return undefined;
    const before = statement.get(member);
    const after = before === undefined ? undefined : change(before);
    if (before === undefined || after === before) return undefined;
    return { ...parts, statement: withMember(statement, member, after) };
  };

function withMember(statement: CborMap, member: string, value: CborValue | undefined): CborMap {
  const others = [...statement].filter(([name]) => name !== member);
  return new Map(value === undefined ? others : [...others, [member, value]]);
}

const refused = (): RegExp => /^passkey\.attestation-invalid at 7\.1 step 22$/;

/** A certificate for the credential's own key can be left out: what remains is self attestation. */
const withoutCertificates = ({ format, entry }: Parts): RegExp =>
  format === 'packed' && entry.anchor === null
    ? /^passkey\.attestation-invalid at 7\.1 step 22$|^self$/
    : refused();

const removed = members.map(
  (member): RealMutation => ({
    name: `statement: no ${member}`,
    change: (parts) => {
      if (!isCborMap(parts.statement) || !parts.statement.has(member) || isIndifferent(parts, member))
        return undefined;
      return { ...parts, statement: withMember(parts.statement, member, undefined) };
    },
    ends: (parts) => (member === 'x5c' ? withoutCertificates(parts) : refused()),
  }),
);

const values: readonly (readonly [string, CborValue])[] = [
  ['null', null],
  ['a number', 1],
  ['nothing but text', ''],
  ['no bytes', new Uint8Array()],
  ['an empty list', []],
  ['an empty map', new Map()],
  ['true', true],
];

const replaced = members.flatMap((member) =>
  values.map(
    ([name, value]): RealMutation => ({
      name: `statement: ${member} is ${name}`,
      change: changed(member, () => value),
      ends: refused,
    }),
  ),
);

const cuts: readonly (readonly [string, (bytes: Uint8Array) => Uint8Array])[] = [
  ['with another first byte', (bytes) => flip(bytes, 0)],
  ['with another byte in the middle', (bytes) => flip(bytes, bytes.length >> 1)],
  ['with another last byte', (bytes) => flip(bytes, -1)],
  ['one byte short', (bytes) => bytes.slice(0, -1)],
  ['one byte longer', (bytes) => new Uint8Array([...bytes, 0])],
  ['twice', (bytes) => new Uint8Array([...bytes, ...bytes])],
];

const cut = members.flatMap((member) =>
  cuts.map(
    ([name, change]): RealMutation => ({
      name: `statement: ${member} ${name}`,
      change: changed(member, (value) => (isBytes(value) ? change(value) : value)),
      ends: refused,
    }),
  ),
);

const numbers = [-8, -35, -39, -257, -65535, -1, 7].map(
  (alg): RealMutation => ({
    name: `statement: the algorithm ${alg}`,
    change: changed('alg', () => alg),
    ends: refused,
  }),
);

const more: readonly RealMutation[] = [
  {
    name: 'statement: an unknown member',
    change: (parts) =>
      isCborMap(parts.statement) ? { ...parts, statement: withMember(parts.statement, 'x', 1) } : undefined,
    ends: refused,
  },
  {
    name: 'statement: empty',
    change: (parts) => (parts.format === 'none' ? undefined : { ...parts, statement: new Map() }),
    ends: refused,
  },
];

/** Every change of a statement. */
export const statementMutations: readonly RealMutation[] = [
  ...removed,
  ...replaced,
  ...cut,
  ...numbers,
  ...more,
];
