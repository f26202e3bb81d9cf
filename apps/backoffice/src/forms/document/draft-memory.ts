import { quietly } from './quietly.ts';

/** Work that was not saved yet: the document, its description, for a new form its name. */
export type Unsaved = {
  readonly name: string;
  readonly description: string;
  readonly resource: string;
  /** The version from which it began; absent for a new form. */
  readonly baseId?: string;
};

/** Keeps unsaved work in this browser, so that a reload does not lose it. */
export type DraftMemory = {
  readonly remember: (work: Unsaved) => void;
  readonly recall: () => Unsaved | undefined;
  readonly forget: () => void;
};

/** The memory of one form of one tenant; without a name that of the new form. A full or forbidden storage keeps nothing. */
export function draftMemory(tenant: string, name: string, storage: Storage = localStorage): DraftMemory {
  const key = `latchkey.form-draft.${tenant}.${name}`;
  return {
    remember: (work) => void quietly(() => storage.setItem(key, JSON.stringify(work))),
    recall: () => quietly(() => JSON.parse(storage.getItem(key) ?? 'null') as Unsaved | null) ?? undefined,
    forget: () => void quietly(() => storage.removeItem(key)),
  };
}
