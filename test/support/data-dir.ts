import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A fresh folder for a server's data. */
export const newDataDir = (): string => mkdtempSync(join(tmpdir(), 'latchkey-'));

/** Removes a data folder after its server has stopped. */
export const removeDataDir = (dataDir: string): void => rmSync(dataDir, { recursive: true, force: true });
