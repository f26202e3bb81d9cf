import type { ProcessDefinition } from '@latchkey/contract';
import { problemIn } from '../../api/call-failure.ts';
import type { DraftMemory } from './draft-memory.ts';

/** What the keeper calls to save. */
export type DraftCalls = {
  /** Replaces the draft of that id, if it is still as of `expected`. */
  readonly update: (id: string, expected: string, xml: string) => Promise<ProcessDefinition>;
  /** Makes the next version, a draft. */
  readonly create: (xml: string) => Promise<ProcessDefinition>;
  readonly read: (id: string) => Promise<ProcessDefinition>;
};

export type DraftState = {
  readonly phase: 'saved' | 'changed' | 'saving' | 'conflict' | 'failed';
  /** The version that saves go to; a deployed one until the first change makes a draft after it. */
  readonly base: ProcessDefinition;
  readonly failure?: unknown;
};

export type DraftKeeper = {
  readonly state: () => DraftState;
  readonly watch: (watcher: () => void) => () => void;
  /** Takes note of the diagram as it is now: at once in this browser, soon on the server. */
  readonly keep: (xml: string) => void;
  /** The same for a diagram that is being written: whatever is saved next waits for it. */
  readonly keepWhenWritten: (xml: Promise<string>) => void;
  /** Saves what is not yet saved; answers the version that holds it. Throws what keeps it from that. */
  readonly flush: () => Promise<ProcessDefinition>;
  /** After a conflict: keeps what is drawn here as the next version, and theirs as it is. */
  readonly saveAsNewVersion: () => Promise<ProcessDefinition>;
  /** After a conflict: what is drawn here takes the place of theirs. */
  readonly overwrite: () => Promise<ProcessDefinition>;
  /** After a conflict: gives up what is drawn here for theirs, which it answers. */
  readonly takeTheirs: () => Promise<ProcessDefinition>;
  /** Takes note of a version that was deployed or made beside the keeper. */
  readonly rebase: (base: ProcessDefinition) => void;
  readonly close: () => void;
};

type Needs = {
  readonly base: ProcessDefinition;
  readonly calls: DraftCalls;
  readonly memory: DraftMemory;
  /** Milliseconds of quiet after which a change is saved. */
  readonly quietMs?: number;
};

/** Saves a draft without being asked: one save at a time, never over what somebody else saved meanwhile. */
export function draftKeeper({ base, calls, memory, quietMs = 1500 }: Needs): DraftKeeper {
  let state: DraftState = { phase: 'saved', base };
  let unsaved: string | undefined;
  let last: string | undefined;
  let running: Promise<ProcessDefinition> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let coming: Promise<void> = Promise.resolve();
  const watchers = new Set<() => void>();
  const become = (next: DraftState): void => {
    state = next;
    for (const watcher of watchers) watcher();
  };

  const save = async (how: (xml: string) => Promise<ProcessDefinition>): Promise<ProcessDefinition> => {
    clearTimeout(timer);
    const xml = unsaved ?? last;
    if (xml === undefined) return state.base;
    unsaved = undefined;
    become({ phase: 'saving', base: state.base });
    try {
      const saved = await how(xml);
      last = xml;
      become({ phase: unsaved === undefined ? 'saved' : 'changed', base: saved });
      if (unsaved === undefined) memory.forget();
      else memory.remember({ xml: unsaved, baseId: saved.id, baseAt: saved.lastUpdatedDtm });
      return saved;
    } catch (failure) {
      unsaved ??= xml;
      const isConflict = /^process-definition\.(changed|deployed|not-found)$/.test(problemIn(failure).code);
      become({ phase: isConflict ? 'conflict' : 'failed', base: state.base, failure });
      throw failure;
    }
  };
  const saveInPlace = (xml: string) =>
    state.base.status === 'EDITABLE'
      ? calls.update(state.base.id, state.base.lastUpdatedDtm, xml)
      : calls.create(xml);
  const once = (how: (xml: string) => Promise<ProcessDefinition>): Promise<ProcessDefinition> => {
    const before = running?.catch(() => undefined) ?? Promise.resolve();
    const mine = before.then(() => save(how));
    running = mine;
    return mine;
  };
  const flush = async (): Promise<ProcessDefinition> => {
    await coming;
    await running?.catch(() => undefined);
    return unsaved === undefined ? state.base : once(saveInPlace);
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush().catch(() => undefined), quietMs);
  };

  const keep = (xml: string): void => {
    if (xml === (unsaved ?? last)) return;
    unsaved = xml;
    memory.remember({ xml, baseId: state.base.id, baseAt: state.base.lastUpdatedDtm });
    if (state.phase === 'conflict') return;
    if (state.phase !== 'saving') become({ phase: 'changed', base: state.base });
    later();
  };

  return {
    state: () => state,
    watch: (watcher) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    keep,
    keepWhenWritten: (xml) => {
      coming = xml.then(keep, () => undefined);
    },
    flush,
    saveAsNewVersion: () => once(calls.create),
    overwrite: () =>
      once(async (xml) => {
        const theirs = await calls.read(state.base.id);
        return theirs.status === 'EDITABLE'
          ? calls.update(theirs.id, theirs.lastUpdatedDtm, xml)
          : calls.create(xml);
      }),
    takeTheirs: async () => {
      const theirs = await calls.read(state.base.id);
      unsaved = undefined;
      last = undefined;
      memory.forget();
      become({ phase: 'saved', base: theirs });
      return theirs;
    },
    rebase: (next) => become({ phase: state.phase, base: next }),
    close: () => {
      void flush().catch(() => undefined);
      clearTimeout(timer);
    },
  };
}
