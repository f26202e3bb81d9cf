import type { KnownPath } from '../paths/known-paths.ts';

export type Completion = {
  readonly options: readonly KnownPath[];
  /** The text with this path in place of what was typed of it, and where the caret goes. */
  readonly insert: (path: string) => { readonly text: string; readonly caret: number };
};

const most = 30;

/**
 * What may stand at the caret of a text with `${…}`: the known paths that hold every typed part, in the order in which
 * they are given; those that begin so first. `undefined` outside the braces.
 */
export function completionAt(
  text: string,
  caret: number,
  paths: readonly KnownPath[],
): Completion | undefined {
  const open = text.lastIndexOf('${', caret - 1);
  if (open < 0 || text.slice(open, caret).includes('}')) return undefined;
  const typed = /[A-Za-z_][\w.[\]"-]*$/.exec(text.slice(open + 2, caret))?.[0] ?? '';
  const parts = typed.toLowerCase().split('.').filter(Boolean);
  const options = paths
    .filter(({ path }) => path !== typed && parts.every((part) => path.toLowerCase().includes(part)))
    .toSorted((a, b) => Number(b.path.startsWith(typed)) - Number(a.path.startsWith(typed)))
    .slice(0, most);
  const start = caret - typed.length;
  return {
    options,
    insert: (path) => {
      const end = /^[^{}]*\}/.test(text.slice(caret)) ? '' : '}';
      return { text: text.slice(0, start) + path + end + text.slice(caret), caret: start + path.length };
    },
  };
}
