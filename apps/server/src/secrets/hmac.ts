import { hash } from 'node:crypto';

const blockLength = 64;

/**
 * HMAC-SHA256 (RFC 2104) with a key of 32 bytes, as `createHmac` computes it. Of two hashes at once each, which make no
 * object that is to be collected: it runs for every passkey that is made or read.
 */
export function hmac(key: Uint8Array, content: Uint8Array): Buffer {
  const inner = hash('sha256', Buffer.concat([padded(key, 0x36), content]), 'buffer');
  return hash('sha256', Buffer.concat([padded(key, 0x5c), inner]), 'buffer');
}

function padded(key: Uint8Array, pad: number): Buffer {
  const block = Buffer.alloc(blockLength, pad);
  for (const [at, byte] of key.entries()) block[at] = byte ^ pad;
  return block;
}
