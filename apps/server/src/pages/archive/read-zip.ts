import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { refuseMany } from '../check-files.ts';
import { entryPath, isLeftover, refuseEntry } from '../entry-path.ts';
import type { PageFile } from '../page-file.ts';
import { unpackedCounter, unreadable } from './unpacked.ts';

const options = { lazyEntries: true, decodeStrings: false, autoClose: false } as const;

/**
 * Reads a .zip (APPNOTE 6.3.10). Names are judged before anything is unpacked; links, devices, encrypted entries and
 * foreign compression are refused by name.
 */
export async function readZip(archive: Buffer): Promise<readonly PageFile[]> {
  try {
    const zip = await fromBufferPromise(archive, options);
    refuseMany(zip.entryCount);
    const read = unpackedCounter();
    const files: PageFile[] = [];
    for (const { entry, path } of await judgedEntries(zip))
      files.push({ path, content: await read(path, await zip.openReadStreamPromise(entry)) });
    return files;
  } catch (error) {
    throw unreadable(error);
  }
}

async function judgedEntries(zip: ZipFile) {
  const judged: { readonly entry: Entry; readonly path: string }[] = [];
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry);
    if (isLeftover(name)) continue;
    refuseKind(entry, name);
    if (name.endsWith('/')) entryPath(`${name}index.html`);
    else judged.push({ entry, path: entryPath(name) });
  }
  return judged;
}

/** Names are UTF-8, whatever their flag says; what is not, nobody could ask for. */
function nameOf(entry: Entry): string {
  const bytes = entry.fileNameRaw;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refuseEntry(bytes.toString('latin1'), 'has a name that is not in UTF-8.');
  }
}

const kindMask = 0o170000;
const regularKinds = [0, 0o100000, 0o040000];

function refuseKind(entry: Entry, name: string): void {
  // The upper half holds the mode of Unix (st_mode) where the archiver knew one.
  const kind = (entry.externalFileAttributes >>> 16) & kindMask;
  if (kind === 0o120000) throw refuseEntry(name, 'is a symbolic link.');
  if (!regularKinds.includes(kind)) throw refuseEntry(name, 'is no ordinary file.');
  if (entry.isEncrypted()) throw refuseEntry(name, 'is encrypted.');
  if (!entry.canDecodeFileData()) throw refuseEntry(name, 'is compressed in a way that is not supported.');
}
