import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fromBase64url } from '@latchkey/kernel';
import type { Config } from './config.ts';
import { dataFolderProblems, makeDataFolder, secretInFolder } from './data-folder.ts';

/** The key that wraps from now on, then those that it has taken over from. */
export type SecretKeys = readonly [Uint8Array, ...Uint8Array[]];

const fileName = 'secret-key';

/** Reads keys of 32 bytes in base64url with white space between them; `undefined` for any other text. */
export function readSecretKeys(text: string): SecretKeys | undefined {
  const [newest, ...former] = text.trim().split(/\s+/).map(readKey);
  return newest !== undefined && former.every((key) => key !== undefined) ? [newest, ...former] : undefined;
}

/** Whether a key cannot have come from a random source: of 32 random bytes hardly ever half are alike. */
export const isWeakKey = (key: Uint8Array): boolean => new Set(key).size < 16;

/**
 * The keys that wrap every secret of this server: from the configuration, else from the data folder, where one is made
 * at the first start. Throws `data-folder.unusable`.
 */
export function loadSecretKeys({ secretKeys, dataDir }: Pick<Config, 'secretKeys' | 'dataDir'>): SecretKeys {
  if (secretKeys !== undefined) return secretKeys;
  makeDataFolder(dataDir);
  const text = secretInFolder(dataDir, fileName, () => randomBytes(32).toString('base64url'));
  const keys = readSecretKeys(text);
  if (keys !== undefined) return keys;
  throw dataFolderProblems.create('data-folder.unusable', {
    detail: `${join(dataDir, fileName)} does not hold 32 bytes in base64url; restore it from a backup, without it no stored secret can be read.`,
  });
}

function readKey(text: string): Uint8Array | undefined {
  const key = fromBase64url(text);
  return key?.length === 32 ? key : undefined;
}
