import { isUtf8 } from 'node:buffer';
import { createHash, hash } from 'node:crypto';
import { pageLimits } from '@latchkey/contract';
import { refuseEntry } from './entry-path.ts';
import { fileType } from './file-types.ts';
import { indexFile, type PageFile } from './page-file.ts';
import { pageProblems } from './page-problems.ts';

/** A file as it is stored. */
export type CheckedFile = PageFile & { readonly hash: string };

/** The files of a version, whole and sorted by path, with what is told of them. */
export type CheckedFiles = {
  readonly files: readonly CheckedFile[];
  readonly size: number;
  readonly contentHash: string;
};

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;

/** Throws `page.too-many-files`. */
export function refuseMany(count: number): void {
  if (count <= pageLimits.files) return;
  throw pageProblems.create('page.too-many-files', {
    detail: `The archive has ${count} files; a page may have ${pageLimits.files}.`,
  });
}

/** The problem of an entry with which the files are more than a page may have. */
export const tooLarge = (name: string) =>
  pageProblems.create('page.too-large', {
    detail: `With ${JSON.stringify(name)} the files are more than ${megabytes(pageLimits.unpackedBytes)} when unpacked.`,
  });

/**
 * Judges the files of a page as a whole. Throws `page.too-many-files`, `page.too-large`, `page.entry-refused` (twice
 * the same path, text that is not UTF-8) and `page.index-missing`.
 */
export function checkFiles(given: readonly PageFile[]): CheckedFiles {
  refuseMany(given.length);
  const seen = new Set<string>();
  let size = 0;
  for (const { path, content } of given) {
    if (seen.has(path)) throw refuseEntry(path, 'is there twice.');
    seen.add(path);
    size += content.length;
    if (size > pageLimits.unpackedBytes) throw tooLarge(path);
    if (fileType(path)?.isText === true && !isUtf8(content)) throw refuseEntry(path, 'is not in UTF-8.');
  }
  if (!seen.has(indexFile)) throw withoutIndex([...seen]);
  const files = given
    .map((file) => ({ ...file, hash: hash('sha256', file.content) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return Object.freeze({ files, size, contentHash: hashOf(files) });
}

function withoutIndex(paths: readonly string[]) {
  const elsewhere = paths.find((path) => path.endsWith(`/${indexFile}`));
  const advice =
    elsewhere === undefined
      ? `${indexFile} has to stand in the root of the archive.`
      : `There is one at ${JSON.stringify(elsewhere)}: pack the content of that folder, not the folder.`;
  return pageProblems.create('page.index-missing', { detail: advice });
}

const hashOf = (files: readonly CheckedFile[]): string =>
  files.reduce((sum, file) => sum.update(`${file.path}\0${file.hash}\n`), createHash('sha256')).digest('hex');
