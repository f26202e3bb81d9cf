export type * from './definition.ts';
export type { Effect } from './effect.ts';
export type { Event } from './event.ts';
export type { State, Timer, Token } from './state.ts';
