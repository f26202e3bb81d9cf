export { advance } from './advance.ts';
export type * from './definition.ts';
export type { Effect } from './effect.ts';
export type { Event, ParameterError } from './event.ts';
export { nextDueAt } from './next-due-at.ts';
export { type HistoryEntry, replay } from './replay.ts';
export { start } from './start.ts';
export type { State, Timer, Token } from './state.ts';
export type { Step } from './step.ts';
