import type { Node } from './definition.ts';
import type { Move } from './move.ts';
import type { Place } from './plan.ts';
import type { Timer, Token } from './state.ts';
import type { Origin } from './tokens.ts';

/** What one kind of node does. */
export type Behaviour<N extends Node = Node> = {
  /** Somebody enters. */
  readonly enter: (move: Move, place: Place<N>, from: Origin) => void;
  /** The node is done; without results it asks for its conditions first, if it has any. */
  readonly leave: Leave;
  /** Whether a token that joins here may go on now, together with its siblings. */
  readonly opens?: (move: Move, place: Place<N>, token: Token) => boolean;
  /** A timer of the node is due. */
  readonly fire?: (move: Move, place: Place<N>, token: Token, timer: Timer) => void;
};

/** Leaves a place by its flows. */
export type Leave = (move: Move, place: Place, from: Origin, results?: Results) => void;

/** Flow id to the value of its condition; a flow that is absent counts as false. */
export type Results = Readonly<Record<string, boolean>>;
