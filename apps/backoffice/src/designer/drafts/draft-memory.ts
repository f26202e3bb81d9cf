/** What is drawn and perhaps not saved, with the version that it was drawn over. */
export type Remembered = { readonly xml: string; readonly baseId: string; readonly baseAt: string };

/** Keeps a draft in this browser, so that neither a reload nor a lost network loses it. */
export type DraftMemory = {
  readonly remember: (draft: Remembered) => void;
  readonly recall: () => Remembered | undefined;
  readonly forget: () => void;
};

/** The memory of one definition of one tenant. A full or forbidden storage only means that nothing is kept. */
export function draftMemory(tenant: string, name: string, storage: Storage = localStorage): DraftMemory {
  const key = `latchkey.draft.${tenant}.${name}`;
  return {
    remember: (draft) => quietly(() => storage.setItem(key, JSON.stringify(draft))),
    recall: () => quietly(() => JSON.parse(storage.getItem(key) ?? 'null') as Remembered | null) ?? undefined,
    forget: () => quietly(() => storage.removeItem(key)),
  };
}

function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
