import { isStepUpNeeded } from '../api/call-failure.ts';

/** A sign-in that is asked for before something is done. */
export type AskedSignIn = { readonly done: () => void; readonly cancel: () => void };

let asked: AskedSignIn | undefined;
const watchers = new Set<() => void>();

/** Does the work; where the server wants a fresh sign-in first, asks for it in place and does the work again. */
export async function withFreshSignIn<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (failure) {
    if (!isStepUpNeeded(failure)) throw failure;
    await signedInAnew(failure);
    return work();
  }
}

/** For `useSyncExternalStore`. */
export const askedSignIn = (): AskedSignIn | undefined => asked;
export function watchSignIn(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

/** Fails as the work failed when the operator would rather not. */
function signedInAnew(failure: unknown): Promise<void> {
  asked?.cancel();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  change({
    done: () => {
      change(undefined);
      resolve();
    },
    cancel: () => {
      change(undefined);
      reject(failure);
    },
  });
  return promise;
}

function change(next: AskedSignIn | undefined): void {
  asked = next;
  for (const watcher of watchers) watcher();
}
