import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault } from '../fault.ts';
import type { CborValue } from './cbor-value.ts';
import { decodeCbor } from './decode-cbor.ts';
import { encodeCbor } from './encode-cbor.ts';

const integer = fc.oneof(
  fc.maxSafeInteger(),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n - 1n }),
  fc.bigInt({ min: -(2n ** 64n), max: -(2n ** 53n) }),
);
const key = fc.oneof(integer, fc.string({ unit: 'grapheme' }));
const { value } = fc.letrec<{ value: CborValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    integer,
    fc.string({ unit: 'grapheme' }),
    fc.boolean(),
    fc.constant(null),
    fc.uint8Array({ maxLength: 300 }),
    fc.array(tie('value'), { maxLength: 6 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 30 }).map((entries) => new Map(entries)),
  ),
}));

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));

describe('CBOR', () => {
  test('whatever is encoded decodes to the same value, from any place in a buffer', () => {
    fc.assert(
      fc.property(value, fc.nat(9), (original, shift) => {
        const bytes = encodeCbor(original);
        const shifted = new Uint8Array(bytes.length + shift);
        shifted.set(bytes, shift);
        expect(decodeCbor(shifted.subarray(shift))).toEqual(original);
      }),
    );
  });

  test('what decodes is encoded to the very same bytes: there is one encoding', () => {
    const random = fc.uint8Array({ maxLength: 40 });
    const mutated = fc.tuple(value, fc.nat(), fc.nat(255)).map(([original, at, byte]) => {
      const bytes = encodeCbor(original);
      bytes[at % bytes.length] = byte;
      return bytes;
    });
    fc.assert(
      fc.property(fc.oneof(random, mutated), (bytes) => {
        const decoded = decodedOrFault(bytes);
        if (decoded !== undefined) expect(encodeCbor(decoded)).toEqual(bytes);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['nothing', '', 'CBOR ends too early.'],
    ['a byte after the item', '00 00', 'Bytes follow the CBOR item.'],
    ['a long integer', '18 17', 'CBOR integers must be encoded as short as possible.'],
    ['a long length', '58 01 00', 'CBOR integers must be encoded as short as possible.'],
    [
      'an eight byte integer that needs four',
      '1b 00000000 ffffffff',
      'CBOR integers must be encoded as short as possible.',
    ],
    ['an indefinite byte string', '5f 41 00 ff', 'CBOR lengths must be definite.'],
    ['an indefinite map', 'bf ff', 'CBOR lengths must be definite.'],
    ['a reserved length', '1c', 'CBOR lengths must be definite.'],
    ['a tag', 'c0 00', 'CBOR tags are not allowed.'],
    ['a half float', 'f9 3c00', 'CBOR holds a simple value or a number that WebAuthn does not use.'],
    ['undefined', 'f7', 'CBOR holds a simple value or a number that WebAuthn does not use.'],
    ['a break', 'ff', 'CBOR holds a simple value or a number that WebAuthn does not use.'],
    ['text that is not UTF-8', '61 ff', 'CBOR text is not UTF-8.'],
    ['a string that ends early', '42 00', 'CBOR ends too early.'],
    ['an array that promises four thousand million items', '9a ffffffff', 'CBOR ends too early.'],
    ['a key twice', 'a2 01 00 01 00', 'A CBOR map key comes twice.'],
    ['keys out of order', 'a2 02 00 01 00', 'CBOR map keys must be in order.'],
    ['a longer key before a shorter one', 'a2 6161 00 01 00', 'CBOR map keys must be in order.'],
    ['a byte string as key', 'a1 4101 00', 'CBOR map keys must be integers or texts.'],
    ['seventeen arrays in each other', `${'81'.repeat(17)}00`, 'CBOR is nested too deep.'],
  ])('refuses %s', (_what, bytes, sentence) => {
    expect(() => decodeCbor(hex(bytes))).toThrow(new Fault(sentence));
  });

  test('accepts sixteen levels', () => {
    expect(() => decodeCbor(hex(`${'81'.repeat(16)}00`))).not.toThrow();
  });

  test('accepts keys in any order when told to, but never one twice', () => {
    expect(decodeCbor(hex('a2 02 00 01 00'), 'any')).toEqual(
      new Map([
        [2, 0],
        [1, 0],
      ]),
    );
    expect(() => decodeCbor(hex('a3 02 00 01 00 02 00'), 'any')).toThrow('A CBOR map key comes twice.');
  });

  test('orders keys by type, then length, then bytes, as CTAP2 does', () => {
    const map = new Map<string | number, number>([
      ['b', 1],
      ['aa', 2],
      [-1, 3],
      [100, 4],
      [10, 5],
    ]);
    expect(Buffer.from(encodeCbor(map)).toString('hex')).toBe('a50a05186404200361620162616102');
  });
});

function decodedOrFault(bytes: Uint8Array): CborValue | undefined {
  try {
    return decodeCbor(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(Fault);
    return undefined;
  }
}
