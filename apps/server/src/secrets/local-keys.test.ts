import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { keyIdOf, localKeys } from './local-keys.ts';

const [newest, former] = [randomBytes(32), randomBytes(32)];
const key = randomBytes(32);

describe('a wrapped key', () => {
  test('opens in its context with the key that wrapped it, also after that is a former one', async () => {
    const wrapped = await localKeys([former]).wrap(key, 'data_keys/a');
    expect(wrapped.keyId).toBe(keyIdOf(former));
    expect(Buffer.from(wrapped.bytes).includes(key)).toBe(false);
    expect(await localKeys([newest, former]).unwrap(wrapped, 'data_keys/a')).toEqual(key);
  });

  test('stays shut in another context, for another key, and when a byte is changed', async () => {
    const keys = localKeys([newest]);
    const wrapped = await keys.wrap(key, 'data_keys/a');
    expect(await keys.unwrap(wrapped, 'data_keys/b')).toBeUndefined();
    expect(await localKeys([former]).unwrap(wrapped, 'data_keys/a')).toBeUndefined();
    const bytes = Buffer.from(wrapped.bytes);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(await keys.unwrap({ ...wrapped, bytes }, 'data_keys/a')).toBeUndefined();
    expect(await keys.unwrap({ ...wrapped, bytes: Buffer.alloc(3) }, 'data_keys/a')).toBeUndefined();
  });

  test('is wrapped by the first key', async () => {
    const keys = localKeys([newest, former]);
    expect((await keys.wrap(key, 'x')).keyId).toBe(keys.newest);
    expect(keys.newest).toBe(keyIdOf(newest));
  });
});
