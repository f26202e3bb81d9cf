import { advance } from './advance.ts';
import type { Definition } from './definition.ts';
import type { Event } from './event.ts';
import { start } from './start.ts';
import type { State } from './state.ts';

/** An event and the moment (milliseconds) at which it was applied. */
export type HistoryEntry = { readonly event: Event; readonly now: number };

/** The state to which a history leads from a start at `now`: equal to the stored state, or the store is wrong. */
export function replay(definition: Definition, now: number, history: readonly HistoryEntry[]): State {
  const { state } = start(definition, now);
  return history.reduce((before, entry) => advance(definition, before, entry.event, entry.now).state, state);
}
