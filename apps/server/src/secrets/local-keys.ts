import { hkdfSync } from 'node:crypto';
import type { KeyWrapper } from './key-wrapper.ts';
import { seal, unseal } from './seal.ts';

const purpose = 'latchkey data keys';

/** Wraps by secret keys of 32 bytes that this process has: the first wraps, all of them unwrap. */
export function localKeys(secretKeys: readonly [Uint8Array, ...Uint8Array[]]): KeyWrapper {
  const [newest] = secretKeys;
  const known = new Map(secretKeys.map((key) => [keyIdOf(key), key]));
  return Object.freeze<KeyWrapper>({
    newest: keyIdOf(newest),
    wrap: async (key, context) => ({
      keyId: keyIdOf(newest),
      bytes: seal(newest, { purpose, row: context }, key),
    }),
    unwrap: async ({ keyId, bytes }, context) => {
      const key = known.get(keyId);
      return key && unseal(key, { purpose, row: context }, bytes);
    },
  });
}

/** Names a secret key and tells nothing of it. */
export const keyIdOf = (secretKey: Uint8Array): string =>
  Buffer.from(hkdfSync('sha256', secretKey, '', 'latchkey key id', 12)).toString('base64url');
