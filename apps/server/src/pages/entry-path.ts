import { pageLimits } from '@latchkey/contract';
import { allowedTypes, fileType } from './file-types.ts';
import { pageProblems } from './page-problems.ts';

/** Refuses an upload for one of its entries, by name. */
export const refuseEntry = (name: string, why: string) => {
  const detail = `${JSON.stringify(name)} ${why}`;
  return pageProblems.create('page.entry-refused', { detail, errors: [{ pointer: '/archive', detail }] });
};

/** What systems leave in archives by themselves; it is passed over. */
export const isLeftover = (name: string): boolean =>
  /^__MACOSX(\/|$)/.test(name) || /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/.test(name);

const faults: readonly (readonly [test: (path: string) => boolean, why: string])[] = [
  [(path) => path === '', 'has no name.'],
  [(path) => path.startsWith('/') || /^[A-Za-z]:/.test(path), 'has an absolute path.'],
  [(path) => path.includes('\\'), 'has a backslash in its path; folders are separated by /.'],
  [(path) => path.split('/').includes('..'), 'leads out of the archive.'],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  [(path) => /[\u0000-\u001f\u007f]/.test(path), 'has a control character in its path.'],
  [
    (path) => path.length > pageLimits.pathLength,
    `has a path of more than ${pageLimits.pathLength} characters.`,
  ],
  [(path) => path.split('/').some((part) => part === '' || part === '.'), 'has an empty step in its path.'],
  [(path) => fileType(path) === undefined, `is of a type that is not allowed; allowed are ${allowedTypes}.`],
];

/**
 * The path under which an entry is stored: from the root, without `./`, in Unicode's composed form.
 * Throws `page.entry-refused`, naming the entry and what is wrong with it.
 */
export function entryPath(name: string): string {
  const path = name.replace(/^(?:\.\/)+/, '').normalize('NFC');
  const fault = faults.find(([isFault]) => isFault(path));
  if (fault) throw refuseEntry(name, fault[1]);
  return path;
}
