import { defineProblems } from '@latchkey/kernel';

export const momentProblems = defineProblems({
  'duration.invalid': { title: 'That is neither a duration (PT90S), seconds, nor a moment.', status: 422 },
});

const duration =
  /^P(?:(\d+(?:\.\d+)?)W|(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)D)?(?:T(?=\d)(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?)$/;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Of week, year, month, day, hour, minute, second. A year has 365 days and a month 30: nothing here counts by calendar. */
const units = Object.freeze([7 * dayMs, 365 * dayMs, 30 * dayMs, dayMs, hourMs, 60_000, 1000]);

/** Milliseconds of an ISO 8601 duration; `undefined` for any other text. */
export function durationMs(text: string): number | undefined {
  const found = duration.exec(text);
  const parts = found?.slice(1) ?? [];
  if (parts.every((part) => part === undefined)) return undefined;
  return parts.reduce((sum, part, at) => sum + Number(part ?? 0) * (units[at] ?? 0), 0);
}

/** The moment that a timer's value names: seconds or an ISO 8601 duration from `now`, or a date-time. Throws `duration.invalid`. */
export function momentOf(value: unknown, now: number): number {
  if (typeof value === 'number' && value >= 0) return now + value * 1000;
  if (typeof value === 'string') {
    const after = durationMs(value);
    if (after !== undefined) return now + after;
    const at = /^\d{4}-\d{2}-\d{2}T/.test(value) ? Date.parse(value) : Number.NaN;
    if (Number.isFinite(at)) return at;
  }
  throw momentProblems.create('duration.invalid');
}
