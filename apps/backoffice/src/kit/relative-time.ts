const units: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, ms: number])[] = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** "3 minutes ago", "in 2 days", "just now". Moments in milliseconds. */
export function relativeTime(at: number, now: number): string {
  const distance = at - now;
  const [unit, ms] = units.find(([, length]) => Math.abs(distance) >= length) ?? [];
  if (unit === undefined || ms === undefined) return 'just now';
  // A link for seven days ends in 7 days, also a while after it was made.
  const count = distance > 0 ? Math.floor(distance / ms + 0.1) : Math.trunc(distance / ms);
  return relative.format(count, unit);
}

const absolute = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'long' });

const ofDay = new Intl.DateTimeFormat('en', { timeStyle: 'medium', hourCycle: 'h23' });
const ofYear = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' });

/** "10:48:12" of a moment of today, else with its date; in the browser's zone. */
export function clockTime(at: string, now: number): string {
  const moment = new Date(at);
  const isToday = moment.toDateString() === new Date(now).toDateString();
  return (isToday ? ofDay : ofYear).format(moment);
}

/** A moment in the browser's zone, to the second. */
export const absoluteTime = (at: string): string => absolute.format(new Date(at));
