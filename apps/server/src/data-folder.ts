import { accessSync, constants, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineProblems } from '@latchkey/kernel';

export const dataFolderProblems = defineProblems({
  'data-folder.unusable': { title: 'The data folder cannot be used.', status: 500 },
});

/**
 * Makes the data folder if need be. Root's is passable for all, since PostgreSQL's system user lives in it; each
 * secret in it has its own mode. Throws `data-folder.unusable` with one sentence as its detail.
 */
export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw dataFolderProblems.create('data-folder.unusable', {
      detail: `The data folder ${folder} cannot be used (${(cause as Error).message}); choose another with LATCHKEY_DATA_DIR.`,
      cause,
    });
  }
}

/**
 * The text of a secret that lives in the data folder, readable by its owner only; `make` invents it the first
 * time. Several processes that start at once get the same one.
 */
export function secretInFolder(folder: string, name: string, make: () => string): string {
  const path = join(folder, name);
  const draft = `${path}.${process.pid}`;
  return readSecret(path) ?? keepFirst(path, draft, make());
}

/** A hard link appears whole, and never over the one that another process made. */
function keepFirst(path: string, draft: string, secret: string): string {
  writeFileSync(draft, `${secret}\n`, { mode: 0o600 });
  try {
    linkSync(draft, path);
    return secret;
  } catch (error) {
    const first = readSecret(path);
    if (first === undefined) throw error;
    return first;
  } finally {
    unlinkSync(draft);
  }
}

function readSecret(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw dataFolderProblems.create('data-folder.unusable', {
      detail: `${path} cannot be read (${(cause as Error).message}); start as the user to whom it belongs.`,
      cause,
    });
  }
}
