const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Makes ids: 26 characters of upper-case base32 over 16 random bytes (RFC 4648 without padding). */
export type NewId = () => string;

/** A fresh random id, 130 bits of text for 128 bits of randomness. */
export const newId: NewId = () => {
  if (unused === 0) {
    crypto.getRandomValues(random);
    unused = random.length;
  }
  unused -= 16;
  const bytes = random.subarray(unused, unused + 16);
  const id = encodeId(bytes);
  bytes.fill(0);
  return id;
};

// Asking for randomness costs more than making an id of it, so it is asked for 256 ids at once.
const random = new Uint8Array(16 * 256);
let unused = 0;

/** Encodes 16 bytes as an id. */
export function encodeId(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(buffer >>> bits) & 31];
    }
    buffer &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(buffer << (5 - bits)) & 31] : text;
}

/** Whether a text has the form of an id. Says nothing about existence. */
export const isId = (text: string): boolean => /^[A-Z2-7]{26}$/.test(text);
