import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStrictJson } from './parse-strict-json.ts';
import { readClientData } from './read-client-data.ts';

const good = { type: 'webauthn.create', challenge: 'AAAA', origin: 'https://a.test', crossOrigin: false };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const json = (value: unknown): Uint8Array => bytes(JSON.stringify(value));

describe('client data', () => {
  test('are read; members that browsers add are left aside', () => {
    const added = {
      ...good,
      other_keys_can_be_added_here: 'do not compare',
      nested: { type: 'x', ':': '":' },
    };
    expect(readClientData(json(added))).toEqual(good);
  });

  test('without crossOrigin are of the same origin', () => {
    const { crossOrigin, ...rest } = good;
    expect(readClientData(json(rest)).crossOrigin).toBe(crossOrigin);
  });

  test.each([
    ['a byte order mark', bytes(`\ufeff${JSON.stringify(good)}`)],
    ['broken UTF-8', new Uint8Array([...json(good), 0xff])],
    ['an array', json([good])],
    ['null', json(null)],
    ['a trailing comma', bytes('{"type":"a",}')],
    ['text after it', new Uint8Array([...json(good), 0x7d])],
    ['a key twice', bytes(JSON.stringify(good).replace('}', ',"origin":"https://b.test"}'))],
    [
      'a key twice, once escaped',
      bytes(JSON.stringify(good).replace('}', ',"\\u006frigin":"https://b.test"}')),
    ],
    [
      'a key twice in a member that nobody reads',
      bytes(JSON.stringify(good).replace('}', ',"x":[{"a":1,"a":1}]}')),
    ],
    ['no type', json({ ...good, type: undefined })],
    ['a type that is a number', json({ ...good, type: 1 })],
    ['no challenge', json({ ...good, challenge: undefined })],
    ['a padded challenge', json({ ...good, challenge: 'AAA=' })],
    ['a challenge with stray bits', json({ ...good, challenge: 'AAB' })],
    ['a challenge in base64', json({ ...good, challenge: 'AA+/' })],
    ['no origin', json({ ...good, origin: undefined })],
    ['crossOrigin as text', json({ ...good, crossOrigin: 'false' })],
    ['crossOrigin null', json({ ...good, crossOrigin: null })],
    ['a top origin that is a list', json({ ...good, topOrigin: ['https://a.test'] })],
    ['more than 8 KiB', json({ ...good, padding: 'x'.repeat(8192) })],
  ])('are refused with %s', (_what, data) => {
    expect(() => readClientData(data)).toThrow(expect.objectContaining({ name: 'Fault' }));
  });

  test('any JSON object that a serialiser writes parses to itself', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = JSON.stringify(value);
        expect(parseStrictJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test('any member repeated at any depth is refused', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), fc.jsonValue(), fc.nat(5), (name, first, second, depth) => {
        const member = (value: unknown) => `${JSON.stringify(name)}:${JSON.stringify(value)}`;
        const twice = `{${member(first)},${member(second)}}`;
        const nested = '{"a":['.repeat(depth) + twice + ']}'.repeat(depth);
        expect(() => parseStrictJson(nested)).toThrow('A key occurs twice in the JSON.');
      }),
    );
  });
});
