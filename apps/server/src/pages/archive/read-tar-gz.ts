import { Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { pageLimits } from '@latchkey/contract';
import { extract, type Header } from 'tar-stream';
import { refuseMany, tooLarge } from '../check-files.ts';
import { entryPath, isLeftover, refuseEntry } from '../entry-path.ts';
import type { PageFile } from '../page-file.ts';
import { unpackedCounter, unreadable } from './unpacked.ts';

/** Headers and padding come on top of the files: a block of 512 bytes each, and names that are longer. */
const streamLimit = pageLimits.unpackedBytes + 4 * 1024 * 1024;

/** Reads a .tar.gz (POSIX.1-2001 pax, ustar, GNU) as a stream; links and devices are refused by name. */
export async function readTarGz(archive: Buffer): Promise<readonly PageFile[]> {
  const unpacked = extract();
  const gunzip = createGunzip();
  const limit = limitedTo(streamLimit);
  gunzip.on('error', (error) => unpacked.destroy(error));
  limit.on('error', (error) => unpacked.destroy(error));
  gunzip.pipe(limit).pipe(unpacked);
  gunzip.end(archive);
  try {
    const read = unpackedCounter();
    const files: PageFile[] = [];
    for await (const entry of unpacked) {
      const { name, type } = entry.header;
      if (isLeftover(name)) {
        entry.resume();
        continue;
      }
      refuseKind(entry.header);
      if (type === 'directory') {
        refuseFolder(name);
        entry.resume();
        continue;
      }
      const path = entryPath(name);
      files.push({ path, content: await read(path, entry as unknown as AsyncIterable<Buffer>) });
      refuseMany(files.length);
    }
    return files;
  } catch (error) {
    throw unreadable(error);
  } finally {
    gunzip.destroy();
  }
}

/** `./` is the archive's own root. */
function refuseFolder(name: string): void {
  if (!/^\.?\/?$/.test(name)) entryPath(`${name.replace(/\/$/, '')}/index.html`);
}

const links: Readonly<Record<string, string>> = { symlink: 'is a symbolic link.', link: 'is a hard link.' };

function refuseKind({ name, type }: Header): void {
  if (type === 'file' || type === 'contiguous-file' || type === 'directory') return;
  throw refuseEntry(name, links[type ?? ''] ?? 'is no ordinary file.');
}

/** Ends a stream with `page.too-large` when more comes through. */
function limitedTo(bytes: number): Transform {
  let total = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      total += chunk.length;
      if (total > bytes) done(tooLarge('the rest of the archive'));
      else done(null, chunk);
    },
  });
}
