/** What was written, and what was before and after it. */
export type History = {
  readonly past: readonly string[];
  readonly text: string;
  readonly future: readonly string[];
  /** What the last change was about, and when: the next of the same kind soon after it belongs to it. */
  readonly last: { readonly about: string; readonly at: number } | undefined;
};

const most = 200;
const pauseMs = 1_000;

/** Begins with a text. */
export const begin = (text: string): History => ({ past: [], text, future: [], last: undefined });

/** Writes another text. Typing on in the same place is one step of undo, until there is a pause. */
export function write(history: History, text: string, about: string, at: number): History {
  if (text === history.text) return history;
  const { last, past } = history;
  const isSame = last !== undefined && last.about === about && at - last.at < pauseMs;
  const kept = isSame ? past : [...past, history.text].slice(-most);
  return { past: kept, text, future: [], last: { about, at } };
}

/** Back to the step before. */
export function undo(history: History): History {
  const text = history.past.at(-1);
  if (text === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    text,
    future: [history.text, ...history.future],
    last: undefined,
  };
}

/** Forward again to what was undone. */
export function redo(history: History): History {
  const [text, ...future] = history.future;
  if (text === undefined) return history;
  return { past: [...history.past, history.text], text, future, last: undefined };
}
