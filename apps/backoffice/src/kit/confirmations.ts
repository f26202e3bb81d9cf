import type { ReactNode } from 'react';

/** What a confirmation asks: the thing and the effect, named. */
export type Confirmation = {
  /** "Delete user Ada Lovelace?" */
  readonly title: string;
  /** What will be so afterwards. */
  readonly effect: ReactNode;
  /** The button: "Delete user". */
  readonly action: string;
  /** Does it; the dialog waits, and shows the problem when it fails. */
  readonly run: () => Promise<unknown>;
  /** For acts that cannot be undone. */
  readonly isDangerous?: boolean;
  /** For mass effects: the name that has to be typed. */
  readonly typeName?: string;
};

let asked: Confirmation | undefined;
const watchers = new Set<() => void>();

/** Asks before an act. `confirm({ title, effect, action, run, isDangerous })`. */
export const confirm = (confirmation: Confirmation): void => change(confirmation);

export const closeConfirmation = (): void => change(undefined);

/** For `useSyncExternalStore`. */
export const askedConfirmation = (): Confirmation | undefined => asked;
export function watchConfirmation(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

function change(next: Confirmation | undefined): void {
  asked = next;
  for (const watcher of watchers) watcher();
}
