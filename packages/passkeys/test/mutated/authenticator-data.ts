import { flip, isSigned, type Parts, type RealMutation } from './parts.ts';

const changed =
  (change: (bytes: Uint8Array) => Uint8Array) =>
  (parts: Parts): Parts => ({ ...parts, authData: change(parts.authData) });

const flags = (change: (flags: number) => number) =>
  changed((bytes) => bytes.map((byte, index) => (index === 32 ? change(byte) : byte)));

const always = (code: string) => (): RegExp => new RegExp(`^passkey\\.(${code}) at`);

/** U2F signs neither flags nor counter nor AAGUID; they are believed as little as without attestation. */
const whereSigned = (parts: Parts): RegExp =>
  isSigned(parts) && parts.format !== 'fido-u2f'
    ? /^passkey\.attestation-invalid at 7\.1 step 22$/
    : /^(none|basic|basic-unanchored)$/;

const malformed = always('authenticator-data-malformed');

/** Every change of authenticator data. */
export const authenticatorDataMutations: readonly RealMutation[] = [
  ...[0, 16, 31].map((at) => ({
    name: `byte ${at} of the hash of the RP ID`,
    change: changed((bytes) => flip(bytes, at)),
    ends: always('relying-party-mismatch'),
  })),
  { name: 'nobody there', change: flags((byte) => byte & ~1), ends: always('user-not-present') },
  { name: 'verified or not', change: flags((byte) => byte ^ 4), ends: whereSigned },
  { name: 'a reserved flag', change: flags((byte) => byte ^ 2), ends: whereSigned },
  { name: 'the other reserved flag', change: flags((byte) => byte ^ 32), ends: whereSigned },
  {
    name: 'backed up, yet not eligible',
    change: flags((byte) => (byte & ~8) | 16),
    ends: always('backup-state-invalid'),
  },
  {
    name: 'eligible for backup or not',
    change: flags((byte) => (byte & ~16) ^ 8),
    ends: whereSigned,
  },
  { name: 'no credential', change: flags((byte) => byte & ~64), ends: malformed },
  { name: 'extensions or none', change: flags((byte) => byte ^ 128), ends: malformed },
  ...[33, 36].map((at) => ({
    name: `byte ${at} of the counter`,
    change: changed((bytes) => flip(bytes, at)),
    ends: whereSigned,
  })),
  ...[37, 45, 52].map((at) => ({
    name: `byte ${at} of the AAGUID`,
    change: changed((bytes) => flip(bytes, at)),
    ends: whereSigned,
  })),
  {
    name: 'a longer credential id',
    change: changed((bytes) => flip(bytes, 53, 0x40)),
    ends: always('authenticator-data-malformed'),
  },
  {
    name: 'another credential id',
    change: changed((bytes) => flip(bytes, 55)),
    ends: (parts: Parts) =>
      isSigned(parts)
        ? /^passkey\.attestation-invalid at 7\.1 step 22$/
        : /^passkey\.credential-id-mismatch at/,
  },
  ...[0, 36, 37, 54, 56].map((length) => ({
    name: `cut to ${length} bytes`,
    change: changed((bytes) => bytes.slice(0, length)),
    ends: malformed,
  })),
  { name: 'one byte short', change: changed((bytes) => bytes.slice(0, -1)), ends: malformed },
  { name: 'one byte more', change: changed((bytes) => new Uint8Array([...bytes, 0])), ends: malformed },
  {
    name: 'another key type',
    change: changed((bytes) => keyByte(bytes, 2, 0x0a)),
    ends: always('key-invalid'),
  },
  {
    name: 'a key that is a list',
    change: changed((bytes) => keyByte(bytes, 0, 0x80)),
    ends: always('authenticator-data-malformed|key-invalid'),
  },
  {
    name: 'an algorithm that is text',
    change: changed((bytes) => keyByte(bytes, 4, 0x60)),
    ends: always('authenticator-data-malformed|key-invalid'),
  },
].map((one) => ({ ...one, name: `authenticator data: ${one.name}` }));

/** Puts one byte into the credential key, which begins after the credential id. */
function keyByte(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const start = 55 + ((bytes[53] ?? 0) << 8) + (bytes[54] ?? 0);
  return bytes.map((byte, index) => (index === start + at ? value : byte));
}
