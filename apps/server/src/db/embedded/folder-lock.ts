import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseFolderProblems } from './problems.ts';
import { processIdentity } from './process-identity.ts';

type Owner = { readonly pid: number; readonly identity: string; readonly startedAt: string };

/**
 * Makes this process the one owner of a data folder, and answers how to give it back. A lock whose process has
 * ended is taken over. Throws `database.folder-in-use`, naming the process that holds it.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'owner.json');
  const own: Owner = {
    pid: process.pid,
    identity: processIdentity(process.pid) ?? '',
    startedAt: new Date().toISOString(),
  };
  const draft = `${path}.${process.pid}`;
  const text = `${JSON.stringify(own)}\n`;
  writeFileSync(draft, text, { mode: 0o644 });
  try {
    take(folder, path, draft);
  } finally {
    unlinkSync(draft);
  }
  return () => {
    if (read(path) === text) unlinkSync(path);
  };
}

/** A hard link appears whole or not at all, and never over another. */
function take(folder: string, path: string, draft: string): void {
  for (let tried = 0; tried < 5; tried += 1) {
    try {
      linkSync(draft, path);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const text = read(path);
    if (text === undefined) continue;
    const holder = livingOwner(text);
    if (holder !== undefined) throw inUse(folder, holder);
    removeStale(path, text, `${draft}.stale`);
  }
  throw databaseFolderProblems.create('database.folder-in-use', {
    detail: `Several processes are starting on the data folder ${folder} at once; start only one.`,
  });
}

function livingOwner(text: string): Owner | undefined {
  try {
    const owner = JSON.parse(text) as Owner;
    return processIdentity(owner.pid) === owner.identity ? owner : undefined;
  } catch {
    return undefined;
  }
}

/** Moves the stale lock away; if another process was quicker and its fresh lock was moved, puts that back. */
function removeStale(path: string, seen: string, aside: string): void {
  try {
    renameSync(path, aside);
    if (read(aside) !== seen) linkSync(aside, path);
    unlinkSync(aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

const inUse = (folder: string, owner: Owner) =>
  databaseFolderProblems.create('database.folder-in-use', {
    detail: `The data folder ${folder} is in use by process ${owner.pid}, running since ${owner.startedAt}; stop that one first or choose another folder with LATCHKEY_DATA_DIR.`,
    facts: { pid: owner.pid },
  });
