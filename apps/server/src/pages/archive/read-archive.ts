import { pageLimits } from '@latchkey/contract';
import type { PageFile } from '../page-file.ts';
import { pageProblems } from '../page-problems.ts';
import { readTarGz } from './read-tar-gz.ts';
import { readZip } from './read-zip.ts';

type Format = {
  readonly magic: readonly number[];
  readonly read: (archive: Buffer) => Promise<readonly PageFile[]>;
};

/** By the first bytes, since a name may lie. */
const formats: readonly Format[] = [
  { magic: [0x50, 0x4b, 0x03, 0x04], read: readZip },
  // A .zip without a single entry.
  { magic: [0x50, 0x4b, 0x05, 0x06], read: readZip },
  { magic: [0x1f, 0x8b], read: readTarGz },
];

/**
 * Reads a .zip or .tar.gz into files, without ever writing one. Throws `page.too-large`, `page.archive-unreadable` and
 * the problems of the readers.
 */
export async function readArchive(archive: Uint8Array): Promise<readonly PageFile[]> {
  if (archive.length > pageLimits.archiveBytes)
    throw pageProblems.create('page.too-large', {
      detail: `The archive is larger than ${pageLimits.archiveBytes / 1024 / 1024} MB.`,
    });
  const format = formats.find(({ magic }) => magic.every((byte, at) => archive[at] === byte));
  if (format === undefined) throw pageProblems.create('page.archive-unreadable');
  return format.read(Buffer.from(archive.buffer, archive.byteOffset, archive.length));
}
