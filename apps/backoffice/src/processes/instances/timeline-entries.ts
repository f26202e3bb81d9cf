import type { AuditRecord, HistoryEntry } from '@latchkey/contract';

/** One line of the timeline. */
export type TimelineEntry = {
  readonly key: string;
  readonly at: string;
  readonly tone: 'good' | 'bad' | 'busy' | 'quiet';
  readonly title: string;
  readonly detail?: string | undefined;
  readonly code?: string | undefined;
  /** The activity whose failure the code is. */
  readonly activity?: string | undefined;
  /** The parameters that did not fit, where that is why. */
  readonly errors?: HistoryEntry['errors'] | undefined;
  readonly actor: string;
  /** Milliseconds since the line before it. */
  readonly sinceMs: number;
};

type Line = Omit<TimelineEntry, 'sinceMs'>;
type Told = { readonly tone: Line['tone']; readonly words: string; readonly failed?: string };

/** Events of the engine that people care about; the others are its own business. */
const events: Readonly<Record<string, Told>> = {
  'activity-completed': { tone: 'good', words: 'done' },
  'activity-failed': { tone: 'bad', words: 'failed' },
  'activity-waiting': { tone: 'busy', words: 'waits for the person' },
  'conditions-evaluated': { tone: 'quiet', words: 'decided' },
  'timer-fired': { tone: 'bad', words: 'time ran out' },
  'incident-retried': { tone: 'busy', words: 'tried again' },
  'deadline-extended': { tone: 'busy', words: 'got more time' },
  cancelled: { tone: 'bad', words: 'Cancelled' },
};

/** Facts of the audit that the events do not tell. */
const facts: Readonly<Record<string, Told>> = {
  'process-instance.created': { tone: 'quiet', words: 'Created by the API' },
  'process-instance.started': { tone: 'busy', words: 'Begun in the browser' },
  'process-instance.prompt-shown': { tone: 'busy', words: 'Browser’s prompt opened' },
  'process-instance.reviewed': { tone: 'good', words: 'Reviewed' },
  'process-instance.ended': { tone: 'good', words: 'Ended' },
  'passkey-registration.completed': { tone: 'good', words: 'Passkey registered', failed: 'Passkey refused' },
  'passkey-authentication.completed': {
    tone: 'good',
    words: 'Signed in with a passkey',
    failed: 'Sign-in refused',
  },
};

/** The activities whose turn it was when a fact came about. */
const judges: Readonly<Record<string, string>> = {
  'passkey-registration.completed': 'completePasskeyRegistration',
  'passkey-authentication.completed': 'completePasskeyAuthentication',
};

/** History and audit of an instance in one order, oldest first, each line with the time since the one before. */
export function timelineEntries(
  history: readonly HistoryEntry[],
  audit: readonly AuditRecord[],
): readonly TimelineEntry[] {
  const told = [
    ...history.map((entry) => ({ lines: ofEvent(entry), place: placeOf(entry) })),
    ...audit.map((record) => ({ lines: ofFact(record), place: placeOfFact(record, history) })),
  ];
  const lines = told
    .sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1])
    .flatMap((one) => one.lines);
  return lines.map((line, place) => ({
    ...line,
    sinceMs: place === 0 ? 0 : Math.max(0, Date.parse(line.at) - Date.parse(lines[place - 1]?.at ?? line.at)),
  }));
}

type Place = readonly [ms: number, within: number];

const placeOf = ({ at, version }: HistoryEntry): Place => [Date.parse(at), version];

/**
 * Where a fact belongs. Events bear the moment at which their step began, the audit the one at which it was written a
 * little later: so the beginning comes first, and what an activity judged before what became of the activity.
 */
function placeOfFact({ action, at }: AuditRecord, history: readonly HistoryEntry[]): Place {
  const ms = Date.parse(at);
  if (action === 'process-instance.started') return [Number.NEGATIVE_INFINITY, 0];
  const judged = history.findLast((one) => one.activity === judges[action] && Date.parse(one.at) <= ms);
  if (judges[action] === undefined || judged === undefined) return [ms, Number.POSITIVE_INFINITY];
  return [Date.parse(judged.at), judged.version - 0.5];
}

function ofEvent({
  version,
  at,
  actor,
  event,
  name,
  element,
  activity,
  error,
  errors,
}: HistoryEntry): readonly Line[] {
  const told = events[event];
  if (told === undefined) return [];
  const subject = name ?? activity ?? element;
  const title = subject === undefined ? told.words : `${subject}: ${told.words}`;
  return [{ key: `event-${version}`, at, tone: told.tone, title, code: error, activity, errors, actor }];
}

function ofFact({ id, at, actor, action, outcome, code, facts: more }: AuditRecord): readonly Line[] {
  const told = facts[action];
  if (told === undefined) return [];
  const hasFailed = outcome === 'FAILURE';
  const tone = hasFailed ? 'bad' : told.tone;
  const title = hasFailed ? (told.failed ?? told.words) : told.words;
  const detail = typeof more.comment === 'string' ? more.comment : undefined;
  return [{ key: id, at, tone, title, detail, code, actor }];
}
