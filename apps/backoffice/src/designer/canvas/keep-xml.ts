import { dragOf } from './drag-of.ts';
import type { Ask } from './services.ts';

/** A page that nobody looks at has no idle time. */
const longestWaitMs = 100;

/**
 * Writes the diagram once for each of its states, however many ask for it, in a moment in which the page has nothing
 * else to do. Never during a drag: whoever asks then gets what there is when it has ended.
 */
export function keepXml(ask: Ask, write: () => Promise<string>): () => Promise<string> {
  const drag = dragOf(ask);
  let kept: Promise<string> | undefined;
  const forget = (): void => {
    kept = undefined;
  };
  ask('eventBus').on(['commandStack.changed', 'import.done'], 2000, forget);
  const now = (): Promise<string> => {
    kept ??= idle()
      .then(write)
      .catch((failure) => {
        forget();
        throw failure;
      });
    return kept;
  };
  return async () => {
    if (drag.isOn()) await new Promise<void>((resolve) => drag.afterwards(resolve));
    return now();
  };
}

/** Safari has no idle callbacks. */
const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'undefined') setTimeout(resolve);
    else requestIdleCallback(() => resolve(), { timeout: longestWaitMs });
  });
