import type { TimerRule } from '@latchkey/engine';

const duration = /^P(?:(\d+)W|(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?)$/;
const units = [604_800_000, 86_400_000, 3_600_000, 60_000, 1000];

/**
 * An ISO 8601 duration in milliseconds: weeks, or days, hours, minutes and seconds (`PT10M`, `P1DT12H`, `PT0.5S`).
 * `undefined` for anything else; years and months too, because their length depends on when they begin.
 */
export function parseDuration(text: string): number | undefined {
  const found = duration.exec(text.trim());
  if (!found || /[PT]$/.test(text.trim())) return undefined;
  const ms = units.reduce((sum, unit, index) => sum + Number(found[index + 1] ?? 0) * unit, 0);
  return Number.isSafeInteger(Math.round(ms)) ? Math.round(ms) : undefined;
}

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** An ISO 8601 moment with its offset (`2026-11-24T08:00:00Z`) in milliseconds since the epoch, else `undefined`. */
export function parseMoment(text: string): number | undefined {
  const trimmed = text.trim();
  if (!moment.test(trimmed)) return undefined;
  const [year, month, day] = trimmed.slice(0, 10).split('-').map(Number);
  const at = Date.parse(trimmed);
  const lastDay = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate();
  return Number.isNaN(at) || (day ?? 0) > lastDay ? undefined : at;
}

/** The rule of a timer from its text, literal or what an expression yielded: a duration or a moment. */
export function parseTimer(text: string): TimerRule | undefined {
  const ms = parseDuration(text);
  if (ms !== undefined) return { kind: 'after', ms };
  const at = parseMoment(text);
  return at === undefined ? undefined : { kind: 'at', at };
}
