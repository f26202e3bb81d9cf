import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fromBase64url } from '@latchkey/kernel';
import type { Config } from './config.ts';
import { dataFolderProblems, makeDataFolder, secretInFolder } from './data-folder.ts';

const fileName = 'secret-key';

/**
 * The 32 bytes that wrap every secret of this server: from the configuration, else from the data folder, where
 * they are made at the first start. Throws `data-folder.unusable`.
 */
export function loadSecretKey({ secretKey, dataDir }: Pick<Config, 'secretKey' | 'dataDir'>): Uint8Array {
  if (secretKey !== undefined) return secretKey;
  makeDataFolder(dataDir);
  const text = secretInFolder(dataDir, fileName, () => randomBytes(32).toString('base64url'));
  const key = fromBase64url(text);
  if (key?.length === 32) return key;
  throw dataFolderProblems.create('data-folder.unusable', {
    detail: `${join(dataDir, fileName)} does not hold 32 bytes in base64url; restore it from a backup, without it no stored secret can be read.`,
  });
}
