import type { Leave, Results } from '../behaviour.ts';
import { raiseIncident } from '../incidents.ts';
import { arrive, type Move } from '../move.ts';
import type { Place, Way } from '../plan.ts';
import { type Origin, removeToken, rest } from '../tokens.ts';

/** Picks flows among those without the default (BPMN 2.0.2 section 13.2.1). */
export type Choose = (place: Place, results: Results) => readonly Way[];

/** Every flow whose condition holds: tasks, events, inclusive gateways. */
export const everyTrue: Choose = (place, results) =>
  place.asked.length === 0 ? place.ways : place.ways.filter((way) => holds(way, results));

/** The first flow in document order whose condition holds: exclusive gateways. */
export function firstTrue(place: Place, results: Results): readonly Way[] {
  const way = place.ways.find((candidate) => holds(candidate, results));
  return way === undefined ? [] : [way];
}

const holds = (way: Way, results: Results): boolean => !way.isConditional || results[way.id] === true;

const noResults: Results = Object.freeze({});

/** Makes a way to leave a place from a way to choose flows. A place without flows ends its path. */
export function leaveBy(choose: Choose): Leave {
  return (move, place, from, results) => {
    if (results === undefined && place.asked.length > 0) return ask(move, place, from);
    const ways = choose(place, results ?? noResults);
    if (ways.length > 0) return take(move, ways, from);
    if (place.fallback !== undefined) return take(move, [place.fallback], from);
    if (place.ways.length === 0) return take(move, [], from);
    raiseIncident(move, place.node.id, from, 'process.no-flow', { isLeaving: true });
  };
}

/** Leaves by every flow whose condition holds, else by the default. */
export const leave = leaveBy(everyTrue);

/** Under a fresh token id: an activity that answers a second time must not answer for the conditions. */
function ask(move: Move, place: Place, from: Origin): void {
  if (from.id !== undefined) removeToken(move, from.id);
  const { id } = rest(move, place.node.id, { parent: from.parent, via: from.via }, 'deciding');
  move.effects.push({ kind: 'evaluate-conditions', token: id, node: place.node.id, flows: place.asked });
}

/** Sends one token along each flow, in place of the one that rested here. */
export function take(move: Move, ways: readonly Way[], from: Origin): void {
  if (from.id !== undefined) removeToken(move, from.id);
  for (const way of ways) arrive(move, way.to, from.parent, way.id);
}
