import type { View } from './view.ts';

/** The views of one operator in this browser. */
export type ViewMemory = {
  readonly read: () => readonly View[];
  readonly write: (views: readonly View[]) => void;
  /** Tells of every change, also of those of other windows. */
  readonly watch: (watcher: () => void) => () => void;
};

const none: readonly View[] = Object.freeze([]);
const watchers = new Set<() => void>();

/** Keeps views in a storage. A full or forbidden one only means that nothing is kept. */
export function viewMemory(
  { tenant, operator }: { readonly tenant: string; readonly operator: string },
  storage: Storage,
): ViewMemory {
  const key = `latchkey.views.${tenant}.${operator}`;
  let text: string | null | undefined;
  let views = none;
  const read = (): readonly View[] => {
    const kept = quietly(() => storage.getItem(key), text);
    if (kept !== text) {
      text = kept;
      views = parsed(kept);
    }
    return views;
  };
  return {
    read,
    write: (next) => {
      quietly(() => storage.setItem(key, JSON.stringify(next)), undefined);
      for (const watcher of watchers) watcher();
    },
    watch: (watcher) => {
      watchers.add(watcher);
      addEventListener('storage', watcher);
      return () => {
        watchers.delete(watcher);
        removeEventListener('storage', watcher);
      };
    },
  };
}

/** What others may have written into the storage is no view unless it looks like one. */
function parsed(text: string | null | undefined): readonly View[] {
  const found = quietly((): unknown => JSON.parse(text ?? '[]'), none);
  return Array.isArray(found) ? found.filter(isView) : none;
}

function isView(one: unknown): one is View {
  const { id, name, path, search } = (one ?? {}) as Partial<View>;
  const isTold = [id, name, path].every((part) => typeof part === 'string' && part !== '');
  return isTold && typeof search === 'object' && search !== null;
}

function quietly<Value>(act: () => Value, otherwise: Value): Value {
  try {
    return act();
  } catch {
    return otherwise;
  }
}
