import { failActivity } from './activities/fail-activity.ts';
import { timedOut } from './activities/task.ts';
import { behaviourOf } from './behaviours.ts';
import type { Event } from './event.ts';
import { raiseIncident } from './incidents.ts';
import { endInstance, type Move } from './move.ts';
import type { Place } from './plan.ts';
import { clearScope } from './scopes.ts';
import type { Token } from './state.ts';
import { extendDeadline, findTimer, setDeadline } from './timers.ts';
import { findToken, putToken, removeToken } from './tokens.ts';

type EventOf<Kind> = Extract<Event, { readonly kind: Kind }>;
/** Does what an event asks for; `false` when the event comes too late or is meant for nobody. */
type Reaction<E extends Event = Event> = (move: Move, event: E) => boolean;

const reactions: { readonly [Kind in Event['kind']]: Reaction<EventOf<Kind>> } = {
  'activity-completed': forToken('working', (move, token, place) => {
    behaviourOf(place).leave(move, place, token);
    return true;
  }),
  'activity-waiting': forToken('working', waitForPerson),
  'deadline-extended': forToken('working', (move, token, _place, { deadlineMs }) =>
    extendDeadline(move, token.id, deadlineMs),
  ),
  'activity-failed': (move, event) => failures.some((reaction) => reaction(move, event)),
  'conditions-evaluated': forToken('deciding', (move, token, place, { results }) => {
    behaviourOf(place).leave(move, place, token, results);
    return true;
  }),
  'incident-retried': forToken('incident', retry),
  'timer-resolved': resolveTimer,
  'timer-fired': fireTimer,
  cancelled: (move) => {
    if (move.tokens.length === 0) return false;
    endInstance(move, 'terminated');
    return true;
  },
};

/** Lets an event happen. `false` when it changes nothing. */
export function react(move: Move, event: Event): boolean {
  return Object.hasOwn(reactions, event.kind) && (reactions[event.kind] as Reaction)(move, event);
}

type TokenEvent = Extract<Event, { readonly token: string }>;
type TokenReaction<E> = (move: Move, token: Token, place: Place, event: E) => boolean;

/** A reaction that needs its token in one status; in any other the event is late. */
function forToken<E extends TokenEvent>(status: Token['status'], reaction: TokenReaction<E>): Reaction<E> {
  return (move, event) => {
    const token = findToken(move, event.token);
    const place = token && move.plan.places.get(token.node);
    if (token === undefined || place === undefined || token.status !== status) return false;
    return reaction(move, token, place, event);
  };
}

function waitForPerson(
  move: Move,
  token: Token,
  place: Place,
  { deadlineMs, errorCode }: EventOf<'activity-waiting'>,
): boolean {
  if (token.isAwaiting) return false;
  putToken(move, { ...token, isAwaiting: true });
  if (deadlineMs !== undefined) setDeadline(move, token.id, place.node.id, deadlineMs, errorCode ?? timedOut);
  return true;
}

/** What failed says the status: an activity, conditions, the timer of a catch event or of a sub-process's boundary. */
const failures: readonly Reaction<EventOf<'activity-failed'>>[] = [
  forToken('working', (move, token, _place, { error, errors }) => {
    failActivity(move, token, error, errors);
    return true;
  }),
  forToken('deciding', (move, token, _place, { error }) => {
    raiseIncident(move, token.node, token, error, { isLeaving: true });
    return true;
  }),
  forToken('waiting', (move, token, _place, { error }) => {
    raiseIncident(move, token.node, token, error);
    return true;
  }),
  forToken('containing', (move, token, _place, { error }) => {
    clearScope(move, token.id);
    failActivity(move, token, error);
    return true;
  }),
];

/** Under a fresh token id, so that an answer to the attempt before is late. */
function retry(move: Move, token: Token, place: Place): boolean {
  removeToken(move, token.id);
  const origin = { parent: token.parent, via: token.via };
  if (token.isLeaving) behaviourOf(place).leave(move, place, origin);
  else behaviourOf(place).enter(move, place, { ...origin, fired: token.fired });
  return true;
}

function resolveTimer(move: Move, { timer: id, dueAt }: EventOf<'timer-resolved'>): boolean {
  const at = move.timers.findIndex((timer) => timer.id === id);
  const timer = move.timers[at];
  if (timer === undefined || timer.dueAt !== undefined || !Number.isFinite(dueAt)) return false;
  move.timers[at] = { ...timer, dueAt };
  return true;
}

/** A timer that is not due yet changes nothing either: clocks of servers differ. */
function fireTimer(move: Move, event: EventOf<'timer-fired'>): boolean {
  const timer = findTimer(move, event.timer);
  const token = timer && findToken(move, timer.token);
  const place = timer && move.plan.places.get(timer.node);
  if (!timer || !token || !place || timer.dueAt === undefined || timer.dueAt > move.now) return false;
  behaviourOf(place).fire?.(move, place, token, timer);
  return true;
}
