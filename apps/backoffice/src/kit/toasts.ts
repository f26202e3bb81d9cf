import { problemIn } from '../api/call-failure.ts';
import { common } from '../words/common.ts';

/** Takes an act back through the API; the toast waits for it and tells when it fails. */
export type Undo = () => Promise<unknown>;

/** What a toast offers to do next. */
export type NoticeAction = { readonly label: string; readonly run: () => void };

type Toast = {
  readonly id: number;
  readonly text: string;
  readonly undo?: Undo;
  /** Something did not go as wished; stays until it is closed. */
  readonly isNotice?: true;
  readonly action?: NoticeAction;
};

const shownMs = 6000;
/** Long enough to read, to notice the mistake and to reach the button. */
const actionableMs = 10_000;
let toasts: readonly Toast[] = [];
let nextId = 1;
const watchers = new Set<() => void>();

/**
 * Says that something happened elsewhere than where one looks: six seconds, ten where it can be undone. Failures are
 * shown in place instead.
 */
export function toast(text: string, undo?: Undo): void {
  show({ text, ...(undo && { undo }) });
}

/** The same, with a button that leads to what one does next. */
export function toastWithWayOn(text: string, action: NoticeAction): void {
  show({ text, action });
}

function show(made: Omit<Toast, 'id'>): void {
  const id = nextId++;
  change([...toasts, { id, ...made }].slice(-3));
  setTimeout(() => closeToast(id), made.undo || made.action ? actionableMs : shownMs);
}

/** Says what a person can do about something that did not go as wished, once however often it happens. */
export function notice(text: string, action?: NoticeAction): void {
  const others = toasts.filter((one) => one.text !== text);
  change([...others, { id: nextId++, text, isNotice: true as const, ...(action && { action }) }].slice(-3));
}

/** Undoes what a toast tells of, and tells what came of it. */
export async function undoToast({ id, undo }: Toast): Promise<void> {
  closeToast(id);
  try {
    await undo?.();
    toast(common.undone);
  } catch (failure) {
    toast(common.notUndone(problemIn(failure).title));
  }
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
