import type { Effect } from './effect.ts';
import type { State } from './state.ts';

/** What one event leads to: the next state, and what the shell is to do about it. */
export type Step = { readonly state: State; readonly effects: readonly Effect[] };
