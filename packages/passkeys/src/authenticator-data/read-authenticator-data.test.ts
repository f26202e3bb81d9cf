import { describe, expect, test } from 'vitest';
import type { CborKey, CborValue } from '../cbor/cbor-value.ts';
import { writeAuthenticatorData } from '../soft-authenticator/write-authenticator-data.ts';
import { readAuthenticatorData } from './read-authenticator-data.ts';
import { uuidText } from './uuid-text.ts';

const flags = { userPresent: true, userVerified: false, backupEligible: true, backedUp: false };
const attested = {
  aaguid: new Uint8Array(16).map((_, index) => index),
  credentialId: new Uint8Array(20).fill(5),
  coseKey: new Map<CborKey, CborValue>([[1, 2]]),
};
const extensions = new Map([['credProtect', 2]]);
const plain = writeAuthenticatorData({
  rpId: 'a.test',
  flags,
  signCount: 4_000_000_000,
  extensions: new Map(),
});
const full = writeAuthenticatorData({ rpId: 'a.test', flags, signCount: 1, attested, extensions });

const withFlags = (bytes: Uint8Array, change: (flags: number) => number): Uint8Array =>
  bytes.map((byte, at) => (at === 32 ? change(byte) : byte));

describe('authenticator data', () => {
  test('are read with flags and counter', () => {
    const data = readAuthenticatorData(plain);
    expect(data).toMatchObject({ ...flags, signCount: 4_000_000_000, extensions: new Map() });
    expect(data.attested).toBeUndefined();
  });

  test('are read with a credential and extensions', () => {
    const data = readAuthenticatorData(full);
    expect(data.attested).toEqual({ ...attested, publicKey: new Uint8Array([0xa1, 1, 2]) });
    expect(data.extensions).toEqual(extensions);
    expect(uuidText(attested.aaguid)).toBe('00010203-0405-0607-0809-0a0b0c0d0e0f');
  });

  test('ignore flags that are reserved', () => {
    expect(readAuthenticatorData(withFlags(plain, (byte) => byte | 0x22))).toMatchObject(flags);
  });

  test.each([...full.keys()])('cut after %i bytes are refused', (length) => {
    expect(() => readAuthenticatorData(full.subarray(0, length))).toThrow(
      expect.objectContaining({ name: 'Fault' }),
    );
  });

  test.each([
    ['a byte after them', new Uint8Array([...plain, 0])],
    ['a byte after the extensions', new Uint8Array([...full, 0])],
    ['a credential without its flag', withFlags(full, (byte) => byte & ~0x40)],
    ['extensions without their flag', withFlags(full, (byte) => byte & ~0x80)],
    ['the credential flag without a credential', withFlags(plain, (byte) => byte | 0x40)],
    ['the extension flag without extensions', withFlags(plain, (byte) => byte | 0x80)],
    ['extensions that are no map', new Uint8Array([...withFlags(plain, (byte) => byte | 0x80), 0x80])],
  ])('are refused with %s', (_what, bytes) => {
    expect(() => readAuthenticatorData(bytes)).toThrow(expect.objectContaining({ name: 'Fault' }));
  });
});
