type Toast = {
  readonly id: number;
  readonly text: string;
  readonly undo?: { readonly label: string; readonly run: () => void };
};

const shownMs = 6000;
let toasts: readonly Toast[] = [];
let nextId = 1;
const watchers = new Set<() => void>();

/** Says that something happened elsewhere than where one looks; six seconds. Failures are shown in place instead. */
export function toast(text: string, undo?: Toast['undo']): void {
  const id = nextId++;
  change([...toasts, { id, text, ...(undo && { undo }) }].slice(-3));
  setTimeout(() => closeToast(id), shownMs);
}

export const closeToast = (id: number): void => change(toasts.filter((one) => one.id !== id));

/** For `useSyncExternalStore`. */
export const shownToasts = (): readonly Toast[] => toasts;
export function watchToasts(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const watcher of watchers) watcher();
}
