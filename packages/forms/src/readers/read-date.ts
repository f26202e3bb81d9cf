import type { Reader } from '../rules.ts';
import { readText } from './read-text.ts';

/** A real day of the calendar in ISO 8601. */
export const readDate: Reader = (input, rules) => {
  const written = readText(input, rules);
  if (typeof written !== 'string') return written;
  return isDay(written) ? written : undefined;
};

/** Whether a text is a day of the calendar, as `yyyy-mm-dd`. */
export function isDay(written: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return false;
  const moment = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(written);
}
