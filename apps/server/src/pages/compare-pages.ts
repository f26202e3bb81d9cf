import type { CustomPageChange, CustomPageFile } from '@latchkey/contract';

type Files = readonly Pick<CustomPageFile, 'path' | 'size' | 'hash'>[];

/** What became of each file from one version to another, by path; files with the same content are left out. */
export function comparePages(before: Files, after: Files): CustomPageChange[] {
  const [old, now] = [byPath(before), byPath(after)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((path): CustomPageChange[] => {
    const [was, is] = [old.get(path), now.get(path)];
    if (was?.hash === is?.hash) return [];
    if (was === undefined) return [{ path, change: 'ADDED', after: is?.size ?? 0 }];
    if (is === undefined) return [{ path, change: 'REMOVED', before: was.size }];
    return [{ path, change: 'CHANGED', before: was.size, after: is.size }];
  });
}

const byPath = (files: Files) => new Map(files.map((file) => [file.path, file]));
